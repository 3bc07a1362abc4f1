import { expect, test } from "@playwright/test";
import { actAs } from "./people.ts";

/** The entry page on the line and the computer of a commune: 1 Mbit/s, 300 ms, a processor four times slower than this one. */

const LINE = { offline: false, latency: 300, downloadThroughput: 1_000_000 / 8, uploadThroughput: 1_000_000 / 8 };
const MOST_SCRIPT_BYTES = 200_000;
/** The aim is 3 s on a machine that does nothing else; one that runs other things beside is given more. */
const USABLE_WITHIN_MS = 8_000;

test("the entry page is light, and usable soon on a thin line", async ({ browser }) => {
  const signedIn = await browser.newContext();
  const desk = await signedIn.newPage();
  await actAs(desk, "canbo.00025");
  const address = await desk.locator("a[href*='/sections/next']").first().getAttribute("href");
  const context = await browser.newContext({ storageState: { cookies: await signedIn.cookies(), origins: [] } }); // nothing cached
  const page = await context.newPage();
  await page.addInitScript(() => {
    document.addEventListener("focusin", ({ target }) => {
      if ((target as Element).matches("main :is(input, select, textarea)")) performance.mark("usable");
    });
  });
  const devtools = await context.newCDPSession(page);
  const bytes = { Script: 0, Stylesheet: 0, Document: 0, Font: 0 } as Record<string, number>;
  const kinds = new Map<string, string>();
  devtools.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? "";
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
  });
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", LINE);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });

  await page.goto(address ?? "");
  await page.waitForFunction(() => performance.getEntriesByName("usable").length > 0);
  const usable = await page.evaluate(() => Math.round(performance.getEntriesByName("usable")[0]?.startTime ?? 0));
  const painted = await page.evaluate(() =>
    Math.round(performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0),
  );
  await page.waitForLoadState("networkidle");
  const kilobytes = Object.fromEntries(
    Object.entries(bytes).map(([kind, count]) => [kind, Math.round(count / 100) / 10]),
  );
  console.log(`  first paint ${painted} ms, usable ${usable} ms; kB on the line: ${JSON.stringify(kilobytes)}`);
  expect(bytes.Script).toBeGreaterThan(0);
  expect(bytes.Script).toBeLessThan(MOST_SCRIPT_BYTES);
  expect(usable).toBeLessThan(USABLE_WITHIN_MS);
});
