import { expect, type Page, test } from "@playwright/test";
import { actAs, open } from "../reports/people.ts";

/** Headquarters finds who is late on the map and reminds exactly seven of them; their clerks see it. */

const MESSAGE = "Đề nghị gửi báo cáo trước 17 giờ hôm nay; có vướng mắc thì gọi ngay cho Bộ Công an.";

const boxes = (page: Page) => page.getByRole("checkbox", { name: /^Nhắc / });

/** Leaves seven communes ticked by keyboard, as by mouse; returns the addresses of their reports. */
async function keepSeven(page: Page) {
  const names = await boxes(page).evaluateAll((all) => all.map((box) => box.getAttribute("aria-label") ?? ""));
  const kept = names.filter((name) => /^Nhắc (Xã|Phường|Đặc khu) /.test(name)).slice(0, 7);
  expect(kept.length).toBe(7);
  for (const name of names.filter((each) => !kept.includes(each)))
    await page.getByRole("checkbox", { name, exact: true }).uncheck();
  return page
    .locator("tr", { has: page.getByRole("checkbox", { checked: true }) })
    .evaluateAll((rows) => rows.map((row) => row.querySelector("th a")?.getAttribute("href") ?? ""));
}

/** The code of each commune whose shape is on the map, by the address of its report: clerks' accounts are named after it. */
const codesOnMap = (page: Page) =>
  page
    .locator("figure svg a")
    .evaluateAll((links) =>
      Object.fromEntries(
        links.map((link) => [
          link.getAttribute("href") ?? "",
          link.querySelector("use")?.getAttribute("href")?.split("#u")[1] ?? "",
        ]),
      ),
    );

test("map → worst province → its late communes → seven are reminded once → their clerk sees it", async ({ page }) => {
  test.setTimeout(180_000);
  await actAs(page, "congan.G01");
  await open(page, "/dashboards/VN?measure=overdue");

  const worst = page.locator("figure svg a").first();
  const province = (await worst.getAttribute("href"))?.match(/H\d+/)?.[0];
  await worst.click();
  await page.waitForURL(new RegExp(`/dashboards/${province}`));
  const codes = await codesOnMap(page);
  await page
    .getByRole("link", { name: /Quá hạn chưa gửi/ })
    .first()
    .click();
  await page.waitForURL(new RegExp(`/reports\\?.*province=${province}.*standing=overdue`));
  await page.getByRole("link", { name: "Nhắc các đơn vị" }).first().click();
  await page.waitForURL(/\/dashboards\/remind/);
  await page.waitForLoadState("networkidle");

  const chosen = await keepSeven(page);
  await page.getByLabel("Nội dung nhắc").fill(MESSAGE);
  const before = await sentReminders(page);
  await page.getByRole("button", { name: "Gửi lời nhắc" }).dblclick();
  await expect(page).toHaveURL(/\/dashboards\/reminders/);
  expect(await sentReminders(page)).toBe(before + 1);

  for (const address of [chosen[0] ?? "", chosen[6] ?? ""]) {
    await actAs(page, `canbo.${codes[address]}`);
    await expect(page.getByText(MESSAGE)).toHaveCount(1);
    await page.getByRole("link", { name: /Mở báo cáo năm 2026/ }).click();
    await page.waitForURL(/\/reports\/[0-9a-f-]{36}/);
  }
});

/** How many reminders headquarters have sent so far. */
async function sentReminders(page: Page) {
  const list = await page.context().newPage();
  await list.goto("/dashboards/reminders");
  const count = await list.locator("tbody tr").count();
  await list.close();
  return count;
}
