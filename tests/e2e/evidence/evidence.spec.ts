import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { type CDPSession, expect, type Page, test } from "@playwright/test";
import { plainPdf } from "../../support/pdf.ts";
import { actAs, open } from "../reports/people.ts";

/** A clerk attaches papers to the report over a line that breaks, and finds the rest sent, not all of it again. */

const CHUNK = 256 * 1024;
const SLOW = { latency: 40, downloadThroughput: 1_000_000, uploadThroughput: 400_000 };

test.describe.configure({ mode: "serial" });
test.setTimeout(120_000);

let report: string;

test.beforeEach(async ({ page }) => {
  await actAs(page, "canbo.00070");
  const link = page.getByRole("link", { name: /Báo cáo năm 2026 – Ủy ban nhân dân phường Hoàn Kiếm/ });
  report = new URL((await link.getAttribute("href")) ?? "", page.url()).pathname.split("/").slice(0, 3).join("/");
  await open(page, report);
});

const list = (page: Page) => page.locator("#evidence");
const row = (page: Page, name: string) => list(page).getByRole("listitem").filter({ hasText: name });

/** The places of the chunks the page has sent so far. */
function watchOffsets(page: Page): number[] {
  const offsets: number[] = [];
  page.on("request", (request) => {
    const offset = new URL(request.url()).searchParams.get("offset");
    if (offset !== null && request.method() === "POST") offsets.push(Number(offset));
  });
  return offsets;
}

const setLine = (line: CDPSession, offline: boolean, { latency, downloadThroughput, uploadThroughput } = SLOW) =>
  line.send("Network.emulateNetworkConditions", { offline, latency, downloadThroughput, uploadThroughput });

async function slowLine(page: Page): Promise<CDPSession> {
  const line = await page.context().newCDPSession(page);
  await line.send("Network.enable");
  await setLine(line, false);
  return line;
}

/** What the server holds of uploads that are not finished. */
async function unfinished(page: Page): Promise<{ name: string; received: number }[]> {
  return (await (await page.request.get(`/api${report}/evidence`)).json()).unfinished;
}

async function choose(page: Page, name: string, content: Buffer, button = "Đính kèm tài liệu") {
  const chooser = page.waitForEvent("filechooser");
  const act = page.getByRole("button", { name: button }).first();
  await act.focus();
  await page.keyboard.press("Enter");
  await (await chooser).setFiles({ name, mimeType: "application/pdf", buffer: content });
}

async function remove(page: Page, name: string) {
  await row(page, name)
    .getByRole("button", { name: `Gỡ ${name}` })
    .click();
  await row(page, name).getByRole("button", { name: "Gỡ tệp" }).click();
  await expect(row(page, name)).toHaveCount(0);
}

test("a PDF goes on over a line that broke in the middle, and comes back as it was", async ({ page }) => {
  const content = plainPdf("Bien ban hop to dan pho", 2_000_000);
  const offsets = watchOffsets(page);
  const line = await slowLine(page);
  await choose(page, "Biên bản họp tổ dân phố.pdf", content);
  await expect(row(page, "Biên bản").getByText("Đang tải lên")).toBeVisible();
  await expect.poll(() => offsets.length).toBeGreaterThan(3);

  await setLine(line, true);
  await expect(row(page, "Biên bản").getByText("Chờ mạng")).toBeVisible();
  const received = (await unfinished(page))[0]?.received ?? 0;
  expect(received).toBeGreaterThan(CHUNK);
  expect(received).toBeLessThan(content.length);
  const sentBefore = offsets.length;

  await setLine(line, false, { ...SLOW, uploadThroughput: 4_000_000 });
  const link = row(page, "Biên bản").getByRole("link", { name: "Biên bản họp tổ dân phố.pdf" });
  await expect(link).toBeVisible({ timeout: 40_000 });
  const resent = offsets.slice(sentBefore);
  expect(Math.min(...resent)).toBeGreaterThanOrEqual(received - CHUNK);
  expect(resent.length).toBeLessThanOrEqual(Math.ceil((content.length - received) / CHUNK) + 4);

  const download = page.waitForEvent("download");
  await link.click();
  expect((await download).suggestedFilename()).toBe("Biên bản họp tổ dân phố.pdf");
  expect(readFileSync(await (await download).path()).equals(content)).toBe(true);
});

