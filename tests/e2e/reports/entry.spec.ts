import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, chromium, expect, type Page, test } from "@playwright/test";
import { addressOf, withClient } from "../../../src/lib/launch/cluster.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { Line } from "./entry-line.ts";
import { actAs } from "./people.ts";

/** Work that nobody loses: keyboard, paste, no line, a closed browser, an ended session, colleagues, and a shared computer. */

test.setTimeout(240_000);

const ask = <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
  withClient(
    addressOf(process.env.E2E_DATA_DIR ?? ""),
    async (client) => (await client.query(text, values)).rows as Row[],
  );

/** Communes whose report has not been sent and that no other test touches. */
let communes: string[];
test.beforeAll(async () => {
  const found = await ask<{ id: string }>(
    `select r.agency_id as id from report r join agency_term t on t.agency_id = r.agency_id and t.valid_to is null
      where r.period_id = '2026' and r.status = 'draft' and t.kind = 'commune' and t.province_id not in ('H26', 'H57', 'H18', 'H35', 'H60', 'H15')
        and r.agency_id not in ('00004', '30307') order by r.agency_id limit 4`,
  );
  communes = found.map(({ id }) => id);
  expect(communes).toHaveLength(4);
  await ask(
    `update report set draft = draft || '{"figures": {}, "blanks": {}, "explanations": {}, "copied": {}}', section_versions = '{}'
      where period_id = '2026' and agency_id = any($1)`,
    [communes],
  );
});

const draftOf = async (commune: string) => {
  const [report] = await ask<{ draft: Record<string, Record<string, unknown>> }>(
    "select draft from report where period_id = '2026' and agency_id = $1",
    [commune],
  );
  return report?.draft ?? {};
};
const figuresOf = async (commune: string) => (await draftOf(commune)).figures ?? {};

const cell = (page: Page, id: string) => page.locator(`[name="figures.${id}"]`);
const row = (page: Page, id: string) => page.locator(`tr#${id}`);
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("name"));

/** From the work to do, one click to the first empty cell. */
async function beginEntry(page: Page, username: string) {
  await actAs(page, username);
  await page.getByRole("link", { name: /^(Bắt đầu nhập|Nhập tiếp)$/ }).click();
  await page.waitForURL(/\/sections\/A/);
  await expect.poll(() => focused(page)).toBe("figures.A1");
}

async function pasteBlock(page: Page, block: string) {
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, block);
}

async function typeInto(page: Page, values: string[]) {
  for (const value of values) {
    await page.keyboard.type(value);
    await page.keyboard.press("Enter");
  }
}

/** A browser of somebody's own, which can be closed and opened again. */
async function openBrowser(folder: string, line: Line): Promise<BrowserContext> {
  const { launchOptions } = test.info().project.use;
  return chromium.launchPersistentContext(folder, {
    ...launchOptions,
    baseURL: line.address,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
  });
}

const isReadyForOffline = (page: Page) =>
  expect(page.getByText("mở và nhập được cả khi mất mạng")).toBeVisible({ timeout: 60_000 });
const isSaved = (page: Page) => expect(page.getByText("Máy chủ đã có mọi thay đổi")).toBeVisible();

