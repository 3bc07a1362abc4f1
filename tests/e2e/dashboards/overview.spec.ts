import { expect, type Page, test } from "@playwright/test";
import { problemsAt } from "../barriers.ts";
import { actAs, open } from "../reports/people.ts";

/** Headquarters look at the country: by eye on a desk and a phone, and by keyboard alone. */

const mapLinks = (page: Page) => page.locator("figure svg a");
const firstOfMap = (page: Page) => mapLinks(page).first();

test("the nation and a province have no barriers, light and dark, on a desk and a phone", async ({ page }) => {
  test.setTimeout(120_000);
  await actAs(page, "congan.G01");
  for (const [address, colorScheme, width] of [
    ["/dashboards/VN", "light", 1440],
    ["/dashboards/VN?measure=C3", "dark", 390],
    ["/dashboards/H26", "dark", 1440],
    ["/dashboards/H17", "light", 390],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await open(page, address);
    expect(await problemsAt(page, width), address).toEqual([]);
  }
});

test("every count leads to a list of as many", async ({ page }) => {
  test.setTimeout(120_000);
  await actAs(page, "congan.G01");
  await open(page, "/dashboards/VN");
  const counts = await page.locator("main ul[aria-label] > li > a:has(strong)").evaluateAll((links) =>
    links.map((link) => ({
      count: link.querySelector("strong")?.textContent ?? "",
      address: link.getAttribute("href") ?? "",
    })),
  );
  expect(counts.length).toBe(13);
  for (const { count, address } of counts) {
    await page.goto(address);
    await expect(page.locator(".page-facts"), address).toContainText(`${count} báo cáo`);
  }
});

test("by keyboard alone: from the map of the nation to its worst province, and to a commune's report", async ({
  page,
}) => {
  await actAs(page, "congan.G01");
  await open(page, "/dashboards/VN?measure=overdue");

  await test.step("the first link of the map is the province with most past due, and focus is seen on it", async () => {
    await page.getByRole("button", { name: "Xem" }).focus();
    await page.keyboard.press("Tab");
    await expect(firstOfMap(page)).toBeFocused();
    await expect(firstOfMap(page)).toHaveAccessibleName(/^.+: \d+\/\d+ \(.+ %\)$/);
    await expect(firstOfMap(page).locator("use")).toHaveCSS("fill", "rgb(255, 191, 0)");
    const worst = page.getByRole("row").nth(1).getByRole("link").first();
    expect(await firstOfMap(page).getAttribute("href")).toBe(await worst.getAttribute("href"));
  });

  await test.step("Enter opens the province, whose first commune has not begun", async () => {
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/dashboards\/H\d+/);
    await page.waitForLoadState("networkidle");
    await page.getByRole("button", { name: "Xem" }).focus();
    await page.keyboard.press("Tab");
    await expect(firstOfMap(page)).toHaveAccessibleName(/: Chưa bắt đầu$/);
  });

  await test.step("Enter opens the commune's report", async () => {
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/reports\/[0-9a-f-]{36}/);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Chưa bắt đầu");
  });
});

test("another measure and another order are in the address; both archipelagos are named on every map that has them", async ({
  page,
}) => {
  await actAs(page, "congan.G01");
  await open(page, "/dashboards/VN");
  await page.getByLabel("Tô màu theo").selectOption("C3");
  await page.getByRole("button", { name: "Xem" }).click();
  await expect(page).toHaveURL(/measure=C3/);
  await page.getByRole("columnheader", { name: "Quá hạn" }).getByRole("link").click();
  await expect(page.getByRole("columnheader", { name: "Quá hạn" })).toHaveAttribute("aria-sort", "descending");
  await expect(page).toHaveURL(/measure=C3/);
  const map = page.locator("figure svg");
  await expect(map).toContainText("Quần đảo Hoàng Sa");
  await expect(map).toContainText("Quần đảo Trường Sa");
  await expect(page.getByText("Nguồn bản đồ: NXB Tài nguyên – Môi trường và Bản đồ Việt Nam")).toBeVisible();
  for (const [province, islands] of [
    ["H17", "Quần đảo Hoàng Sa"],
    ["H32", "Quần đảo Trường Sa"],
  ] as const) {
    await open(page, `/dashboards/${province}`);
    await expect(map.locator("text", { hasText: islands })).toBeVisible();
  }
});
