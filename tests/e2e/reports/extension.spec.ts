import { expect, type Page, test } from "@playwright/test";
import { barriersOf } from "../barriers.ts";
import { actAs, open } from "./people.ts";

/** A ward needs more time: its clerk asks, the city's police decide, and the day and its mark are seen by all who look. */

test("a clerk asks for more time, the police grant it, and the extension is marked wherever the report stands", async ({
  page,
}) => {
  test.setTimeout(180_000);
  let report = "";
  const problems: string[] = [];

  await test.step("the clerk asks, and is told why a later day cannot be given", async () => {
    await actAs(page, "canbo.00025");
    await page
      .getByRole("link", { name: /Báo cáo năm 2026/ })
      .first()
      .click();
    await expect(page.getByRole("heading", { level: 1, name: /Báo cáo năm 2026 – Phường Giảng Võ/ })).toBeVisible();
    report = new URL(page.url()).pathname;
    await page.getByRole("link", { name: "Đề nghị gia hạn" }).click();
    await page.waitForURL(`**${report}/extension`);
    await page.waitForLoadState("networkidle");
    await expect(page.getByText("không quy định ai được gia hạn")).toBeVisible();
    problems.push(...(await axeAtBothWidths(page)));
    await page.locator("#untilOn").evaluate((input) => input.removeAttribute("max"));
    await page.getByLabel("Xin gia hạn đến hết ngày").fill("2026-11-30");
    await page.getByLabel("Lý do").fill("Sáp nhập tổ dân phố, cần đối chiếu lại số liệu.");
    await page.getByRole("button", { name: /Gửi đề nghị tới Công an thành phố Hà Nội và Sở Nội vụ/ }).click();
    await expect(page.getByRole("alert").first()).toContainText("Hãy chọn ngày chậm nhất là 29/11/2026.");
    await page.getByLabel("Xin gia hạn đến hết ngày").fill("2026-11-27");
    await page.getByRole("button", { name: /Gửi đề nghị tới/ }).click();
    await expect(page.getByRole("heading", { name: "Đang đề nghị gia hạn đến hết ngày 27/11/2026" })).toBeVisible();
  });

  await test.step("the police find it among their work and grant a day earlier than asked", async () => {
    await actAs(page, "congan.H26");
    const item = page.getByRole("listitem").filter({ hasText: "Phường Giảng Võ" });
    await item.getByRole("link", { name: "Xem và trả lời" }).click();
    await page.waitForURL(`**${report}/extension`);
    await page.waitForLoadState("networkidle");
    problems.push(...(await axeAtBothWidths(page)));
    await page.locator("#grant-untilOn").fill("2026-11-25");
    await page.getByLabel("Ghi chú cho đơn vị").fill("Đến hết ngày 25/11.");
    await page.getByRole("button", { name: "Đồng ý gia hạn" }).click();
    await expect(page.locator(".tag", { hasText: "Gia hạn 16 ngày" })).toBeVisible();
    await expect(page.getByRole("row", { name: /Sáp nhập tổ dân phố/ })).toContainText("Đến hết ngày 25/11/2026.");
    await open(page, "/work");
    await expect(page.getByRole("listitem").filter({ hasText: "Phường Giảng Võ" })).toHaveCount(0);
    await open(page, "/reports?period=2026&standing=extended&q=giang+vo");
    const line = page.getByRole("row", { name: /Phường Giảng Võ/ });
    await expect(line).toContainText("25/11/2026");
    await expect(line.locator(".tag", { hasText: /^Gia hạn$/ })).toBeVisible();
    problems.push(...(await axeAtBothWidths(page)));
  });

  await test.step("the clerk sees both days and who gave them", async () => {
    await actAs(page, "canbo.00025");
    await open(page, report);
    await expect(page.getByText("Hạn ban đầu")).toBeVisible();
    await expect(page.getByText("Đồng ý gia hạn đến hết ngày 25/11/2026")).toBeVisible();
    await expect(page.locator("h1 ~ .tag, .page-header .tag").filter({ hasText: "Quá hạn" })).toHaveCount(0);
    problems.push(...(await axeAtBothWidths(page)));
  });

  expect(problems).toEqual([]);
});

async function axeAtBothWidths(page: Page): Promise<string[]> {
  const problems: string[] = [];
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    problems.push(...(await barriersOf(page)).map((problem) => `${page.url()} at ${width}: ${problem}`));
  }
  return problems;
}