test("a section is filled by keyboard, a block pasted, the line lost, the browser closed: everything reaches the server", async () => {
  const [commune = ""] = communes;
  const line = new Line();
  await line.join();
  const folder = temporaryFolder();
  let browser = await openBrowser(folder, line);
  let page = browser.pages()[0] ?? (await browser.newPage());

  await test.step("fills section A without a mouse", async () => {
    await beginEntry(page, `canbo.${commune}`);
    await page.keyboard.type("c");
    await page.keyboard.press("Enter");
    await typeInto(page, ["12/KH-UBND", "5/3/2026", "1.234", "7"]);
    expect(await focused(page)).toBe("figures.A6");
    await page.keyboard.type("99");
    await page.keyboard.press("Escape");
    await expect(cell(page, "A6")).toHaveValue("");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("k"); // its list of reasons: “Không phát sinh”
    await page.keyboard.press("ArrowDown");
    await typeInto(page, ["3"]);
    await page.keyboard.type("k");
    await page.keyboard.press("Enter");
    await typeInto(page, ["144,5", "2"]);
    await isSaved(page);
    expect(await draftOf(commune)).toMatchObject({
      figures: { A1: true, A2: "12/KH-UBND", A3: "2026-03-05", A4: 1234, A5: 7, A7: 3, A8: false, A9: "144.5", A10: 2 },
      blanks: { A6: { reason: "none" } },
    });
  });

  await test.step("edits with F2, goes to the ends, clears", async () => {
    await page.keyboard.press("Control+Home");
    expect(await focused(page)).toBe("figures.A1");
    await page.keyboard.press("Control+End");
    expect(await focused(page)).toBe("figures.A10");
    await page.keyboard.press("F2");
    await page.keyboard.type("5");
    await page.keyboard.press("Shift+Tab");
    await isSaved(page);
    await expect.poll(async () => (await figuresOf(commune)).A10).toBe(25);
    await cell(page, "A10").focus();
    await page.keyboard.press("Delete");
    await page.keyboard.press("ArrowUp");
    await expect.poll(async () => (await figuresOf(commune)).A10).toBeUndefined();
  });

  await test.step("pastes a column that fits, and sees first one that does not", async () => {
    await page
      .getByRole("link", { name: /^B\. |Tiếp: B\./ })
      .first()
      .press("Enter");
    await page.waitForURL(/sections\/B/);
    await cell(page, "B1").focus();
    await pasteBlock(page, "20\n2\n3\n10\n");
    await expect(page.getByText("Đã dán 4 ô.")).toBeVisible();
    await expect(cell(page, "B4")).toHaveValue("10");
    await cell(page, "B5").focus();
    await pasteBlock(page, "4\nnăm\n6\n");
    const preview = page.getByRole("dialog", { name: "Xem trước khi dán" });
    await expect(preview.getByText("giá trị “năm” chưa hợp lệ")).toBeVisible();
    expect((await figuresOf(commune)).B5).toBeUndefined();
    await preview.getByRole("button", { name: "Ghi 2 ô" }).click();
    await isSaved(page);
    expect(await figuresOf(commune)).toMatchObject({ B1: 20, B2: 2, B3: 3, B4: 10, B5: 4, B7: 6 });
    await isReadyForOffline(page);
  });

  await test.step("loses the line, goes on, closes the browser, opens it again without a line", async () => {
    await line.cut();
    await cell(page, "B8").focus();
    await typeInto(page, ["5", "6"]);
    await expect(row(page, "B8").getByText("chờ mạng")).toBeVisible();
    await cell(page, "B2").fill("999");
    await page.keyboard.press("Enter");
    await expect(row(page, "B2").getByText("Chặn gửi")).toBeVisible(); // more than B1: the rules work without a line
    await cell(page, "B2").fill("8");
    await page.keyboard.press("Enter");
    await expect(row(page, "B2").getByText("Chặn gửi")).toBeHidden();
    const report = page.url().replace(/\/sections.*/, "");
    await browser.close();

    browser = await openBrowser(folder, line);
    page = browser.pages()[0] ?? (await browser.newPage());
    await page.goto(`${report}/sections/B`);
    await expect(cell(page, "B8")).toHaveValue("5");
    await expect(cell(page, "B2")).toHaveValue("8");
    await expect(row(page, "B9").getByText("chờ mạng")).toBeVisible();
    await page.goto(`${report}/sections/D`);
    await cell(page, "D1").fill("4");
    await cell(page, "D2").focus();
    await expect(row(page, "D1").getByText("chờ mạng")).toBeVisible();
    expect(await figuresOf(commune)).toMatchObject({ B2: 2 });
    await page.close();
  });

  await test.step("the line comes back and everything goes up", async () => {
    await line.join();
    page = await browser.newPage();
    await page.goto("/work");
    await expect(page.getByText("Còn 4 ô đồng chí đã nhập trên máy này chưa lên máy chủ")).toBeVisible();
    await page.getByRole("link", { name: "Mở báo cáo để gửi" }).click();
    await isSaved(page);
    await expect.poll(() => figuresOf(commune)).toMatchObject({ B1: 20, B2: 8, B8: 5, B9: 6, D1: 4 });
  });
  await browser.close();
  await line.cut();
});

test("work done while the session ended goes up after signing in again in place", async ({ page }) => {
  const [, commune = ""] = communes;
  await beginEntry(page, `canbo.${commune}`);
  await page.waitForLoadState("networkidle");
  await ask("update session s set revoked_at = now() from person p where p.id = s.person_id and p.username = $1", [
    `canbo.${commune}`,
  ]);
  await cell(page, "A4").fill("17");
  await cell(page, "A5").focus();
  const dialog = page.getByRole("dialog", { name: "Phiên làm việc đã hết" });
  await expect(dialog).toBeVisible();
  expect(await figuresOf(commune)).not.toHaveProperty("A4");
  await dialog.getByLabel("Mật khẩu").fill("sai-mat-khau");
  await dialog.getByRole("button", { name: "Đăng nhập lại" }).click();
  await expect(dialog.getByText("chưa đúng")).toBeVisible();
  await dialog.getByLabel("Mật khẩu").fill("Vi-an-ninh-To-quoc-2026");
  await dialog.getByRole("button", { name: "Đăng nhập lại" }).click();
  await expect(dialog).toBeHidden();
  await isSaved(page);
  expect(await figuresOf(commune)).toMatchObject({ A4: 17 });
  await expect(cell(page, "A4")).toHaveValue("17");
});

