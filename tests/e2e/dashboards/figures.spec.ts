import { expect, test } from "@playwright/test";
import { problemsAt } from "../barriers.ts";
import { actAs, open } from "../reports/people.ts";

/** From a figure of the nation down to the cell somebody entered; and an order of places that says how far it can be relied on. */

test("figures, their parts and rankings have no barriers, light and dark, on a desk and a phone", async ({ page }) => {
  test.setTimeout(180_000);
  await actAs(page, "congan.G01");
  for (const [address, colorScheme, width] of [
    ["/dashboards/VN/figures?indicator=C3", "light", 1440],
    ["/dashboards/H26/figures?indicator=C13&structure=today", "dark", 390],
    ["/dashboards/VN/figures/B1?period=2025", "dark", 1440],
    ["/dashboards/H57/figures/B18", "light", 390],
    ["/dashboards/VN/ranking?period=2025", "light", 390],
    ["/dashboards/H57/ranking?indicator=B1", "dark", 1440],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await open(page, address);
    expect(await problemsAt(page, width), address).toEqual([]);
  }
});

test("from the nation's figure to the cell of a commune, and who signed it", async ({ page }) => {
  test.setTimeout(120_000);
  await actAs(page, "congan.G01");
  await open(page, "/dashboards/VN/figures?period=2025&indicator=B1");
  await page.getByRole("link", { name: "Nguồn của số liệu này" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("3.359/3.359 đơn vị, đủ tất cả");

  await test.step("the official figure differs, and every cause is named", async () => {
    const steps = page.getByRole("table", { name: /Từ tổng các đơn vị hiện nay/ });
    const numbers = (await steps.locator("td").allTextContents()).map((text) =>
      Number(text.replace("−", "-").replace(/[+.]/g, "")),
    );
    const official = numbers.pop();
    expect(numbers.length).toBeGreaterThan(1);
    expect(numbers.reduce((sum, number) => sum + number, 0)).toBe(official);
    await expect(steps).not.toContainText("Chưa xác định");
  });

  await test.step("the province's parts add up to its figure", async () => {
    const figure = page.getByRole("row", { name: /Thành phố Huế/ }).getByRole("link");
    const total = Number(((await figure.textContent()) ?? "").replace(".", ""));
    await figure.click();
    await expect(page).toHaveURL(/\/dashboards\/H57\/figures\/B1/);
    const units = page.getByRole("table", { name: /theo đơn vị/ });
    const values = await units.locator("tbody tr td:nth-child(2)").allTextContents();
    expect(values.length).toBe(40);
    expect(values.reduce((sum, text) => sum + Number(text.replace(".", "")), 0)).toBe(total);
  });

  await test.step("the figure opens the cell in the version that counts", async () => {
    const unit = page
      .getByRole("table", { name: /theo đơn vị/ })
      .locator("tbody tr")
      .first();
    await expect(unit).toContainText(/Bản \d+, nhập: .+, ký: .+/);
    const cell = unit.getByRole("link", { name: /mở ô trong báo cáo/ });
    const value = (await cell.textContent()) ?? "";
    await cell.click();
    await expect(page).toHaveURL(/\/reports\/[0-9a-f-]{36}\/sections\/B\?version=\d+#B1$/);
    await expect(page.locator("#B1")).toContainText(value);
    await expect(page.locator("#B1")).toBeInViewport();
  });
});

test("a ranking leaves out whoever is incomplete, with the reason, and warns of counts", async ({ page }) => {
  test.setTimeout(120_000);
  await actAs(page, "congan.G01");
  await open(page, "/dashboards/VN/ranking?period=2026&indicator=B1");
  const ranked = page.getByRole("table", { name: /^Xếp theo/ }).locator("tbody tr");
  const left = page.getByRole("table", { name: /không xếp hạng/ }).locator("tbody tr");
  expect((await ranked.count()) + (await left.count())).toBe(34);
  expect(await left.count()).toBeGreaterThan(0);
  await expect(left.first()).toContainText(/\d+\/\d+ báo cáo chưa được tiếp nhận/);
  await expect(page.getByText("Số đếm chưa tính đến quy mô")).toBeVisible();
  await expect(ranked.first().locator("td").first()).toHaveText(/^1 \(\d+(–\d+)?\)$/);

  await test.step("shares can be asked of more cases only", async () => {
    await open(page, "/dashboards/H26/ranking?period=2025&indicator=B18");
    const all = await ranked.count();
    await page.getByRole("navigation", { name: "Mẫu số ít nhất" }).getByRole("link", { name: "50" }).click();
    await expect(page).toHaveURL(/least=50/);
    expect(await ranked.count()).toBeLessThan(all);
    await expect(page.getByText(/Mẫu số \d+ nhỏ hơn 50/).first()).toBeVisible();
  });
});
