import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import PizZip from "pizzip";
import { adoptCouncilRules, ask } from "../councils/stage.ts";
import { actAs, open } from "../reports/people.ts";

/** The whole way: a round, two proposals, the secretariat, publicity, a council of eleven, minutes, decision, certificates, the public list. */

const SECRETARIAT = "noivu.H26";
const GROUP = "Tổ tự quản phố Hàng Trống";
const OFFICIAL = "Vũ Thị Lan Anh";
const FLAG = "co-thi-dua-chinh-phu";
const MERIT = "bang-khen-bo-tinh";
const NUMBER = "6999/QĐ-UBND";

const state = (page: Page, word: string) => page.locator("h1 .tag, .page-header .tag", { hasText: word }).first();
const refusal = (page: Page) => page.locator(".notice[role=alert]");

async function confirmed(page: Page, name: string) {
  await page.getByRole("button", { name }).click();
  await page.getByRole("button", { name: "Đồng ý", exact: true }).click();
}

/** An act of the signed-in person through the same route the page's form posts to. */
async function post(
  page: Page,
  to: string,
  data: Record<string, unknown>,
): Promise<{ href?: string; message: string }> {
  const answer = await page.request.post(to, { data, headers: { accept: "application/json" } });
  expect(answer.status(), `${to}: ${await answer.text()}`).toBe(200);
  return answer.json();
}

const versionOf = async (table: "nomination" | "council_session", id: string) =>
  (await ask(`select version from ${table} where id = $1`, [id]))[0]?.version;

const problems: string[] = [];

