import { expect, test } from "@playwright/test";
import { pagesOf } from "../../support/pdf.ts";
import { barriersOf, overflowOf } from "../barriers.ts";
import { actAs, open } from "../reports/people.ts";

/** The morning note on a desk, a phone and paper, and getting it by mail. */

for (const colorScheme of ["light", "dark"] as const)
  test(`the note of the nation and of a province has no barriers and prints on one sheet (${colorScheme})`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme });
    await actAs(page, "congan.G01");
    for (const id of ["VN", "H26", "H17"]) {
      await open(page, `/dashboards/${id}/note`);
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await barriersOf(page), `${id} at ${width}`).toEqual([]);
        expect(await overflowOf(page)).toBe(0);
      }
      expect(pagesOf(await page.pdf({ format: "A4" })), id).toBe(1);
    }
  });

test("somebody asks for the note, changes the hour and ends it, and the files are there", async ({ page }) => {
  await actAs(page, "lanhdao.H26");
  await open(page, "/dashboards/H26/note");
  await page.getByLabel("Địa chỉ thư").fill("lanhdao@hanoi.vi-du.example");
  await page.getByRole("button", { name: "Đăng ký nhận bản tin" }).click();
  await expect(page.getByText("Đang nhận lúc 7 giờ từ thứ Hai đến thứ Sáu.")).toBeVisible();
  await page.getByLabel("Giờ gửi").selectOption("6");
  await page.getByRole("button", { name: "Lưu thay đổi" }).click();
  await expect(page.getByText("Đang nhận lúc 6 giờ")).toBeVisible();
  await page.getByRole("button", { name: "Thôi nhận bản tin" }).click();
  await expect(page.getByRole("button", { name: "Đăng ký nhận bản tin" })).toBeVisible();
  for (const [link, type] of [
    ["Tải PDF", "pdf"],
    ["Tải Word (.docx)", "docx"],
  ] as const) {
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: link }).click()]);
    expect(file.suggestedFilename()).toMatch(new RegExp(`^ban-tin-sang-H26-\\d{4}-\\d\\d-\\d\\d\\.${type}$`));
  }
});
