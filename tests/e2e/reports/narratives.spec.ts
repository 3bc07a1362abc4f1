import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { actAs, open } from "./people.ts";

/** Words of a report: written, pasted, corrected and kept, on a desk and on a phone. */

const WORD = readFileSync(new URL("../../unit/reports/narratives/samples/word.html.txt", import.meta.url), "utf8");
const CLERK = "canbo.00025";

test("a clerk writes a list, pastes from Word, corrects a name by key, and finds all of it again", async ({ page }) => {
  await openWords(page);
  const box = narrative(page, "N8");
  await box.fill("");

  await test.step("Enter goes on with a list and ends it", async () => {
    await box.pressSequentially("Kết quả:\n- Một\nHai\n\n1. Ba\nBốn");
    await expect(box).toHaveValue("Kết quả:\n- Một\n- Hai\n1. Ba\n2. Bốn");
    await box.press("Control+z");
    await box.press("Control+y");
    await expect(box).toHaveValue("Kết quả:\n- Một\n- Hai\n1. Ba\n2. Bốn");
  });

  await test.step("what comes from Word comes as paragraphs and lists; undo takes it back", async () => {
    await box.press("End");
    await box.press("Enter");
    await box.press("Enter");
    await paste(box, WORD, "không dùng đến");
    const pasted =
      /- Kế hoạch số 15\/KH-UBND;\n\+ Phân công từng tổ dân phố;\na\) Hướng dẫn “Ngày hội”\.\nĐơn vị; Số buổi\nTổ 1; –$/;
    await expect(box).toHaveValue(pasted);
    await expect(words(page, "N8").getByText("Đã dán thành đoạn văn")).toBeVisible();
    await box.press("Control+z");
    await expect(box).not.toHaveValue(pasted);
    await box.press("Control+y");
    await expect(box).toHaveValue(pasted);
  });

  await test.step("a misspelled name is corrected by one key, and undo gives it back", async () => {
    await box.press("Control+End");
    await box.pressSequentially("\nGiữ vững An Ninh Tổ Quốc.");
    const hint = words(page, "N8").locator(".writing-hint").filter({ hasText: "“An Ninh Tổ Quốc”" });
    await expect(hint).toContainText("viết hoa chưa đúng");
    await expect(hint.getByRole("button", { name: "Sửa thành “an ninh Tổ quốc”" })).toBeVisible();
    await box.press("F7");
    await expect(box).toHaveValue(/Giữ vững an ninh Tổ quốc\.$/);
    await expect(hint).toHaveCount(0);
    await box.press("Control+z");
    await expect(box).toHaveValue(/Giữ vững An Ninh Tổ Quốc\.$/);
    await box.press("Control+y");
  });

  await test.step("the server has it", async () => {
    await box.blur();
    await expect(words(page, "N8").getByText("đã lưu")).toBeVisible();
    const written = await box.inputValue();
    expect(await onServer(page, "N8")).toBe(written);
    await page.reload();
    await expect(narrative(page, "N8")).toHaveValue(written);
  });
});

test("secret marks and personal data are pointed out and never block", async ({ page }) => {
  await openWords(page);
  const box = narrative(page, "N11");
  await box.fill("Ông A, sinh ngày 05/6/1980, CCCD 001099012345. Dấu: TỐI MẬT.");
  const hints = words(page, "N11").locator(".writing-hint");
  await expect(hints).toHaveCount(3);
  await expect(hints.filter({ hasText: "TỐI MẬT" })).toContainText("hệ thống không lưu bí mật nhà nước");
  await hints.filter({ hasText: "001099012345" }).getByRole("button", { name: "“001099012345”", exact: true }).click();
  expect(
    await box.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd)),
  ).toBe("001099012345");
  await hints.filter({ hasText: "TỐI MẬT" }).getByRole("button", { name: "Bỏ qua" }).click();
  await expect(hints).toHaveCount(2);
  await box.blur();
  await expect.poll(() => onServer(page, "N11")).toContain("TỐI MẬT");
  await box.fill("");
  await box.blur();
});

