import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { actAs } from "../reports/people.ts";

/** The public pages on a phone: slow 4G (1,6 Mbit/s, 150 ms) and a processor four times slower than this one. */

const LINE = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const addresses = ["/", "/campaign", "/progress", "/progress?measure=B1", "/exemplars", "/awarded", "/open-data"];
const MOST_SCRIPT_BYTES = 100_000;
/** Layout must not move. How soon it paints and how long it blocks is told, not asked: here other programs share the machine. */
const MOST_SHIFT = 0.1;

type Seen = { paint: number; shift: number; blocking: number };

for (const address of addresses)
  test(`${address} is light and still on a phone, and needs no script`, async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await page.addInitScript(() => {
      const seen = { paint: 0, shift: 0, blocking: 0 };
      Object.assign(window, { seen });
      const watch = (type: string, take: (entry: PerformanceEntry & { value?: number }) => void) =>
        new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
      watch("largest-contentful-paint", ({ startTime }) => {
        seen.paint = startTime;
      });
      watch("layout-shift", ({ value }) => {
        seen.shift += value ?? 0;
      });
      watch("longtask", ({ duration }) => {
        seen.blocking += Math.max(0, duration - 50);
      });
    });
    const devtools = await context.newCDPSession(page);
    const bytes: Record<string, number> = {};
    const kinds = new Map<string, string>();
    devtools.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
    devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      const kind = kinds.get(requestId) ?? "";
      bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
    });
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", LINE);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.goto(address, { waitUntil: "networkidle" });
    const seen = await page.evaluate(() => (window as unknown as { seen: Seen }).seen);
    const kilobytes = Object.entries(bytes).map(([kind, count]) => `${kind} ${Math.round(count / 100) / 10} kB`);
    console.log(
      `  ${address}: LCP ${Math.round(seen.paint)} ms, CLS ${seen.shift.toFixed(3)}, TBT ${Math.round(seen.blocking)} ms; ${kilobytes.join(", ")}`,
    );
    expect(seen.paint).toBeGreaterThan(0);
    expect(bytes.Script ?? 0).toBeLessThan(MOST_SCRIPT_BYTES);
    expect(await page.locator("script").count()).toBe(0);
    expect(seen.shift).toBeLessThan(MOST_SHIFT);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await context.close();
  });

for (const [colorScheme, width] of [
  ["light", 390],
  ["dark", 1440],
] as const)
  test(`the public pages hold WCAG 2.2 AA, ${colorScheme} at ${width} px`, async ({ browser }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
    const page = await context.newPage();
    const problems: string[] = [];
    for (const address of addresses) {
      await page.goto(address);
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
        .analyze();
      problems.push(
        ...violations.map(({ id, nodes }) => `${address}: ${id} ${nodes.map(({ target }) => target).slice(0, 3)}`),
      );
    }
    expect(problems).toEqual([]);
    await context.close();
  });

test("what a ministry publishes is read by everybody without a script, and is gone when it is withdrawn", async ({
  browser,
  page,
}) => {
  test.setTimeout(120_000);
  await actAs(page, "congan.G01");
  await page.goto("/publications?period=2026&least=3&measures=sent&measures=onTime");
  await expect(page.getByRole("heading", { name: "Xem trước: công chúng sẽ đọc đúng như sau" })).toBeVisible();
  const row = page.getByRole("row", { name: /^Toàn quốc/ });
  const [, promised = ""] = await row.locator("th, td").allTextContents();
  await page.getByRole("button", { name: "Công bố", exact: true }).first().click();
  await page.getByRole("button", { name: "Đồng ý" }).click();
  await expect(page.getByText("Đã công bố số liệu kỳ 2026.")).toBeVisible();

  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await reader.goto("/progress?period=2026&measure=sent");
  await expect(reader.getByText(promised)).toBeVisible();
  const open = await reader.request.get("/api/v1/numbers?period=2026&place=total");
  expect((await open.json()).map(({ measure }: { measure: string }) => measure)).toEqual(["sent", "onTime"]);

  await page.goto("/publications");
  const current = page.getByRole("row", { name: /^2026.*Đang công khai/ });
  await current.getByText("Rút khỏi trang công khai").click();
  await current.getByLabel("Lý do rút").fill("Thử rút số liệu.");
  await current.getByRole("button", { name: "Rút", exact: true }).click();
  await page.getByRole("button", { name: "Đồng ý" }).click();
  await expect(page.getByText("Đã rút số liệu khỏi trang công khai.")).toBeVisible();
  expect(await (await page.request.get("/api/v1/numbers?period=2026")).json()).toEqual([]);
});
