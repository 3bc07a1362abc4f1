import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import PizZip from "pizzip";
import { addressOf, withClient } from "../../../src/lib/launch/cluster.ts";
import { actAs, open } from "../reports/people.ts";

/** From the sent report to the paper in somebody's hand: issue, download, compare. */
test.describe.configure({ mode: "serial" });
test.setTimeout(120_000);

let report: string;

test.beforeAll(async () => {
  report = await withClient(addressOf(process.env.E2E_DATA_DIR ?? ""), async (client) => {
    const { rows } = await client.query(
      "select id from report where agency_id = '00004' and period_id = '2025' and kind = 'own' and sent_version_id is not null",
    );
    return rows[0].id as string;
  });
});

async function save(page: Page, link: string): Promise<{ name: string; path: string; content: Buffer }> {
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: link }).first().click();
  const download = await coming;
  const path = await download.path();
  return { name: download.suggestedFilename(), path, content: readFileSync(path) };
}

const wordsIn = (docx: Buffer) => {
  const zip = new PizZip(docx);
  return Object.keys(zip.files)
    .filter((name) => /^word\/(document|header\d+)\.xml$/.test(name))
    .map((name) => (zip.file(name)?.asText() ?? "").replace(/<[^>]+>/g, ""))
    .join("\n");
};

async function accessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  return violations.map(({ id, nodes }) => `${page.url()}: ${id} at ${nodes[0]?.html.slice(0, 160)}`);
}

test("a clerk takes the draft, is told what is missing, issues the document, and takes its files", async ({ page }) => {
  await actAs(page, "canbo.00004");
  await open(page, `/reports/${report}`);
  await page.getByRole("link", { name: "Văn bản", exact: true }).click();
  await expect(page.getByText("chưa được phát hành")).toBeVisible();
  const draft = await save(page, "Dự thảo .docx");
  expect(wordsIn(draft.content)).toContain("DỰ THẢO");

  await page.waitForLoadState("networkidle");
  const form = page.locator("form", { has: page.getByLabel("Số văn bản") });
  await form.getByLabel("Số văn bản").fill("không số");
  await form.getByRole("button", { name: "Phát hành" }).click();
  await form.getByRole("button", { name: "Đồng ý" }).click();
  await expect(page.getByRole("alert").getByText("giá trị “không số” chưa đúng")).toBeVisible();

  await form.getByLabel("Số văn bản").fill("8");
  await form.getByRole("button", { name: "Phát hành" }).click();
  await form.getByRole("button", { name: "Đồng ý" }).click();
  await expect(page.getByText("Đã phát hành văn bản số 08/BC-UBND.")).toBeVisible();
  await expect(page.getByRole("row", { name: /08\/BC-UBND/ })).toContainText("Đã phát hành");
  expect(await accessible(page)).toEqual([]);

  const docx = await save(page, "Tải văn bản 08/BC-UBND dạng .docx");
  expect(docx.name).toBe(`08-bc-ubnd-2025.docx`);
  expect(wordsIn(docx.content)).toContain("Số: 08/BC-UBND");
  expect(wordsIn(docx.content)).not.toContain("DỰ THẢO");
  const again = await save(page, "Tải văn bản 08/BC-UBND dạng .docx");
  expect(again.content.equals(docx.content)).toBe(true);
  const dossier = await save(page, "Cả hồ sơ (.zip)");
  expect(Object.keys(new PizZip(dossier.content).files)).toEqual([
    "08-bc-ubnd-2025.docx",
    "08-bc-ubnd-2025.pdf",
    "muc-luc.txt",
  ]);
});

test("whoever holds the paper compares it without signing in, also without scripts", async ({
  page,
  browser,
}, testInfo) => {
  await actAs(page, "canbo.00004");
  await open(page, `/reports/${report}/documents`);
  const pdf = await save(page, "Tải văn bản 08/BC-UBND dạng PDF");
  const address =
    (await page.getByRole("link", { name: "Trang đối chiếu của văn bản 08/BC-UBND" }).getAttribute("href")) ?? "";
  await page.context().clearCookies();

  await open(page, address);
  await expect(page.getByText("Văn bản đang có hiệu lực")).toBeVisible();
  await expect(page.getByText("08/BC-UBND")).toBeVisible();
  const chooser = page.getByLabel("Chọn tệp .docx hoặc PDF");
  await chooser.setInputFiles(pdf.path);
  await expect(page.getByRole("status").getByText("Tệp đúng từng byte với bản PDF đã phát hành.")).toBeVisible();
  const forged = testInfo.outputPath("gia-mao.pdf");
  writeFileSync(forged, Buffer.concat([pdf.content, Buffer.from(" ")]));
  await chooser.setInputFiles(forged);
  await expect(page.getByRole("status").getByText("Không khớp")).toBeVisible();

  for (const width of [1440, 390])
    for (const colorScheme of ["light", "dark"] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      expect(await accessible(page)).toEqual([]);
    }

  const plain = await browser.newPage({ javaScriptEnabled: false });
  await plain.goto(address);
  await plain.getByLabel("Hoặc nhập mã SHA-256 của tệp").fill(createHash("sha256").update(pdf.content).digest("hex"));
  await plain.getByRole("button", { name: "So mã" }).click();
  await expect(plain.getByText("Tệp đúng từng byte với bản PDF đã phát hành.")).toBeVisible();
  await plain.close();

  const unknown = await page.goto("/verify/AbCdEfGhIjKlMnOpQrStUvWx");
  expect(unknown?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "Không tìm thấy văn bản" })).toBeVisible();
});

test("the ministry tries a template of its own, is told every fault, and looks at a real report in it", async ({
  page,
}, testInfo) => {
  await actAs(page, "noivu.G09");
  await open(page, "/document-templates");
  expect(await accessible(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 900 });
  expect(await accessible(page)).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });

  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Tải tệp mẫu bản 1" }).first().click();
  const shipped = readFileSync(await (await coming).path());
  const edit = (name: string, change: (xml: string) => string) => {
    const zip = new PizZip(shipped);
    zip.file("word/document.xml", change(zip.file("word/document.xml")?.asText() ?? ""));
    const path = testInfo.outputPath(name);
    writeFileSync(path, zip.generate({ type: "nodebuffer" }));
    return path;
  };
  const upload = async (path: string) => {
    await page.getByLabel("Tệp mẫu", { exact: true }).setInputFiles(path);
    await page.getByLabel("Căn cứ, lý do thay mẫu").fill("Thống nhất cách ghi nơi nhận.");
    await page.getByRole("button", { name: "Kiểm tra và lưu để thử" }).click();
  };
  await upload(edit("sai.docx", (xml) => xml.replace("{agency}", "{coQuan}").replace("{closing}", "")));
  for (const words of [
    "{coQuan} không có trong hệ thống",
    "Thiếu chỗ điền bắt buộc {agency}",
    "Thiếu chỗ điền bắt buộc {closing}",
  ])
    await expect(page.getByRole("alert").getByText(words)).toBeVisible();

  await upload(edit("dung.docx", (xml) => xml.replace("Nơi nhận:", "Gửi tới:")));
  await expect(page.getByText("Mẫu đã được kiểm tra và lưu là bản 2")).toBeVisible();
  const trying = page.waitForEvent("download");
  await page.getByRole("button", { name: "Xem thử bản mẫu 2" }).click();
  expect(wordsIn(readFileSync(await (await trying).path()))).toContain("Gửi tới:");
});
