import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { actAs, open } from "../reports/people.ts";
import { ballotOf, stageDossiers } from "./stage.ts";

/** A council of six meets: one is away and has written, one of the proposing ward steps back, four vote secretly, each in a browser of their own. */

const [FIRST, SECOND] = ["Tổ dân phố số 7", "Tổ dân phố số 12"];
const SECRETARIAT = "noivu.H26";
const voters = {
  "lanhdao.H26": ["Đồng ý", "Đồng ý"],
  "congan.H26": ["Đồng ý", "Không đồng ý"],
  "canbo.00025": ["Đồng ý", "Không đồng ý"],
  "canbo.00004": ["Không đồng ý", "Phiếu trắng"],
};
const members: [string, string, string][] = [
  ["lanhdao.H26", "Chủ tịch hội đồng", "Chủ tịch UBND Thành phố"],
  ["congan.H26", "Ủy viên", "Công an Thành phố"],
  ["canbo.00025", "Ủy viên", "UBND phường Giảng Võ"],
  ["canbo.00004", "Ủy viên", "UBND phường Ba Đình"],
  ["canbo.00070", "Ủy viên", "UBND phường Hoàn Kiếm"],
  ["canbo.H26.MT", "Thư ký hội đồng", "Ủy ban MTTQ Việt Nam Thành phố"],
];

