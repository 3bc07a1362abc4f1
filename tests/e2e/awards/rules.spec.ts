import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { actAs } from "../reports/people.ts";

/**
 * Sở Nội vụ of Huế, whose rules no other journey needs, enters what its council's rules say, tries them, and puts them to use;
 * a ward reads them, and its draft nobody else.
 */

test.describe.configure({ mode: "serial" });
test.setTimeout(180_000);

const TITLE = "Quy chế Hội đồng Thi đua – Khen thưởng Thành phố";
let draft: string;

/** The row of an award's value. */
const valueRow = (page: Page, awardId: string, label: string) =>
  page.locator(`#${awardId} tr`).filter({ has: page.getByRole("rowheader", { name: label, exact: true }) });

test("a draft changes one value at a time, none without its grounds", async ({ page }) => {
  await actAs(page, "noivu.H57");
  await page.goto("/awards/rules");
  await expect(page.getByText("Luật 06/2026/QH16").first()).toBeVisible();
  await page.getByLabel("Tên bộ quy định mới").fill(TITLE);
  await page.getByRole("button", { name: "Lập bản nháp" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(TITLE);
  draft = page.url();

  const threshold = valueRow(page, "bang-khen-bo-tinh", "Tỷ lệ phiếu đồng ý");
  await expect(threshold).toContainText("Chưa xác minh quy định");
  await threshold.getByRole("link", { name: /^Sửa/ }).click();
  await page.getByLabel("Tử số").fill("2");
  await page.getByLabel("Mẫu số").fill("3");
  await page.getByLabel("Văn bản", { exact: true }).fill("Quy chế số 12/QC-HĐTĐKT");
  await page.getByLabel("Điều, khoản").fill(" ");
  await page.getByLabel("Theo văn bản").check();
  await page.getByRole("button", { name: "Lưu giá trị" }).click();
  await expect(page.locator(".field-problem")).toHaveText(/Hãy ghi điều, khoản/);
  await page.getByLabel("Điều, khoản").fill("Điều 9, khoản 2");
  await page.getByRole("button", { name: "Lưu giá trị" }).click();

  await expect(threshold).toContainText("từ 2/3 tổng số thành viên hội đồng");
  await expect(threshold).toContainText("Quy chế số 12/QC-HĐTĐKT, Điều 9, khoản 2");
  await expect(threshold).toContainText("Quy định riêng");
  await expect(threshold).not.toContainText("Chưa xác minh");
  await expect(valueRow(page, "bang-khen-bo-tinh", "Mức tiền thưởng (lần lương cơ sở)").getByRole("link")).toHaveCount(
    0,
  );
});

test("its differences from what it began with are shown side by side", async ({ page }) => {
  await actAs(page, "noivu.H57");
  await page.goto(`${draft}/compare?with=luat-2022-sua-2026-nd-152`);
  await expect(page.getByText("1 chỗ khác nhau.")).toBeVisible();
  await expect(page.locator("tbody tr")).toContainText(["Tỷ lệ phiếu đồng ý"]);
});

test("trying it writes nothing and says what would change", async ({ page }) => {
  await actAs(page, "noivu.H57");
  await page.goto(`${draft}/edit?value=bang-khen-bo-tinh.intake`);
  await page.getByLabel("Giá trị").selectOption("paperAndFile");
  await page.getByLabel("Văn bản", { exact: true }).fill("Quy chế số 12/QC-HĐTĐKT");
  await page.getByLabel("Điều, khoản").fill("Điều 7");
  await page.getByLabel("Theo văn bản").check();
  await page.getByRole("button", { name: "Lưu giá trị" }).click();
  await page.getByRole("link", { name: "Thử trên hồ sơ hiện có" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thử trên hồ sơ hiện có");
  await expect(page.getByText(/hồ sơ đang xét được thử/)).toBeVisible();
});

test("the pages hold WCAG 2.2 AA on a desk and on a phone, light and dark", async ({ page }) => {
  test.setTimeout(400_000);
  await actAs(page, "noivu.H57");
  const problems: string[] = [];
  for (const [width, colorScheme] of [
    [1440, "light"],
    [390, "dark"],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    for (const tail of [
      "",
      "/edit",
      "/edit?value=bang-khen-bo-tinh.threshold",
      "/edit?value=giay-khen.preconditions.moi",
      "/compare",
      "/trial",
    ]) {
      await page.goto(`${draft}${tail}`);
      problems.push(...(await problemsOf(page, `${width} ${tail}`)));
    }
    await page.goto("/awards/rules");
    problems.push(...(await problemsOf(page, `${width} list`)));
  }
  expect(problems).toEqual([]);
});

async function problemsOf(page: Page, where: string) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  return [
    ...violations.map(({ id, nodes }) => `${where}: ${id} at ${nodes[0]?.html.slice(0, 160)}`),
    ...(wide ? [`${where}: wider than the screen`] : []),
  ];
}

test("once adopted it holds for a ward, which reads it, and nobody changes it", async ({ page, browser }) => {
  const ward = await browser.newPage();
  await actAs(ward, "canbo.19753");
  expect((await ward.goto(draft))?.status()).toBe(404);

  await actAs(page, "noivu.H57");
  await page.goto(draft);
  await page.getByRole("button", { name: "Ban hành" }).click();
  await expect(page.getByRole("dialog")).toContainText("không sửa được");
  await page.getByRole("button", { name: "Đồng ý" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Đang có hiệu lực");
  await expect(page.getByRole("link", { name: /^Sửa/ })).toHaveCount(0);

  await ward.goto("/awards/rules");
  await expect(ward.getByRole("row").filter({ hasText: TITLE })).toContainText("Áp dụng cho cơ quan đồng chí");
  await ward.goto(draft);
  await expect(valueRow(ward, "bang-khen-bo-tinh", "Tỷ lệ phiếu đồng ý")).toContainText("từ 2/3");
  await ward.close();
});