test("the count says when it is too long, aloud and without cutting", async ({ page }) => {
  await openWords(page);
  const box = narrative(page, "N11");
  await box.fill("a".repeat(4990));
  await expect(words(page, "N11").getByText("4.990 / 5.000 ký tự")).toBeVisible();
  await expect(words(page, "N11").getByRole("status").filter({ hasText: "Còn 10 ký tự." })).toBeAttached();
  await box.press("End");
  await box.pressSequentially("bbbbbbbbbbbb");
  await expect(words(page, "N11").getByText("5.002 / 5.000 ký tự, ! vượt 2")).toBeVisible();
  await expect(words(page, "N11").getByRole("status").filter({ hasText: "Vượt 2 ký tự" })).toBeAttached();
  await box.fill("");
  await box.blur();
});

for (const width of [1440, 390]) {
  test(`last year's paragraphs are at hand at ${width} px, and nothing runs over the edge`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await openWords(page);
    const box = narrative(page, "N11");
    await box.fill("Đã viết\nvà còn nữa");
    const before = words(page, "N11").getByRole("group").or(words(page, "N11").locator("details"));
    if (width === 390) {
      await expect(before.getByRole("button").first()).toBeHidden();
      await before.locator("summary").click();
    }
    const paragraph = (await before.locator("p").first().textContent()) ?? "";
    expect(paragraph).not.toBe("");
    await before
      .getByRole("button", { name: /^Chép vào bài/ })
      .first()
      .click();
    await expect(box).toHaveValue(`Đã viết\nvà còn nữa\n${paragraph}`);
    await expect(box).toBeFocused();
    await box.fill("An Ninh Tổ Quốc, 0912 345 678, TUYỆT MẬT");
    await expect(words(page, "N11").locator(".writing-hint").filter({ hasText: "TUYỆT MẬT" })).toBeVisible();
    expect(await page.locator("main").evaluate((main) => main.scrollWidth - main.clientWidth)).toBe(0);
    expect(await problemsOf(page)).toEqual([]);
    await box.fill("");
    await box.blur();
  });
}

test("grounds of the self-assessment are written the same way and read as a list", async ({ page }) => {
  await openWords(page, "assessment");
  const grounds = page.locator("textarea[name$='.grounds']").first();
  await grounds.fill("");
  await grounds.pressSequentially("- Có kế hoạch\nUBND phường theo bộ công an");
  await expect(grounds).toHaveValue("- Có kế hoạch\n- UBND phường theo bộ công an");
  const hint = page.getByRole("button", { name: "Sửa thành “Bộ Công an”" });
  await hint.click();
  await expect(grounds).toHaveValue("- Có kế hoạch\n- UBND phường theo Bộ Công an");
  await grounds.blur();
  await expect(page.locator(".assessment").first().getByText("đã lưu")).toBeVisible();
  await page.reload();
  await expect(grounds).toHaveValue("- Có kế hoạch\n- UBND phường theo Bộ Công an");
  expect(await problemsOf(page)).toEqual([]);
});

const words = (page: Page, id: string) => page.locator(`#${id}`);
const narrative = (page: Page, id: string) => page.locator(`[name="narratives.${id}"]`);

async function openWords(page: Page, section = "narratives") {
  await actAs(page, CLERK);
  const link = page.locator(".work-list a[href^='/reports/']").first();
  const report = (await link.getAttribute("href"))?.split("/").slice(0, 3).join("/");
  await open(page, `${report}/sections/${section}`);
}

/** Ctrl + V with this on the clipboard. */
async function paste(box: Locator, html: string, plain: string) {
  await box.evaluate(
    (area, [html, plain]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", html);
      clipboardData.setData("text/plain", plain);
      area.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    [html, `${plain}\n`] as const,
  );
}

async function onServer(page: Page, id: string) {
  const report = new URL(page.url()).pathname.split("/")[2];
  const answer = await page.request.get(`/api/reports/${report}/draft`);
  return (await answer.json()).document.narratives[id];
}

async function problemsOf(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  return violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.html.slice(0, 160)}`);
}