test("two people in two sections never collide; in one cell the later one sees both values and chooses", async ({
  browser,
}) => {
  const [, , commune = ""] = communes;
  const [clerk, head] = [await (await browser.newContext()).newPage(), await (await browser.newContext()).newPage()];
  await beginEntry(clerk, `canbo.${commune}`);
  await actAs(head, `lanhdao.${commune}`);
  const report = new URL(clerk.url()).pathname.replace(/\/sections.*/, "");
  await head.goto(`${report}/sections/B`);
  await head.waitForLoadState("networkidle");

  await clerk.bringToFront();
  await cell(clerk, "A4").fill("11");
  await cell(clerk, "A5").focus();
  await cell(head, "B1").fill("21");
  await cell(head, "B2").focus();
  await Promise.all([isSaved(clerk), isSaved(head)]);
  expect(await figuresOf(commune)).toMatchObject({ A4: 11, B1: 21 });
  await expect(clerk.getByText("Đang cùng mở báo cáo:")).toBeVisible({ timeout: 40_000 });

  await head.goto(`${report}/sections/A`);
  await head.waitForLoadState("networkidle");
  for (const [value, id] of [
    ["30", "A6"],
    ["31", "A7"],
  ] as const) {
    await cell(clerk, id).fill(value);
    await clerk.keyboard.press("Enter");
  }
  await isSaved(clerk);
  await cell(head, "A6").fill("40");
  await cell(head, "A7").fill("41");
  await cell(head, "A5").fill("5"); // nobody else touched it: goes up without a word
  await cell(head, "A1").focus();
  await expect(row(head, "A6").getByText("có người khác vừa sửa: “30”")).toBeVisible();
  await expect(row(head, "A5").getByText("đã lưu")).toBeVisible();
  expect(await figuresOf(commune)).toMatchObject({ A5: 5, A6: 30, A7: 31 });
  await row(head, "A6").getByRole("button", { name: "Giữ giá trị của tôi" }).click();
  await row(head, "A7").getByRole("button", { name: "Lấy giá trị kia" }).click();
  await isSaved(head);
  await expect(cell(head, "A7")).toHaveValue("31");
  expect(await figuresOf(commune)).toMatchObject({ A6: 40, A7: 31 });
});

test("on a shared computer the next person neither sees nor sends what waits", async () => {
  const [, , , commune = ""] = communes;
  const line = new Line();
  await line.join();
  const browser = await openBrowser(temporaryFolder(), line);
  const page = browser.pages()[0] ?? (await browser.newPage());
  await beginEntry(page, `canbo.${commune}`);
  await isReadyForOffline(page);
  const address = page.url();
  await line.cut();
  await cell(page, "A4").fill("7654");
  await cell(page, "A5").focus();
  await expect(row(page, "A4").getByText("chờ mạng")).toBeVisible();

  await test.step("leaving is asked about", async () => {
    await page.getByRole("link", { name: "Kế hoạch" }).first().click();
    const question = page.getByRole("dialog", { name: "Còn 1 ô chưa lên máy chủ" });
    await question.getByRole("button", { name: "Ở lại trang" }).click();
    expect(page.url()).toBe(address);
  });

  await test.step("the head signs in on the same computer, in the same report", async () => {
    const other = await browser.newPage();
    await page.close(); // before the line is back, or it would still be the clerk's to send
    await line.join();
    await actAs(other, `lanhdao.${commune}`);
    await other.goto(address);
    await other.waitForLoadState("networkidle");
    await isSaved(other);
    await expect(cell(other, "A4")).toHaveValue("");
    await expect(other.getByText("7.654")).toHaveCount(0);
    await expect(other.getByText("đã nhập trên máy này")).toHaveCount(0);
    const caches = await other.evaluate(() => window.caches.keys());
    const [{ id = "" } = {}] = await ask<{ id: string }>("select id from person where username = $1", [
      `canbo.${commune}`,
    ]);
    expect(caches.filter((name) => name.includes(id))).toEqual([]);
    await other.waitForTimeout(2_000);
    expect(await figuresOf(commune)).not.toHaveProperty("A4");
    await other.close();
  });

  await test.step("the clerk comes back and it goes up", async () => {
    const again = await browser.newPage();
    await actAs(again, `canbo.${commune}`);
    await again.goto(address);
    await expect(cell(again, "A4")).toHaveValue("7.654");
    await isSaved(again);
    expect(await figuresOf(commune)).toMatchObject({ A4: 7654 });
  });
  await browser.close();
  await line.cut();
});