/** Looks at the page on a desk and on a phone. */
async function look(page: Page, name: string) {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
      .analyze();
    problems.push(
      ...violations.map(({ id, nodes }) => `${name} at ${width}: ${id} at ${nodes[0]?.html.slice(0, 160)}`),
    );
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (overflow > 0) problems.push(`${name} at ${width}: ${overflow} px too wide`);
    await page.screenshot({ path: `test-results/awards/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** What the clerk writes into a dossier, with the figures confirmed. */
async function fill(page: Page, achievement: string) {
  await page.getByLabel("Thành tích, ghi trong một câu").fill(achievement);
  await page.getByLabel(/Sơ lược đặc điểm/).fill("Thường xuyên giữ gìn an ninh, trật tự ở cơ sở.");
  await page.getByLabel(/Kết quả, thành tích/).fill("Cả năm không để xảy ra vụ việc phức tạp.");
  await page.getByLabel(/Đã kiểm tra: số liệu/).check();
  await page.getByRole("button", { name: "Lưu hồ sơ" }).click();
  await expect(page.getByText(/xác nhận \d\d:\d\d/)).toBeVisible();
}

/** The words of a downloaded .docx. */
async function textOf(page: Page, address: string) {
  const answer = await page.request.get(address);
  expect(answer.status(), address).toBe(200);
  const xml = new PizZip(await answer.body()).file("word/document.xml")?.asText() ?? "";
  return xml.replace(/<[^>]+>/g, "");
}

test("from an opened round to a certificate and the public list", async ({ browser, page }) => {
  test.setTimeout(480_000);
  await adoptCouncilRules();
  let round = "";
  const dossiers: Record<string, string> = {};

  await test.step("Sở Nội vụ opens the annual round", async () => {
    await actAs(page, SECRETARIAT);
    await open(page, "/awards/rounds/new");
    await page.getByLabel("Tên đợt xét").fill("Đợt xét khen thưởng hằng năm 2026");
    await page.getByLabel("Thành tích từ ngày").fill("01/01/2026");
    await page.getByLabel("Thành tích đến ngày").fill("31/10/2026");
    await page.getByLabel("Nhận hồ sơ từ ngày").fill("20/11/2026");
    await page.getByLabel("Nhận hồ sơ đến hết ngày").fill("15/12/2026");
    await page.getByRole("checkbox", { name: "Bằng khen của bộ, ban, ngành, tỉnh" }).check();
    await page.getByRole("checkbox", { name: "Cờ thi đua của Chính phủ" }).check();
    await page.getByRole("button", { name: "Mở đợt xét" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Đợt xét khen thưởng hằng năm 2026");
    round = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  });

  await test.step("the ward: one honoured before cannot be signed; a residential group and an official are proposed", async () => {
    await actAs(page, "canbo.00070");
    await open(page, `/awards/nominations/new?round=${round}&q=to+dan+pho+so+7`);
    await page.getByLabel(/Tổ dân phố số 7/).check();
    await page.getByRole("button", { name: "Lập hồ sơ" }).click();
    await expect(page.locator("#check-oneAward")).toContainText("1234/QĐ-UBND");
    const honoured = new URL(page.url()).pathname;
    await page.waitForLoadState("networkidle");
    await fill(page, "Thành tích trong phong trào Toàn dân bảo vệ an ninh Tổ quốc 9 tháng đầu năm 2026");
    for (const [name, kind, awardId] of [
      [GROUP, "collective", FLAG],
      [OFFICIAL, "individual", MERIT],
    ] as const) {
      const about =
        kind === "collective" ? { members: "40", womenMembers: "22" } : { birthYear: "1987", isWoman: "yes" };
      const { href } = await post(page, "/api/awards/subjects", {
        kind,
        name,
        agency: "00070",
        isAnother: "on",
        ...about,
      });
      const made = await post(page, "/api/awards/nominations", {
        roundId: round,
        subject: href?.split("/").at(-1),
        awardId,
      });
      dossiers[name] = made.href?.split("/").at(-1) ?? "";
      await open(page, made.href ?? "");
      await fill(page, `Dẫn đầu phong trào năm 2026 (${name})`);
    }
    await actAs(page, "lanhdao.00070");
    await open(page, honoured);
    await page.getByRole("button", { name: "Ký tờ trình đề nghị" }).click();
    await expect(refusal(page)).toContainText("1234/QĐ-UBND");
    for (const id of Object.values(dossiers)) {
      await open(page, `/awards/nominations/${id}`);
      await page.getByRole("button", { name: "Ký tờ trình đề nghị" }).click();
      await expect(state(page, "Chờ thẩm định")).toBeVisible();
    }
    const proposal = await textOf(page, `/api/awards/rounds/${round}/papers/proposal/docx`);
    for (const words of ["TỜ TRÌNH", GROUP, OFFICIAL]) expect(proposal).toContain(words);
  });

  await test.step("the secretariat receives, checks, appraises and publishes", async () => {
    await actAs(page, SECRETARIAT);
    for (const id of Object.values(dossiers)) {
      const received = { paperReceivedOn: "23/11/2026", fileReceivedOn: "23/11/2026" };
      await post(page, `/api/awards/nominations/${id}/receipt`, {
        version: await versionOf("nomination", id),
        ...received,
      });
      await open(page, `/awards/nominations/${id}`);
      await page.locator("summary", { hasText: "Kiểm tra thành phần và tiêu chuẩn" }).click();
      const boxes = page.locator('form[action$="/checklist"] input[type=checkbox]');
      for (let index = 0; index < (await boxes.count()); index++) await boxes.nth(index).check();
      await page.getByRole("button", { name: "Lưu kết quả kiểm tra" }).click();
      await expect(page.getByText(/Đã lưu kết quả kiểm tra|Đã lưu/).first()).toBeVisible();
      await open(page, `/awards/nominations/${id}`);
      await page.getByLabel("Ý kiến thẩm định").fill("Đủ điều kiện, tiêu chuẩn.");
      await page.getByRole("button", { name: "Kết luận đủ điều kiện" }).click();
      await expect(state(page, "Đủ điều kiện, chờ hội đồng")).toBeVisible();
    }
    await open(page, `/awards/publicities/new?round=${round}`);
    await page.getByLabel("Nơi công khai").fill("Cổng thông tin điện tử thành phố");
    await page.getByLabel("Số ngày làm việc").fill("10");
    await page.getByRole("button", { name: "Công khai danh sách" }).click();
    await expect(page.getByText(/đến hết 08\/12\/2026/)).toBeVisible(); // 24/11 is a holiday
    await post(page, "/api/clock", { at: "2026-12-09T08:00" });
  });

  const session = await councilMeets(browser, page, dossiers);

  await test.step("the minutes say attendance, ratio and conclusion", async () => {
    await actAs(page, SECRETARIAT);
    await open(page, `${session}/minutes`);
    await look(page, "minutes");
    const minutes = await textOf(page, `/api${session}/minutes/docx`);
    for (const words of ["BIÊN BẢN", "8/11 (72,7 %)", "có ý kiến bằng văn bản", "Có người thân", "Không thông qua"])
      expect(minutes).toContain(words);
  });

  await test.step("the decision is recorded, those not chosen are told, certificates are made", async () => {
    await open(page, "/awards/decisions");
    await expect(page.getByRole("link", { name: GROUP })).toBeVisible();
    await look(page, "decisions");
    const draft = await textOf(page, `/api/awards/rounds/${round}/papers/draft/docx`);
    expect(draft).toContain(OFFICIAL);
    expect(draft).not.toContain(GROUP);
    for (const box of await page.locator('input[name="nominations[]"]').all())
      await box.setChecked((await box.getAttribute("value")) === dossiers[OFFICIAL]);
    await page.getByLabel("Số, ký hiệu quyết định").fill("5870/QĐ-UBND");
    await page.getByLabel("Người ký", { exact: true }).fill("Nguyễn Văn An");
    await page.getByRole("button", { name: "Ghi quyết định" }).click();
    await expect(refusal(page)).toContainText("5870/QĐ-UBND");
    await page.getByLabel("Số, ký hiệu quyết định").fill(NUMBER);
    await page.getByRole("button", { name: "Ghi quyết định" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(NUMBER);
    await expect(page.getByText("3.800.000 đ").first()).toBeVisible();
    await look(page, "decision");
    const papers = `/api${new URL(page.url()).pathname}/papers`;
    expect(await textOf(page, `${papers}/decision/docx`)).toContain(NUMBER);
    const certificates = await textOf(page, `${papers}/certificates/docx`);
    for (const words of ["BẰNG KHEN", OFFICIAL.toLocaleUpperCase("vi"), NUMBER]) expect(certificates).toContain(words);
    await confirmed(page, "Công bố quyết định");
    await expect(page.getByText("Đã công bố").first()).toBeVisible();

    await open(page, "/awards/decisions");
    await page.locator("summary", { hasText: GROUP }).click();
    await page.getByRole("button", { name: "Gửi thông báo" }).and(page.locator(":visible")).click();
    await expect(page.getByRole("link", { name: GROUP })).toHaveCount(0);
    await open(page, "/awards/statistics");
    await look(page, "statistics");
  });

  await test.step("everybody may read the public list, and it says no more than the decision", async () => {
    const context = await browser.newContext({ locale: "vi-VN" });
    const visitor = await context.newPage();
    await open(visitor, "/awarded?q=vu+thi+lan+anh");
    await expect(visitor.getByText(OFFICIAL)).toBeVisible();
    await expect(visitor.getByText(NUMBER)).toBeVisible();
    expect(await visitor.content()).not.toContain("1987");
    await look(visitor, "awarded");
    await context.close();
  });

  await post(page, "/api/clock", { at: "2026-11-23T09:00" });
  expect(problems).toEqual([]);
});

/** Eleven members: two away, one of whom has written; one steps back; eight vote secretly, each in a browser of their own. */
async function councilMeets(browser: Browser, page: Page, dossiers: Record<string, string>) {
  const members: { username: string; id: string; council: string }[] = await ask(
    `select p.username, m.id, m.council_id as council from council_member m join council c on c.id = m.council_id join person p on p.id = m.person_id
     where c.agency_id = 'H26' and c.name like '%(trình diễn)' order by m.role, p.username`,
  );
  expect(members).toHaveLength(11);
  const [away, writing, recused, ...voters] = members.toReversed();
  const present = [recused, ...voters];
  let session = "";

  await test.step("Sở Nội vụ calls a session, with its agenda and attendance", async () => {
    await open(page, `/councils/${members[0]?.council}`);
    await page.locator("summary", { hasText: "Triệu tập phiên họp" }).first().click();
    await page.getByLabel("Nội dung phiên họp").fill("Phiên xét đợt hằng năm 2026");
    await page.getByRole("button", { name: "Triệu tập phiên họp" }).click();
    await page.waitForURL(/councils\/sessions\//);
    session = new URL(page.url()).pathname;
    const id = session.split("/").at(-1) ?? "";
    await post(page, `/api${session}/agenda`, {
      version: await versionOf("council_session", id),
      nominations: Object.values(dossiers),
    });
    const attendance = Object.fromEntries([
      ...present.map((one) => [`state.${one?.id}`, "present"]),
      [`state.${writing?.id}`, "writing"],
      [`state.${away?.id}`, "absent"],
    ]);
    await post(page, `/api${session}/attendance`, { version: await versionOf("council_session", id), ...attendance });
    for (const nominationId of Object.values(dossiers))
      await post(page, `/api${session}/agenda/${nominationId}/recusal`, {
        seatId: recused?.id,
        reason: "Có người thân trong danh sách",
      });
    await open(page, session);
    await expect(page.getByText("Có mặt 9/11 thành viên").first()).toBeVisible();
    await page.getByRole("button", { name: "Khai mạc phiên họp" }).click();
    await expect(state(page, "Đang họp")).toBeVisible();
    await page.getByRole("button", { name: "Phát phiếu" }).click();
    await expect(page.getByText("Đang phát phiếu").first()).toBeVisible();
  });

  const booths: Page[] = [];
  await test.step("eight take their slips, then vote in favour of both; two tellers enter the written opinion", async () => {
    for (const { username } of voters) {
      const context = await browser.newContext({ locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh" });
      const booth = await context.newPage();
      await actAs(booth, username);
      await open(booth, session);
      await booth.getByRole("button", { name: "Nhận phiếu (2)" }).click();
      await expect(booth.getByText("Đã nhận phiếu. Chờ thường trực")).toBeVisible();
      booths.push(booth);
    }
    await open(page, session);
    await confirmed(page, "Kết thúc phát phiếu, bắt đầu bỏ phiếu");
    await expect(page.getByText("Đang bỏ phiếu").first()).toBeVisible();
    for (const booth of booths) {
      await booth.reload();
      await booth.waitForLoadState("networkidle");
      for (const name of [GROUP, OFFICIAL])
        await booth
          .getByRole("group", { name: new RegExp(name) })
          .getByLabel("Đồng ý", { exact: true })
          .check();
      await booth.getByRole("button", { name: "Bỏ 2 phiếu vào hòm" }).click();
      await expect(booth.getByText("Phiếu đã vào hòm")).toHaveCount(2);
    }
    for (const booth of booths.slice(0, 2))
      for (const name of [GROUP, OFFICIAL]) {
        await open(booth, session);
        const form = booth.locator("form", { has: booth.getByRole("heading", { name: `Kiểm phiếu: ${name}` }) });
        await form.getByLabel("Đồng ý", { exact: true }).fill("0");
        await form.getByLabel("Không đồng ý").fill("1");
        await form.getByLabel("Trắng hoặc không hợp lệ").fill("0");
        await form.getByRole("button").last().click();
        await expect(booth.getByText("Đã ghi kết quả kiểm phiếu.")).toBeVisible();
      }
  });

  await test.step("8 of 11 fails four fifths and passes two thirds", async () => {
    await open(page, session);
    await confirmed(page, "Đóng hòm phiếu và kiểm phiếu");
    const row = (name: string) => page.getByRole("row").filter({ hasText: name }).first();
    await expect(row(GROUP)).toContainText("8/11");
    await expect(row(GROUP)).toContainText("Không đạt tỷ lệ");
    await expect(row(OFFICIAL)).toContainText("8/11");
    await expect(row(OFFICIAL)).not.toContainText("Không đạt tỷ lệ");
    await confirmed(page, "Kết luận phiên họp");
    await expect(state(page, "Đã kết luận")).toBeVisible();
  });
  for (const booth of booths) await booth.context().close();
  return session;
}
