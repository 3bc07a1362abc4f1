import { expect, type Page, test } from "@playwright/test";
import { barriersOf } from "../barriers.ts";
import { actAs } from "./people.ts";

/** WCAG 2.2 A and AA as far as a machine can tell, on a desk and on a phone. */

const visits: Record<string, string[]> = {
  "canbo.00025": [
    "/work",
    "/reports",
    "/agencies",
    "/agencies/H26",
    "/plans",
    "/plans/kh-ubnd-ha-noi-2025-tdbvantq",
    "/password",
  ],
  "congan.H26": ["/work", "/reports?mine=1", "/obligations?period=2026&preview=1"],
  "quantri.H26": ["/people", "/people/new", "/audit"],
};

for (const width of [1440, 390]) {
  test(`the main pages hold WCAG 2.2 AA at ${width} px`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width, height: 900 });
    const problems: string[] = [];
    await page.goto("/sign-in");
    problems.push(...(await problemsOf(page, "/sign-in")));
    for (const [username, addresses] of Object.entries(visits)) {
      await actAs(page, username);
      for (const address of [...addresses, ...(await ownReport(page))]) {
        await page.goto(address);
        problems.push(...(await problemsOf(page, address)));
      }
    }
    expect(problems).toEqual([]);
  });
}

/** The pages of the first report the person has to write. */
async function ownReport(page: Page): Promise<string[]> {
  const link = page.locator(".work-list a[href^='/reports/']").first();
  if ((await link.count()) === 0) return [];
  const address = (await link.getAttribute("href"))?.split("/").slice(0, 3).join("/") ?? "";
  const sections = ["A", "narratives", "assessment"].map((section) => `${address}/sections/${section}`);
  return [address, ...sections];
}

const problemsOf = async (page: Page, address: string) =>
  (await barriersOf(page)).map((problem) => `${address}: ${problem}`);
