import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { actAs, open } from "./people.ts";

/** What readers see: the words that changed since the version before, and the signed statement that nothing occurred. */

test("after a return the recipient sees which words were corrected", async ({ page }) => {
  test.setTimeout(120_000);
  await actAs(page, "canbo.10354");
  const report = await ownReport(page, "Xã Vân Đình");

  await test.step("the clerk corrects one narrative and one self-assessment, the head sends again", async () => {
    await open(page, `${report}/sections/narratives`);
    const outlook = page.locator('[name="narratives.N10"]');
    await outlook.press("Control+End");
    await outlook.pressSequentially("\nNăm 2027 phấn đấu:\n- 100% khu dân cư ký cam kết;");
    await outlook.blur();
    await expect(page.locator("#N10").getByText("đã lưu")).toBeVisible();
    await open(page, `${report}/sections/assessment`);
    const grounds = page.locator("textarea[name$='.grounds']").first();
    await grounds.press("Control+End");
    await grounds.pressSequentially(" Có biên bản kiểm tra.");
    await grounds.blur();
    await expect(page.locator(".assessment").first().getByText("đã lưu")).toBeVisible();
    await open(page, report);
    await page.getByRole("button", { name: "Trình ký" }).click();
    await expect(state(page, "Chờ ký")).toBeVisible();
    await actAs(page, "lanhdao.10354");
    await open(page, `${report}/sections/narratives`);
    await expect(page.getByText("Khác bản 1 ở 1/11 phần")).toBeVisible();
    await open(page, report);
    await page.getByRole("button", { name: /Ký và gửi/ }).click();
    await expect(state(page, "Đã gửi")).toBeVisible();
  });

  await test.step("the recipient sees both, marked", async () => {
    await actAs(page, "congan.H26");
    await open(page, `${report}/sections/narratives`);
    await page.getByText("Khác bản 1 ở 1/11 phần").getByRole("link").click();
    const outlook = page.locator("#N10");
    await expect(outlook.getByText("✎ Đã sửa so với bản 1")).toBeVisible();
    await expect(outlook.locator("ins")).toContainText("100% khu dân cư ký cam kết");
    await expect(outlook.locator("del")).toHaveCount(0);
    await outlook.getByText("Đọc bản mới không đánh dấu").click();
    await expect(outlook.getByRole("listitem").filter({ hasText: "100% khu dân cư" })).toBeVisible();
    expect(await problemsOf(page)).toEqual([]);
    await open(page, `${report}/sections/assessment`);
    await expect(page.locator("ins").filter({ hasText: "Có biên bản kiểm tra." })).toHaveCount(1);
    await open(page, `${report}/sections/narratives?version=1`);
    await expect(page.getByText("100% khu dân cư ký cam kết")).toHaveCount(0);
    await expect(page.getByText(/Khác bản/)).toHaveCount(0);
  });
});

test("“không phát sinh” is a statement that the clerk puts up, the head signs and everybody can tell from missing", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await actAs(page, "canbo.10114");
  const report = await ownReport(page, "Xã Thanh Oai");

  await test.step("put up with the sentence to be signed", async () => {
    await open(page, report);
    await page.locator("summary", { hasText: "Báo cáo không phát sinh" }).click();
    const form = page.locator("form", { hasText: "không phát sinh số liệu" });
    await expect(form).toContainText("Ủy ban nhân dân xã Thanh Oai báo cáo: trong kỳ báo cáo năm 2026 không phát sinh");
    await form.getByRole("checkbox").check();
    expect(await problemsOf(page)).toEqual([]);
    await form.getByRole("button", { name: "Báo cáo không phát sinh" }).click();
    await expect(state(page, "Chờ ký")).toBeVisible();
  });

  await test.step("signed by the head, who reads what is signed", async () => {
    await actAs(page, "lanhdao.10114");
    await open(page, report);
    await expect(page.locator(".notice", { hasText: "Báo cáo không phát sinh" })).toContainText(
      "không phát sinh số liệu",
    );
    await page.getByRole("button", { name: /Ký và gửi/ }).click();
    await expect(state(page, "Đã gửi")).toBeVisible();
    await expect(state(page, "Không phát sinh")).toBeVisible();
  });

  await test.step("found by the recipient as such, in the list, on the report and in its sections", async () => {
    await actAs(page, "congan.H26");
    await open(page, "/reports?period=2026&nothing=1&q=thanh+oai");
    await expect(page.getByRole("row", { name: /Xã Thanh Oai/ })).toContainText("Không phát sinh");
    for (const section of ["narratives", "assessment"]) {
      await open(page, `${report}/sections/${section}`);
      await expect(page.getByText("Phần lời và tự đánh giá không kèm theo.")).toBeVisible();
    }
    await open(page, `${report}/sections/B`);
    await expect(page.locator("#B1")).toContainText("không phát sinh");
    expect(await problemsOf(page)).toEqual([]);
  });
});

const state = (page: Page, word: string) =>
  page.locator("h1 .tag, h1 ~ .tag, .page-header .tag").filter({ hasText: word }).first();

async function ownReport(page: Page, name: string) {
  const link = page.locator(".work-list a[href^='/reports/']").filter({ hasText: new RegExp(name, "i") });
  return (await link.first().getAttribute("href"))?.split("/").slice(0, 3).join("/") ?? "";
}

async function problemsOf(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  return violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.html.slice(0, 160)}`);
}
