import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { filled } from "../../support/filled-workbook.ts";
import { actAs } from "../reports/people.ts";

test.setTimeout(120_000);

test("a clerk takes the template away, fills it, looks at every change, takes the good ones and sees them in the report", async ({
  page,
}) => {
  await actAs(page, "canbo.00025");
  const report = await ownReport(page);
  await page.goto(report);
  await page.getByRole("link", { name: "Nhập bằng Excel" }).click();
  await page.waitForURL(/workbook$/);
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
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "Nhận các thay đổi đã chọn" }).click();
  await expect(page.getByText("Đã ghi 3 thay đổi vào báo cáo.")).toBeVisible();

  const template2 = await downloaded(page, "Tải mẫu Excel");
  await page.goto(`${report}/sections/D`);
  await expect(page.locator('[name="figures.D1"]')).toHaveValue("431");
  await expect(page.locator('[name="figures.D3"]')).toHaveValue("1.207");
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

  await actAs(page, `canbo.${await otherWriter(page)}`);
  await page.goto(`${await ownReport(page)}/workbook`);
  await upload(page, "Mẫu đã điền", Buffer.from(template), "cua-phuong-khac.xlsx");
  await expect(page.getByText(/Tệp này là của .* năm 2026; báo cáo đang mở là của/)).toBeVisible();
});

test("a city proposes figures to its communes with one workbook, and a commune takes them", async ({ page }) => {
  await actAs(page, "congan.H26");
  await page.goto("/reports?kind=consolidated&period=2026");
  const city = await page.getByRole("link", { name: "Thành phố Hà Nội" }).first().getAttribute("href");
  await page.goto(`${city}/workbook`);
  await expectAccessible(page);
  const template = await downloaded(page, "Tải mẫu nhiều đơn vị");
  const file = await filled(template, {
    "Số liệu các đơn vị": { "00025": { E1: 17, E2: 96 }, "00070": { E1: -1 }, "00004": { E1: 12 } },
  });
  await upload(page, "Mẫu nhiều đơn vị đã điền", file, "so-lieu-ha-noi.xlsx");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("so-lieu-ha-noi.xlsx");
  await expect(page.getByRole("row", { name: /00025/ })).toContainText("E1: 17; E2: 96");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Gửi đề xuất tới các đơn vị đã chọn" }).click();
  await expect(page.getByText(/Đã đề xuất \d số liệu cho \d đơn vị\./)).toBeVisible();

  await actAs(page, "canbo.00025");
  const report = await ownReport(page);
  await page.goto(report);
  await expect(page.getByText(/Công an thành phố Hà Nội đề xuất 2 số liệu\./)).toBeVisible();
  await page.getByRole("link", { name: "Xem, nhận hoặc không nhận" }).click();
  await expect(page.getByRole("row", { name: /E2/ })).toContainText("96");
  await expectAccessible(page);
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "Nhận các số liệu đã chọn", exact: true }).click();
  await expect(page.getByText("Đã nhận 2 số liệu vào báo cáo.")).toBeVisible();
  await page.goto(`${report}/sections/E`);
  await expect(page.locator('[name="figures.E1"]')).toHaveValue("17");
});

test("a list is downloaded as it stands on screen, and says under which filters", async ({ page }) => {
  await actAs(page, "congan.H26");
  await page.goto("/reports?period=2026&q=hoan+kiem");
  const csv = (await downloaded(page, "CSV (.csv)")).toString("utf8");
  expect(csv).toContain("Bộ lọc: năm 2026; tìm “hoan kiem”");
  expect(csv.trim().split("\r\n").at(-1)).toMatch(/^00070;Phường Hoàn Kiếm;/);
  const xlsx = await downloaded(page, "Excel (.xlsx)");
  expect(xlsx.subarray(0, 2).toString()).toBe("PK");
});

async function ownReport(page: Page): Promise<string> {
  const link = page.locator(".work-list a[href^='/reports/']").first();
  return (await link.getAttribute("href"))?.split("/").slice(0, 3).join("/") ?? "";
}

/** Another commune of the city whose report is still with its clerk, as the city sees it. */
async function otherWriter(page: Page): Promise<string> {
  await actAs(page, "congan.H26");
  const answer = await page.request.get("/api/reports?period=2026&status=draft&agencyKind=commune");
  const { reports } = (await answer.json()) as { reports: { agencyId: string }[] };
  return reports.map(({ agencyId }) => agencyId).find((id) => !["00025", "00070"].includes(id)) ?? "";
}

async function downloaded(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
  return readFile(await download.path());
}

async function upload(page: Page, label: string, buffer: Buffer, name: string) {
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  await page.waitForLoadState("networkidle");
  await page.getByLabel(label).setInputFiles({ name, mimeType, buffer });
  await page
    .getByLabel(label)
    .locator("xpath=ancestor::form")
    .getByRole("button", { name: "Tải lên và xem trước" })
    .click();
}

/** On a desk and on a phone. */
async function expectAccessible(page: Page) {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${width}: ${id} at ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }
}
