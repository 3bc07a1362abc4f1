import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { filled } from "../../support/filled-workbook.ts";
import { actAs } from "../reports/people.ts";

test.describe.configure({ mode: "serial" });
test.setTimeout(120_000);

/** Officers of Cần Thơ, whose units are still writing. */
const [clerk, officer] = ["canbo.H92", "congan.H92"];

test("a clerk takes the template away, fills it, looks at every change, takes the good ones and sees them in the report", async ({
  page,
}) => {
  await actAs(page, "canbo.00025");
  const report = await ownReport(page);
  await page.goto(report);
  await page.getByRole("link", { name: "Nhập bằng Excel" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Nhập bằng Excel");
  await expectAccessible(page);

  const template = await downloaded(page, "Tải mẫu Excel");
  const now = "Năm 2026";
  const file = await filled(template, {
    "Phần D": { D1: { [now]: 431 }, D2: { [now]: "nhiều lắm" }, D3: { [now]: "1.207" } },
    "Phần lời": { N11: { "Phần lời": "Đề nghị hỗ trợ kinh phí." } },
  });
  await upload(page, "Mẫu đã điền", file, "bao-cao-da-dien.xlsx");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("bao-cao-da-dien.xlsx");
  await expect(page.getByRole("heading", { name: "Chỗ chưa nhận được: 1" })).toBeVisible();
  await expect(page.getByRole("row", { name: /Phần D, ô E6/ })).toContainText("nhiều lắm");
  const change = page.getByRole("row", { name: /D1/ });
  await expect(change).toContainText("431");
  await expectAccessible(page);
  await page.reload();
  await page.getByRole("button", { name: "Nhận các thay đổi đã chọn" }).click();
  await expect(page.getByText("Đã ghi 3 thay đổi vào báo cáo.")).toBeVisible();

  const template2 = await downloaded(page, "Tải mẫu Excel");
  await page.goto(`${report}/sections/D`);
  await expect(page.locator("#D1")).toHaveValue("431");
  await expect(page.locator("#D3")).toHaveValue("1.207");
  await page.goto(`${report}/workbook`);
  await upload(page, "Mẫu đã điền", Buffer.from(template2), "chua-dien.xlsx");
  await expect(page.getByText("chưa ô nào được điền hoặc sửa")).toBeVisible();
});

test("a file that is none is told what it is, and one of another unit whose it is", async ({ page }) => {
  await actAs(page, "canbo.00025");
  const report = await ownReport(page);
  await page.goto(`${report}/workbook`);
  const template = await downloaded(page, "Tải mẫu Excel");
  await upload(page, "Mẫu đã điền", Buffer.from("mã;năm nay\nB1;12\n"), "bao-cao.xlsx");
  await expect(page.getByText("Đây là tệp văn bản hoặc CSV")).toBeVisible();

  await actAs(page, "canbo.00004");
  await page.goto(`${await ownReport(page)}/workbook`);
  await upload(page, "Mẫu đã điền", Buffer.from(template), "cua-phuong-khac.xlsx");
  await expect(page.getByText(/Tệp này là của .* năm 2026; báo cáo đang mở là của/)).toBeVisible();
});

async function ownReport(page: Page): Promise<string> {
  const link = page.locator(".work-list a[href^='/reports/']").first();
  return (await link.getAttribute("href"))?.split("/").slice(0, 3).join("/") ?? "";
}

async function downloaded(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
  return readFile(await download.path());
}

async function upload(page: Page, label: string, buffer: Buffer, name: string) {
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  await page.getByLabel(label).setInputFiles({ name, mimeType, buffer });
  await page
    .getByLabel(label)
    .locator("xpath=ancestor::form")
    .getByRole("button", { name: "Tải lên và xem trước" })
    .click();
}

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
}