test("what one person typed is never saved under the name of another who signed in since", async ({ page }) => {
  const [, commune = ""] = communes;
  await beginEntry(page, `canbo.${commune}`);
  await page.waitForLoadState("networkidle");
  const other = await page.context().newPage();
  await actAs(other, `lanhdao.${commune}`);
  await cell(page, "A10").fill("3");
  await cell(page, "A5").focus();
  await expect(page.getByRole("dialog", { name: "Phiên làm việc đã hết" })).toBeVisible();
  expect(await figuresOf(commune)).not.toHaveProperty("A10");
});

test("a blank has its reason, an unusual value its explanation, a copy its confirmation; a pasted block can be taken back", async ({
  page,
}) => {
  const [, commune = ""] = communes;
  await beginEntry(page, `canbo.${commune}`);
  await page.waitForLoadState("networkidle");

  await row(page, "A5").getByLabel("Vì sao ô A5 trống").selectOption({ label: "Chưa có số liệu (bổ sung sau)" });
  await row(page, "A5").getByLabel("dự kiến có ngày").fill("31/2/2026");
  await row(page, "A5").getByLabel("dự kiến có ngày").press("Tab");
  await expect(row(page, "A5").getByText("“31/2/2026” chưa hợp lệ")).toBeVisible();
  await row(page, "A5").getByLabel("dự kiến có ngày").fill("15/12/2026");
  await row(page, "A5").getByLabel("dự kiến có ngày").press("Tab");
  await cell(page, "A7").fill("9.000");
  await page.keyboard.press("Enter");
  await expect(row(page, "A7").getByText("Phải giải trình")).toBeVisible();
  await row(page, "A7").getByLabel("Giải trình giá trị A7").fill("Kiểm tra toàn bộ tổ dân phố theo chuyên đề. ");
  await expect(row(page, "A7").getByText("Đã giải trình")).toBeVisible();
  await isSaved(page);
  expect(await draftOf(commune)).toMatchObject({
    blanks: { A5: { reason: "pending", expectedOn: "2026-12-15" } },
    explanations: { A7: "Kiểm tra toàn bộ tổ dân phố theo chuyên đề." },
  });

  await page.goto(page.url().replace(/sections\/.*/, "sections/E"));
  await page.getByRole("button", { name: /^Chép từ năm trước/ }).click();
  await expect(row(page, "E1").getByText("chép từ năm trước – cần xác nhận")).toBeVisible();
  await isSaved(page);
  const copied = await draftOf(commune);
  expect(Object.keys(copied.copied ?? {}).sort()).toEqual(["E1", "E2", "E4"]);
  await cell(page, "E1").focus();
  await page.keyboard.press("Enter"); // the same value, written by going on
  await row(page, "E2").getByRole("button", { name: "Xác nhận giá trị chép của E2" }).click();
  await isSaved(page);
  expect(await draftOf(commune)).toMatchObject({ figures: copied.figures, copied: { E4: true } });
  expect(Object.keys((await draftOf(commune)).copied ?? {})).toEqual(["E4"]);

  await page.goto(page.url().replace(/sections\/.*/, "sections/F"));
  await cell(page, "F1").focus();
  await pasteBlock(page, "1\n2\n3\n");
  await isSaved(page);
  await cell(page, "F1").focus();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(page.locator("td[aria-selected='true']")).toHaveCount(3);
  const copy = await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }),
    );
    return clipboardData.getData("text/plain");
  });
  expect(copy).toBe("1\r\n2\r\n3");
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  await isSaved(page);
  expect(await figuresOf(commune)).not.toHaveProperty("F2");
});

test("the grid is one for screen readers too, at every width", async ({ page }) => {
  const [, commune = ""] = communes;
  await beginEntry(page, `canbo.${commune}`);
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    for (const section of ["A", "B"]) {
      await page.goto(page.url().replace(/sections\/.*/, `sections/${section}`));
      const grid = page.getByRole("grid", { name: "Số liệu của phần này" });
      await expect(grid.getByRole("row", { name: /A4|B1/ }).getByRole("gridcell")).not.toHaveCount(0);
      await expect(grid.getByRole("rowheader", { name: /^A4|^B4/ })).toHaveCount(1);
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${width} ${section}: ${id} ${nodes[0]?.html.slice(0, 160)}`)).toEqual(
        [],
      );
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    }
  }
});
