/** What a browser keeps of an entry for when there is no line. The worker itself is public/desk-worker.js. */

const PAGES = "desk pages ";

/** Asks the worker to keep the pages of a report for its writer; `kept` is called when they can be opened without a line. */
export async function keepForOffline(build: string, personId: string, pages: string[], kept: () => void) {
  if (!("serviceWorker" in navigator)) return; // plain http, or switched off: everything else works
  navigator.serviceWorker.addEventListener("message", ({ data }) => data.kept === pages[0] && kept());
  await navigator.serviceWorker.register(`/desk-worker.js?build=${encodeURIComponent(build)}`, { scope: "/reports/" });
  const { active } = await navigator.serviceWorker.ready;
  const assets = performance
    .getEntriesByType("resource")
    .map(({ name }) => name)
    .filter((name) => name.includes("/_next/static/"));
  active?.postMessage({ keep: pages, personId, assets });
}

/** Whoever stands at the sign-in page reads nothing of whoever worked here before. What still waits to be sent stays. */
export async function forgetPages() {
  if (!("caches" in window)) return;
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PAGES)).map((name) => caches.delete(name)));
}
