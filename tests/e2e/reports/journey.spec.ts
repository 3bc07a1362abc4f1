import { expect, type Page, test } from "@playwright/test";
import { actAs, open } from "./people.ts";

/** The main job: one year's report goes from phường Hoàn Kiếm to the Prime Minister, and a national figure leads back to its cell. */

const HOAN_KIEM = "Ủy ban nhân dân phường Hoàn Kiếm";

test("a commune's report travels to the Prime Minister, and a national figure leads back to its cell", async ({
  page,
}) => {
  test.setTimeout(300_000);
  let report = "";
  let city = "";
  let nation = "";

  await test.step("the clerk fills the rest and asks for sign-off", async () => {
    await actAs(page, "canbo.00070");
    await page.getByRole("link", { name: new RegExp(`Báo cáo năm 2026 – ${HOAN_KIEM}`) }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Báo cáo năm 2026 – Phường Hoàn Kiếm" })).toBeVisible();
    report = new URL(page.url()).pathname;
    await page.waitForLoadState("networkidle");

    await page.getByRole("button", { name: "Trình ký" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "chỗ phải sửa trước khi trình ký" })).toBeVisible();

    await open(page, `${report}/sections/next`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("C. Xây dựng khu dân cư");
    await fillCell(page, "C1", "24");
    await fillCell(page, "C2", "1.000");
    await fillCell(page, "C2", "21");
    await page.locator("[name='figures.C13']").selectOption("Khá");
    await expect(saved(page, "C13")).toBeVisible();
    await expect(page.locator("#C3")).toContainText("87,5");
    await explainAll(page);
    await fillNarratives(page, report, 11);
    await fillAssessments(page, report, 7);

    await open(page, report);
    await page.getByRole("button", { name: "Trình ký" }).click();
    await expect(state(page, "Chờ ký")).toBeVisible();
  });

  await test.step("the head signs and sends to both", async () => {
    await actAs(page, "lanhdao.00070");
    await page.getByRole("link", { name: "Xem và ký" }).click();
    await page.waitForLoadState("networkidle");
    await page.getByRole("button", { name: /Ký và gửi Công an thành phố Hà Nội và Sở Nội vụ/ }).click();
    await expect(state(page, "Đã gửi")).toBeVisible();
    await expect(state(page, "Gửi muộn")).toBeVisible();
  });

  await test.step("Sở Nội vụ accepts, Công an returns two sections with reasons", async () => {
    await actAs(page, "noivu.H26");
    await open(page, report);
    await openAct(page, "Tiếp nhận");
    await expect(recipient(page, "Sở Nội vụ")).toContainText("Tiếp nhận");

    await actAs(page, "congan.H26");
    await open(page, "/reports?q=hoan+kiem&mine=1");
    await page.getByRole("link", { name: "Phường Hoàn Kiếm" }).click();
    await page.waitForLoadState("networkidle");
    await page.locator("summary", { hasText: "Trả lại" }).click();
    await page.getByLabel(/^C\. Xây dựng/).fill("Số doanh nghiệp đăng ký chưa có số liệu, đề nghị bổ sung.");
    await page.getByLabel("Phần lời").fill("Nêu rõ nguyên nhân của tồn tại, hạn chế.");
    await page.getByRole("button", { name: "Trả lại" }).click();
    await expect(state(page, "Bị trả lại")).toBeVisible();
    await expect(recipient(page, "Sở Nội vụ")).toContainText("Tiếp nhận");
    await expect(recipient(page, "Công an thành phố Hà Nội")).toContainText("Trả lại");
  });

  await test.step("the clerk corrects what was returned, the head sends again", async () => {
    await actAs(page, "canbo.00070");
    await page.getByRole("link", { name: "Xem lý do và sửa" }).click();
    await expect(page.getByText("Nêu rõ nguyên nhân của tồn tại, hạn chế.").first()).toBeVisible();
    await open(page, `${report}/sections/C`);
    await fillCell(page, "C7", "30");
    await fillCell(page, "C8", "12");
    await explainAll(page);
    await open(page, report);
    await page.getByRole("button", { name: "Trình ký" }).click();
    await expect(state(page, "Chờ ký")).toBeVisible();

    await actAs(page, "lanhdao.00070");
    await open(page, report);
    await page.getByRole("button", { name: /Ký và gửi/ }).click();
    await expect(state(page, "Đã gửi")).toBeVisible();
  });

  await test.step("both accept", async () => {
    for (const officer of ["noivu.H26", "congan.H26"]) {
      await actAs(page, officer);
      await open(page, report);
      await openAct(page, "Tiếp nhận");
      await expect(recipient(page, officer === "noivu.H26" ? "Sở Nội vụ" : "Công an thành phố Hà Nội")).toContainText(
        "Tiếp nhận",
      );
    }
    await expect(state(page, "Đã tiếp nhận")).toBeVisible();
  });

  await test.step("the city consolidates its communes and departments", async () => {
    await open(page, "/work");
    await page.getByRole("link", { name: "Bắt đầu tổng hợp" }).click();
    await page.waitForLoadState("networkidle");
    await page.getByRole("button", { name: "Tổng hợp" }).click();
    await expect(page.getByText(/Tính từ \d+\/144 đơn vị/)).toBeVisible();
    await expect(page.getByRole("heading", { name: "Còn thiếu" })).toBeVisible();
    city = new URL(page.url()).pathname.replace("/consolidation", "");
    await open(page, `${city}/sections/B`);
    await fillCell(page, "B1", "3");
    await fillNarratives(page, city, 11);
    await fillAssessments(page, city, 4);
    await open(page, city);
    await page.getByRole("button", { name: "Trình ký" }).click();
    await expect(state(page, "Chờ ký")).toBeVisible();
  });

  await test.step("the chairman signs and both ministries accept", async () => {
    await actAs(page, "lanhdao.H26");
    await open(page, city);
    await page.getByRole("button", { name: "Ký và gửi Bộ Công an và Bộ Nội vụ" }).click();
    await expect(state(page, "Đã gửi")).toBeVisible();
    for (const officer of ["congan.G01", "noivu.G09"]) {
      await actAs(page, officer);
      await open(page, city);
      await openAct(page, "Tiếp nhận");
      await expect(recipient(page, officer === "congan.G01" ? "Bộ Công an" : "Bộ Nội vụ")).toContainText("Tiếp nhận");
    }
    await expect(state(page, "Đã tiếp nhận")).toBeVisible();
  });

  await test.step("Bộ Công an consolidates the nation, its head signs, and it is reported to the Prime Minister", async () => {
    await actAs(page, "congan.G01");
    await page.getByRole("link", { name: "Bắt đầu tổng hợp" }).click();
    await page.waitForLoadState("networkidle");
    await page.getByRole("button", { name: "Tổng hợp" }).click();
    await expect(page.getByText(/Tính từ \d+\/72 đơn vị/)).toBeVisible();
    nation = new URL(page.url()).pathname.replace("/consolidation", "");
    await fillNarratives(page, nation, 11);
    await fillAssessments(page, nation, 4);
    await open(page, nation);
    await page.getByRole("button", { name: "Trình ký" }).click();
    await expect(state(page, "Chờ ký")).toBeVisible();

    await actAs(page, "lanhdao.G01");
    await open(page, nation);
    await page.getByRole("button", { name: "Ký báo cáo" }).click();
    await expect(state(page, "Đã gửi")).toBeVisible();
    await page.getByLabel("Số, ký hiệu văn bản").fill("1502/BC-BCA");
    await page.getByLabel("Ngày văn bản").fill("23/11/2026");
    await page.getByRole("button", { name: "Ghi nhận đã báo cáo Thủ tướng Chính phủ" }).click();
    await expect(state(page, "Đã báo cáo Thủ tướng")).toBeVisible();
  });

  await test.step("a reader clicks a national figure down to Hoàn Kiếm's cell", async () => {
    await actAs(page, "docgia.G22");
    await open(page, `${nation}/consolidation`);
    await page
      .getByRole("row", { name: /C7 Số doanh nghiệp đăng ký/ })
      .getByRole("link")
      .click();
    await page
      .getByRole("row", { name: /Thành phố Hà Nội/ })
      .getByRole("link")
      .click();
    const unit = page.getByRole("row", { name: /Phường Hoàn Kiếm/ });
    await expect(unit).toContainText("Bản 2");
    await unit.getByRole("link", { name: "30" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("C. Xây dựng khu dân cư");
    await expect(page.locator("#C7")).toContainText("30");
    await expect(page.getByText(/người nhập .+, người ký .+, gửi lúc/)).toBeVisible();
    expect(new URL(page.url()).hash).toBe("#C7");
  });
});

const state = (page: Page, word: string) =>
  page.locator("h1 .tag, h1 ~ .tag, .page-header .tag").filter({ hasText: word }).first();
const recipient = (page: Page, name: string) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: new RegExp(name) }) });
const saved = (page: Page, id: string) => page.locator(`#${id}`).getByText("đã lưu");

