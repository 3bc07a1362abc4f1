import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** What keeps somebody from using the page as it stands, by WCAG 2.2 AA as far as axe can tell: the rule, and where it is broken first. */
export async function barriersOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  return violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.html.slice(0, 160)}`);
}

/** How many pixels the page runs over the edge of the window. */
export const overflowOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Both at a width. */
export async function problemsAt(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 900 });
  const problems = await barriersOf(page);
  const overflow = await overflowOf(page);
  return [...problems, ...(overflow > 0 ? [`${overflow} px too wide`] : [])].map((problem) => `${width}: ${problem}`);
}
