import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { barriersOf } from "../barriers.ts";
import { actAs, open } from "../reports/people.ts";

/** The police of Hà Nội lay figures out, keep the table under a name, and a colleague's agency opens it by its link. */
test("a table of one's own choosing: laid out by keyboard, kept by link, taken away as a file", async ({ page }) => {
  test.setTimeout(180_000);
  let link = "";

  await test.step("opens on every indicator by year", async () => {
    await actAs(page, "congan.H26");
    await open(page, "/dashboards/H26/pivot");
    await expect(page.getByRole("heading", { level: 1, name: "Chỉ tiêu theo năm" })).toBeVisible();
    await expect(page.getByRole("row", { name: /^B1\. Tổng số mô hình/ })).toBeVisible();
    expect(await barriersOf(page)).toEqual([]);
  });

  await test.step("rows, columns and filters are chosen without a mouse", async () => {
    await page.getByRole("combobox", { name: "Hàng", exact: true }).selectOption("Loại đơn vị");
    await page.getByRole("combobox", { name: "Cột", exact: true }).selectOption("Chỉ tiêu");
    const indicators = page.getByText("Chỉ tiêu: tất cả");
    await indicators.focus();
    await page.keyboard.press("Enter");
    const ratio = page.getByRole("checkbox", { name: /^B18\. Tỷ lệ hòa giải thành/ });
    await ratio.focus();
    await page.keyboard.press("Space");
    await page.getByRole("checkbox", { name: /^B16\. / }).check();
    await page.getByRole("checkbox", { name: /^B17\. / }).check();
    await page.getByRole("button", { name: "Lập bảng" }).press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Loại đơn vị theo chỉ tiêu" })).toBeVisible();
    const numbers = await numbersOf(page, "Cộng");
    expect(numbers).toHaveLength(3);
    const [received = 0, settled = 0, ratioOfBoth] = numbers;
    expect(ratioOfBoth).toBe(Math.round((settled / received) * 1000) / 10);
    const communes = await Promise.all(["phường", "xã"].map((type) => numbersOf(page, type)));
    expect(communes[0]?.[0] && communes[1]?.[0] && communes[0][0] + communes[1][0]).toBe(received);
  });

  await test.step("is kept under a name", async () => {
    await page.waitForLoadState("networkidle");
    await page.getByLabel("Lưu bảng này với tên").fill("Hòa giải ở cơ sở");
    await page.getByRole("button", { name: "Lưu bảng" }).click();
    await page.waitForURL(/pivot\?view=/);
    await expect(page.getByRole("heading", { level: 1, name: "Hòa giải ở cơ sở" })).toBeVisible();
    link = page.url();
  });

  await test.step("as a file it holds the same", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "CSV" }).click(),
    ]);
    const text = await readFile(await download.path(), "utf8");
    expect(text).toContain("Bảng phân tích, Thành phố Hà Nội");
    const total = text.split("\r\n").find((line) => line.startsWith("Cộng;"));
    const numbers = total
      ?.split(";")
      .slice(1)
      .map((cell) => Number(cell.replace(",", ".")));
    expect(numbers).toEqual(await numbersOf(page, "Cộng"));
  });

  await test.step("opens by its link for the headquarters, who cannot take it away, and not for another province", async () => {
    await actAs(page, "congan.G01");
    await open(page, link);
    await expect(page.getByRole("heading", { level: 1, name: "Hòa giải ở cơ sở" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Gỡ bảng đang mở" })).toBeHidden();
    await actAs(page, "congan.H57");
    expect((await page.goto(link))?.status()).toBe(404);
  });

  await test.step("fits a phone in the dark, and is taken away by who kept it", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: "dark" });
    await actAs(page, "congan.H26");
    await open(page, link);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await barriersOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Gỡ bảng đang mở" }).click();
    await page.getByRole("button", { name: "Đồng ý" }).click();
    await expect(page.getByText("Chưa có bảng nào được lưu")).toBeVisible();
    expect((await page.goto(link))?.status()).toBe(404);
  });
});

const numbersOf = async (page: Page, name: string) =>
  (
    await page
      .getByRole("row", { name: new RegExp(`^${name} `) })
      .getByRole("cell")
      .allInnerTexts()
  ).map((text) => Number(text.replace(/[.\s%]/g, "").replace(",", ".")));
