import { expect, type Page } from "@playwright/test";
import { demonstrationPassword } from "../../../src/lib/demonstration/accounts.ts";

/** Signs in afresh as somebody of the demonstration. */
export async function actAs(page: Page, username: string) {
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByLabel("Tên đăng nhập").fill(username);
  await page.getByLabel("Mật khẩu").fill(demonstrationPassword);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Việc cần làm" })).toBeVisible();
}

/** Opens a page and waits until its scripts stand, as a person does before clicking. */
export async function open(page: Page, address: string) {
  await page.goto(address);
  await page.waitForLoadState("networkidle");
}