/** The act is the open one, or one click away. */
async function openAct(page: Page, name: string) {
  const button = page.getByRole("button", { name, exact: true });
  if (!(await button.isVisible())) await page.locator("summary", { hasText: name }).first().click();
  await button.click();
}

async function fillCell(page: Page, id: string, value: string) {
  const cell = page.locator(`[name="figures.${id}"]`);
  await cell.fill(value);
  await cell.press("Enter");
  await expect(saved(page, id)).toBeVisible();
  await expect(cell).toHaveValue(value);
}

/** Says why each unusual value of the section is right. */
async function explainAll(page: Page) {
  for (const field of await page.locator("textarea[name^='explanations.']").all()) {
    await field.fill("Địa bàn được sắp xếp lại từ tháng 7/2025.");
    await field.blur();
  }
  await expect(page.getByText("Máy chủ đã có mọi thay đổi")).toBeVisible();
}

async function fillNarratives(page: Page, report: string, count: number) {
  await open(page, `${report}/sections/narratives`);
  const fields = page.locator("textarea[name^='narratives.']");
  await expect(fields).toHaveCount(count);
  for (const field of await fields.all()) {
    await field.fill("Đã triển khai đầy đủ các nội dung của phong trào thi đua; kết quả cụ thể nêu tại phần số liệu.");
    await field.blur();
  }
  await expect(page.locator(".cell-saved")).toHaveCount(count);
}

async function fillAssessments(page: Page, report: string, count: number) {
  await open(page, `${report}/sections/assessment`);
  const levels = page.locator("select[name^='assessments.']");
  await expect(levels).toHaveCount(count);
  for (const level of await levels.all()) await level.selectOption({ label: "Hoàn thành tốt" });
  for (const grounds of await page.locator("textarea[name$='.grounds']").all()) {
    await grounds.fill("Có kế hoạch, văn bản chỉ đạo và số liệu kèm theo.");
    await grounds.blur();
  }
  await expect(page.locator(".cell-saved")).toHaveCount(count);
}