test("a secret ballot: nobody can tell whose vote is whose, everybody can check the count", async ({
  browser,
  page,
}) => {
  test.setTimeout(300_000);
  await stageDossiers([FIRST, SECOND]);
  let session = "";
  const pages = {} as Record<keyof typeof voters, Page>;

  await test.step("Sở Nội vụ sets up the council and calls a session", async () => {
    await actAs(page, SECRETARIAT);
    await open(page, "/councils");
    await openDetails(page, "Lập hội đồng");
    await page.getByLabel("Hội đồng của cơ quan").selectOption("H26");
    await page.getByLabel("Số quyết định thành lập").fill("15/QĐ-UBND");
    await page.getByRole("button", { name: "Lập hội đồng" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Hội đồng Thi đua - Khen thưởng" })).toBeVisible();
    await page.waitForURL(/councils\/[0-9a-f-]{36}/);
    for (const [index, [username, role, post]] of members.entries()) {
      await page.waitForLoadState("networkidle");
      if (index > 0) await openDetails(page, "Thêm thành viên");
      await page.getByLabel("Tên đăng nhập").fill(username);
      await page.getByLabel("Vai trò trong hội đồng").selectOption({ label: role });
      await page.getByLabel("Chức danh, đơn vị").fill(post);
      await page.getByRole("button", { name: "Thêm vào hội đồng" }).click();
      await expect(page.getByRole("row").filter({ hasText: post })).toBeVisible();
    }
    await openDetails(page, "Triệu tập phiên họp");
    await page.getByLabel("Nội dung phiên họp").fill("Xét khen thưởng năm 2026");
    await page.getByLabel("Địa điểm").fill("Phòng họp số 2");
    await page.getByRole("button", { name: "Triệu tập phiên họp" }).click();
    await page.waitForURL(/councils\/sessions\//);
    session = new URL(page.url()).pathname;
  });

  await test.step("puts the dossiers on the agenda, notes who is there, and opens the session", async () => {
    await page.waitForLoadState("networkidle");
    for (const name of [FIRST, SECOND]) await page.getByLabel(new RegExp(name)).check();
    await page.getByRole("button", { name: "Đưa vào chương trình họp" }).click();
    await expect(page.getByRole("link", { name: SECOND })).toBeVisible();
    await expect(page.getByText("công tác tại cơ quan đề nghị").first()).toBeVisible();
    await page.getByRole("button", { name: "Khai mạc phiên họp" }).click();
    await expect(refusal(page)).toContainText("Có mặt 0/6 thành viên, chưa đủ 2/3");
    for (const select of await page.getByLabel(/: có mặt/).all()) await select.selectOption({ label: "Có mặt" });
    await page
      .getByRole("row", { name: /Thư ký hội đồng/ })
      .getByLabel(/: có mặt/)
      .selectOption({ label: "Vắng, có ý kiến bằng văn bản" });
    await page.getByRole("button", { name: "Ghi danh sách có mặt" }).click();
    await expect(page.getByText("Có mặt 5/6 thành viên").first()).toBeVisible();
    await page.getByRole("button", { name: "Khai mạc phiên họp" }).click();
    await expect(page.locator(".page-header .tag").filter({ hasText: "Đang họp" })).toBeVisible();
  });

  await test.step("hands out slips: each member gets them once, blindly signed; who stepped back gets none", async () => {
    await page.getByRole("button", { name: "Phát phiếu" }).click();
    await expect(page.getByText("Đang phát phiếu").first()).toBeVisible();
    for (const username of Object.keys(voters) as (keyof typeof voters)[]) {
      pages[username] = await member(browser, username, session);
      await pages[username].getByRole("button", { name: "Nhận phiếu (2)" }).click();
      await expect(pages[username].getByText("Đã nhận phiếu. Chờ thường trực")).toBeVisible();
    }
    const recused = await member(browser, "canbo.00070", session);
    await expect(recused.getByRole("heading", { name: "Chương trình họp" })).toBeVisible();
    await expect(recused.getByRole("button", { name: /Nhận phiếu/ })).toHaveCount(0);
    await recused.context().close();
  });

  await test.step("voting begins only when the key is gone", async () => {
    await open(page, session);
    expect((await ballotOf(FIRST))?.privateKey).not.toBe(null);
    await confirmed(page, "Kết thúc phát phiếu, bắt đầu bỏ phiếu");
    await expect(page.getByText("Đang bỏ phiếu").first()).toBeVisible();
    expect((await ballotOf(FIRST))?.privateKey).toBe(null);
  });

  await test.step("four members vote, and the request says nothing of who they are", async () => {
    for (const [username, [first, second]] of Object.entries(voters)) {
      const voter = pages[username as keyof typeof voters];
      const headers: Record<string, string>[] = [];
      voter.on("request", async (request) => {
        if (request.url().endsWith("/box")) headers.push(await request.allHeaders());
      });
      await voter.reload();
      await voter.waitForLoadState("networkidle");
      if (username === "congan.H26") {
        expect(await problemsOf(voter, "the booth")).toEqual([]);
        await voter.screenshot({ path: "test-results/councils-booth.png", fullPage: true });
      }
      await voter
        .getByRole("group", { name: new RegExp(FIRST ?? "") })
        .getByLabel(first ?? "", { exact: true })
        .check();
      await voter
        .getByRole("group", { name: new RegExp(SECOND ?? "") })
        .getByLabel(second ?? "", { exact: true })
        .check();
      await voter.getByRole("button", { name: "Bỏ 2 phiếu vào hòm" }).click();
      await expect(voter.getByText("Phiếu đã vào hòm")).toHaveCount(2);
      expect(headers).toHaveLength(2);
      for (const sent of headers)
        expect([sent.cookie, sent.authorization, sent.referer]).toEqual([undefined, undefined, undefined]);
    }
    expect((await ballotOf(FIRST))?.box).toEqual([]);
  });

  await test.step("two tellers enter the written opinion; unlike numbers are refused", async () => {
    await teller(pages["congan.H26"], session, 1, 0);
    await teller(pages["canbo.00025"], session, 0, 1);
    await open(page, session);
    await confirmed(page, "Đóng hòm phiếu và kiểm phiếu");
    await expect(refusal(page)).toContainText("Hai người kiểm phiếu nhập khác nhau");
    await teller(pages["canbo.00025"], session, 1, 0);
    await open(page, session);
    await confirmed(page, "Đóng hòm phiếu và kiểm phiếu");
    await expect(page.getByRole("row").filter({ hasText: FIRST })).toContainText("4/6");
    await expect(page.getByRole("row").filter({ hasText: FIRST })).toContainText("Đạt tỷ lệ");
    await expect(page.getByRole("row").filter({ hasText: SECOND })).toContainText("2/6");
    await expect(page.getByRole("row").filter({ hasText: SECOND })).toContainText("Không đạt tỷ lệ");
  });

  await test.step("each voter finds the own vote, and the browser counts and checks the box anew", async () => {
    const box: { token: string; choice: string }[] = (await ballotOf(FIRST))?.box;
    expect(box.map(({ token }) => token)).toEqual(box.map(({ token }) => token).toSorted());
    for (const [username, [first]] of Object.entries(voters)) {
      const voter = pages[username as keyof typeof voters];
      await open(voter, `/councils/ballots/${(await ballotOf(FIRST))?.id}`);
      await expect(voter.getByText("Trình duyệt này đã kiểm lại hòm phiếu: đúng")).toBeVisible();
      await expect(voter.getByText("4 phiếu trên 4 phiếu phát ra; 4 chữ ký hợp lệ")).toBeVisible();
      await expect(voter.getByText("Phiếu của đồng chí có trong hòm và đã được tính")).toContainText(
        first?.toLowerCase() ?? "",
      );
    }
    await open(page, `/councils/ballots/${(await ballotOf(FIRST))?.id}`);
    await expect(page.getByText("Trình duyệt này đã kiểm lại hòm phiếu: đúng")).toBeVisible();
    await expect(page.getByText("Phiếu của đồng chí")).toHaveCount(0);
  });

  await test.step("the session is concluded and the minutes say it all", async () => {
    await open(page, session);
    await confirmed(page, "Kết luận phiên họp");
    await expect(page.locator(".page-header .tag").filter({ hasText: "Đã kết luận" })).toBeVisible();
    expect([(await ballotOf(FIRST))?.status, (await ballotOf(SECOND))?.status]).toEqual(["passed", "notPassed"]);
    await open(page, `${session}/minutes`);
    await expect(page.getByText("Có mặt 5/6 thành viên").first()).toBeVisible();
    await expect(page.getByText("Tỷ lệ đồng ý 4/6 (66,7 %)")).toBeVisible();
    await expect(page.getByText("phát ra 5 phiếu, thu vào 5 (có 1 ý kiến bằng văn bản)").first()).toBeVisible();
  });

  await test.step("at 1440 and 390 px the pages hold WCAG 2.2 AA", async () => {
    const ballot = `/councils/ballots/${(await ballotOf(FIRST))?.id}`;
    const dossier = await linkTo(page, session, FIRST ?? "");
    const problems: string[] = [];
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      for (const [name, address] of Object.entries({
        councils: "/councils",
        session,
        minutes: `${session}/minutes`,
        ballot,
        dossier,
      })) {
        await open(page, address);
        await page.screenshot({ path: `test-results/councils-${name}-${width}.png`, fullPage: true });
        problems.push(...(await problemsOf(page, `${address} at ${width}`)));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (wide > 0) problems.push(`${address} at ${width}: ${wide} px too wide`);
      }
    }
    expect(problems).toEqual([]);
  });
});

/** A member in a browser of their own, with the session open. */
async function member(browser: Browser, username: string, session: string) {
  const context = await browser.newContext({ locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh" });
  const page = await context.newPage();
  await actAs(page, username);
  await open(page, session);
  return page;
}

async function problemsOf(page: Page, where: string) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  return violations.map(({ id, nodes }) => `${where}: ${id} at ${nodes[0]?.html.slice(0, 160)}`);
}

/** What the server refused, not Next's announcement of a page. */
const refusal = (page: Page) => page.locator(".notice[role=alert]");

async function openDetails(page: Page, summary: string) {
  const details = page.locator("details", { has: page.locator("summary", { hasText: summary }) }).first();
  if ((await details.getAttribute("open")) === null) await details.locator("summary").click();
}

async function confirmed(page: Page, name: string) {
  await page.getByRole("button", { name }).click();
  await page.getByRole("button", { name: "Đồng ý" }).click();
}

/** What one teller found of the written opinion, on both dossiers. */
async function teller(page: Page, session: string, favour: number, against: number) {
  for (const name of [FIRST, SECOND]) {
    await open(page, session);
    const form = page.locator("form", { has: page.getByRole("heading", { name: `Kiểm phiếu: ${name}` }) });
    await form.getByLabel("Đồng ý", { exact: true }).fill(String(favour));
    await form.getByLabel("Không đồng ý").fill(String(against));
    await form.getByLabel("Trắng hoặc không hợp lệ").fill("0");
    await form.getByRole("button").last().click();
    await expect(page.getByText("Đã ghi kết quả kiểm phiếu.")).toBeVisible();
  }
}

async function linkTo(page: Page, session: string, name: string) {
  await open(page, session);
  return (await page.getByRole("link", { name }).first().getAttribute("href")) ?? "";
}
