import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { actAs, open } from "../reports/people.ts";

/** From a round to a public list: the part of the way to an award before the council. */

const act = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first().click();
const openAct = async (page: Page, name: string) => {
  await page.locator("summary", { hasText: name }).first().click();
};
const state = (page: Page, word: string) => page.locator("h1 .tag", { hasText: word });
const check = (page: Page, id: string) => page.locator(`#check-${id}`);

async function problemsOf(page: Page, where: string) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  return violations.map(({ id, nodes }) => `${where}: ${id} at ${nodes[0]?.html.slice(0, 160)}`);
}

/** Looks at the page on a desk and on a phone. */
async function look(page: Page, name: string, problems: string[]) {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    problems.push(...(await problemsOf(page, `${name} at ${width}`)));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (overflow > 0) problems.push(`${name} at ${width}: ${overflow} px too wide`);
    await page.screenshot({ path: `test-results/awards/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

test("a ward proposes two, one of which was honoured before; the other is appraised and made public", async ({
  page,
}) => {
  test.setTimeout(300_000);
  const problems: string[] = [];
  let round = "";
  let dossier = "";

  await test.step("Sở Nội vụ opens a round", async () => {
    await actAs(page, "noivu.H26");
    await open(page, "/awards");
    await look(page, "awards", problems);
    await page.getByRole("link", { name: "Mở đợt xét" }).click();
    await page.waitForLoadState("networkidle");
    await look(page, "round-new", problems);
    await page.getByLabel("Tên đợt xét").fill("Đợt xét cuối năm 2026");
    await page.getByLabel("Thành tích từ ngày").fill("01/01/2026");
    await page.getByLabel("Thành tích đến ngày").fill("31/10/2026");
    await page.getByLabel("Nhận hồ sơ từ ngày").fill("01/12/2026");
    await page.getByLabel("Nhận hồ sơ đến hết ngày").fill("30/11/2026");
    await page.getByRole("checkbox", { name: "Bằng khen của Chủ tịch Ủy ban nhân dân Thành phố" }).check();
    await act(page, "Mở đợt xét");
    await expect(page.locator(".notice-wrong[role=alert]")).toContainText("Ngày của đợt xét chưa hợp lý");
    await page.getByLabel("Nhận hồ sơ từ ngày").fill("20/11/2026");
    await act(page, "Mở đợt xét");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Đợt xét cuối năm 2026");
    round = new URL(page.url()).pathname;
  });

  await test.step("the clerk nominates a residential group that has its award: the head cannot sign", async () => {
    await actAs(page, "canbo.00070");
    await open(page, round);
    await page.getByRole("link", { name: "Lập hồ sơ đề nghị" }).click();
    await page.waitForLoadState("networkidle");
    await page.getByLabel("Tìm đối tượng, không cần dấu").fill("to dan pho so 7");
    await page.locator("form.filters").getByRole("button", { name: "Tìm" }).click();
    await page.waitForLoadState("networkidle");
    await look(page, "nomination-new", problems);
    await page.getByLabel(/Tổ dân phố số 7/).check();
    await act(page, "Lập hồ sơ");
    await expect(state(page, "Đang lập")).toBeVisible();
    await expect(check(page, "oneAward")).toContainText("1234/QĐ-UBND");
    const honoured = new URL(page.url()).pathname;
    await actAs(page, "lanhdao.00070");
    await open(page, honoured);
    await act(page, "Ký tờ trình đề nghị");
    await expect(page.locator(".notice-wrong[role=alert]")).toBeVisible();
    await expect(state(page, "Đang lập")).toBeVisible();
  });

  await test.step("the clerk writes the dossier of an official, the head signs", async () => {
    await actAs(page, "canbo.00070");
    await open(page, `/awards/nominations/new?round=${round.split("/").at(-1)}&q=minh+hang`);
    await page.getByLabel(/Đỗ Thị Minh Hằng/).check();
    await act(page, "Lập hồ sơ");
    await expect(state(page, "Đang lập")).toBeVisible();
    dossier = new URL(page.url()).pathname;
    await page.waitForLoadState("networkidle");
    await page.getByLabel("Thành tích, ghi trong một câu").fill("Có thành tích xuất sắc trong phong trào năm 2026");
    await page.getByLabel(/Sơ lược đặc điểm/).fill("Công chức phụ trách phong trào của phường.");
    await page.getByLabel(/Kết quả, thành tích/).fill("Xây dựng 12 tổ liên gia tự quản.");
    await page.getByLabel(/Đã kiểm tra: số liệu/).check();
    await act(page, "Lưu hồ sơ");
    await expect(page.getByText(/xác nhận \d\d:\d\d/)).toBeVisible();
    await look(page, "nomination-draft", problems);

    await actAs(page, "lanhdao.00070");
    await open(page, dossier);
    await act(page, "Ký tờ trình đề nghị");
    await expect(state(page, "Chờ thẩm định")).toBeVisible();
  });

  await test.step("Sở Nội vụ receives, ticks off, asks Công an, appraises", async () => {
    await actAs(page, "noivu.H26");
    await open(page, dossier);
    await openAct(page, "Ghi nhận hồ sơ đã nhận");
    await page.getByLabel("Bản giấy nhận ngày").fill("23/11/2026");
    await page.getByLabel("Bản điện tử nhận ngày").fill("23/11/2026");
    await page.getByRole("button", { name: "Ghi nhận", exact: true }).click();
    await expect(check(page, "intake")).toContainText("Đạt");
    await openAct(page, "Kiểm tra thành phần và tiêu chuẩn");
    const boxes = page.locator('form[action$="/checklist"] input[type=checkbox]');
    for (let index = 0; index < (await boxes.count()); index++) await boxes.nth(index).check();
    await act(page, "Lưu kết quả kiểm tra");
    await expect(check(page, "dossier")).not.toContainText("Không đạt");
    await openAct(page, "Lấy ý kiến hiệp y");
    await page.getByLabel("Cơ quan được hỏi ý kiến").fill("H26.CA");
    const dueOn = page.getByLabel("Hạn trả lời");
    if (await dueOn.count()) await dueOn.fill("07/12/2026");
    await act(page, "Gửi yêu cầu");
    await expect(page.getByRole("heading", { name: "Hiệp y" })).toBeVisible();
    await look(page, "nomination-secretariat", problems);

    await actAs(page, "congan.H26");
    await open(page, "/awards");
    await page.getByRole("link", { name: "Đỗ Thị Minh Hằng" }).click();
    await page.waitForLoadState("networkidle");
    await look(page, "consultation", problems);
    await page.getByRole("radio", { name: "Đồng ý", exact: true }).check();
    await act(page, /Trả lời thay mặt/);
    await expect(page.locator("h1 .tag", { hasText: "Đồng ý" })).toBeVisible();

    await actAs(page, "noivu.H26");
    await open(page, dossier);
    await page.getByLabel("Ý kiến thẩm định").fill("Đủ điều kiện, tiêu chuẩn.");
    await act(page, "Kết luận đủ điều kiện");
    await expect(state(page, "Đủ điều kiện, chờ hội đồng")).toBeVisible();
  });

  await test.step("the list is made public; a complaint is recorded and shows", async () => {
    await open(page, round);
    await look(page, "round", problems);
    await page.getByRole("link", { name: "Công khai danh sách" }).click();
    await page.waitForLoadState("networkidle");
    await page.getByLabel("Nơi công khai").fill("Cổng thông tin điện tử thành phố");
    await page.getByLabel("Số ngày làm việc").fill("10");
    await look(page, "publicity-new", problems);
    await act(page, "Công khai danh sách");
    // ten working days after Monday 23 November, without the holiday of the 24th
    await expect(page.getByText("08/12/2026")).toBeVisible();
    await openAct(page, "Ghi ý kiến");
    await page.getByLabel("Tóm tắt ý kiến").fill("Có đơn đề nghị xem xét lại thành tích.");
    await page.getByLabel("Là khiếu nại, tố cáo").check();
    await page.getByRole("button", { name: "Ghi ý kiến" }).click();
    await expect(page.locator("td .tag", { hasText: "Có khiếu nại, tố cáo" })).toBeVisible();
    await look(page, "publicity", problems);
    await open(page, dossier);
    await expect(check(page, "publicity")).toContainText("Không đạt");
    await open(page, `${round}/eligibility`);
    await look(page, "eligibility", problems);
  });

  await test.step("the register and its import", async () => {
    await open(page, "/awards/register?q=to+dan+pho");
    await expect(page.getByRole("link", { name: "Tổ dân phố số 7" })).toBeVisible();
    await look(page, "register", problems);
    await page.getByRole("link", { name: "Tổ dân phố số 7" }).click();
    await page.waitForLoadState("networkidle");
    await look(page, "subject", problems);
    await open(page, "/awards/register/import");
    const heading =
      "Loại đối tượng\tTên\tNăm sinh\tCơ quan\tHình thức\tLoại hình\tSố quyết định\tNgày quyết định\tCơ quan quyết định";
    const row = "\tgiay-khen\tCông trạng\t45/QĐ-UBND\t05/06/2025\tChủ tịch UBND phường";
    await page
      .getByLabel(/bảng dán từ Excel/)
      .fill(`${heading}\nTập thể\tTo dan pho so 7\t\t00070${row}\nCá nhân\tMai Thị Xuân\t1979\t00070${row}`);
    await act(page, "Xem trước");
    await expect(page.getByText("2 dòng đọc được, 0 dòng cần sửa")).toBeVisible();
    await look(page, "import", problems);
    await page.getByLabel("Cách xử lý dòng 2").selectOption({ index: 1 });
    await act(page, "Ghi vào sổ");
    await act(page, "Đồng ý");
    await expect(page.getByText("Đã ghi 2 dòng")).toBeVisible();
    await open(page, "/awards/register?q=mai+thi+xuan");
    await expect(page.getByRole("link", { name: "Mai Thị Xuân" })).toBeVisible();
  });

  expect(problems).toEqual([]);
});