test("what was attached is only ever a download", async ({ page }) => {
  const { items } = await (await page.request.get(`/api${report}/evidence`)).json();
  const answer = await page.request.get(`/api${report}/evidence/${items[0].id}`, { headers: { range: "bytes=0-7" } });
  expect(answer.status()).toBe(206);
  expect((await answer.body()).toString()).toBe("%PDF-1.3");
  expect(answer.headers()).toMatchObject({
    "content-disposition": expect.stringMatching(
      /^attachment; filename=".*"; filename\*=UTF-8''Bi%C3%AAn%20b%E1%BA%A3n/,
    ),
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
    "cache-control": expect.stringContaining("no-store"),
    "content-range": expect.stringMatching(/^bytes 0-7\/\d+$/),
  });
});

test("an upload that a closed page left behind goes on with the same file", async ({ page }) => {
  const content = plainPdf("Danh sach mo hinh", 2_200_000);
  const line = await slowLine(page);
  const before = watchOffsets(page);
  await choose(page, "Danh sách mô hình.pdf", content);
  await expect.poll(() => before.length).toBeGreaterThan(3);
  page.once("dialog", (dialog) => dialog.accept());
  await page.reload();
  await setLine(line, false, { ...SLOW, uploadThroughput: 4_000_000 });
  const broken = row(page, "Danh sách mô hình.pdf");
  await expect(broken.getByText("Tải dở")).toBeVisible();
  const received = (await unfinished(page))[0]?.received ?? 0;
  expect(received).toBeGreaterThan(CHUNK);

  await choose(page, "tep-khac.pdf", plainPdf("Tep khac"), "Chọn lại tệp");
  await expect(broken.getByRole("alert")).toContainText("không phải “Danh sách mô hình.pdf”");
  before.length = 0;
  await choose(page, "Danh sách mô hình.pdf", content, "Chọn lại tệp");
  await expect(row(page, "Danh sách mô hình.pdf").getByRole("link")).toBeVisible({ timeout: 40_000 });
  expect(Math.min(...before)).toBe(received);
});

test("what may not be attached is refused in words, before anything is sent", async ({ page }) => {
  const offsets = watchOffsets(page);
  await choose(page, "Báo cáo Tối mật.pdf", plainPdf("Gia dinh"));
  await expect(row(page, "Tối mật").getByRole("alert")).toContainText("không nhận tài liệu bí mật nhà nước");
  await choose(page, "virus.exe", Buffer.from("MZ"));
  await expect(row(page, "virus.exe").getByRole("alert")).toContainText("thuộc loại không đính kèm được");
  expect(offsets).toEqual([]);
  await choose(page, "anh.pdf", Buffer.from("not a pdf"));
  await expect(row(page, "anh.pdf").getByRole("alert")).toContainText("không phải PDF");
  await expect(list(page).getByText("Không tải lên tài liệu có nội dung bí mật nhà nước.")).toBeVisible();
});

for (const { width, colorScheme } of [
  { width: 1440, colorScheme: "light" },
  { width: 390, colorScheme: "dark" },
] as const) {
  test(`the report's page with its files holds WCAG 2.2 AA at ${width} px, ${colorScheme}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await choose(page, "a.exe", Buffer.from("MZ"));
    await expect(row(page, "a.exe")).toBeVisible();
    await expect(row(page, "Biên bản")).toBeVisible();
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

test("a file attached beside a cell, by keyboard, is found at the report under that cell", async ({ page }) => {
  await open(page, `${report}/sections/B`);
  await page.locator('[name="figures.B1"]').focus();
  await page.keyboard.press("F4");
  const panel = page.getByRole("complementary");
  await expect(panel.getByText("Chưa có tài liệu nào.")).toBeVisible();
  await choose(page, "Danh sách B1.pdf", plainPdf("Danh sach B1"));
  await expect(panel.getByRole("link", { name: "Danh sách B1.pdf" })).toBeVisible();

  await open(page, report);
  await expect(list(page).getByRole("heading", { name: /^B1 / })).toBeVisible();
  await remove(page, "Danh sách B1.pdf");
});

test("a file is removed after one question", async ({ page }) => {
  await remove(page, "Biên bản họp tổ dân phố.pdf");
  await remove(page, "Danh sách mô hình.pdf");
  await open(page, report);
  await expect(list(page).getByText("Chưa có tài liệu nào.")).toBeVisible();
});
