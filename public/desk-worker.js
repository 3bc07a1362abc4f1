// Keeps the pages of a report's entry for when there is no line. With a line every page comes from the server as if
// this were not here. Pages are kept apart for each person and thrown away when somebody else comes or anybody signs out.

const build = new URL(self.location.href).searchParams.get("build");
const ASSETS = `desk assets ${build}`;
const PAGES = "desk pages ";
const pagesOf = (personId) => `${PAGES}${personId} ${build}`;
const SECTION = /^\/reports\/[0-9a-f-]{36}\/sections\/[^/]+$/;
const FRESH_MS = 30 * 60 * 1000; // pages are asked for again after this long, when an entry is opened
const KEPT_MS = 7 * 24 * 60 * 60 * 1000; // nobody's work lies about longer than a week

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  event.waitUntil(throwAway((name) => name.startsWith("desk ") && !name.endsWith(` ${build}`)).then(() => self.clients.claim()));
});

self.addEventListener("message", (event) => {
  if (event.data?.keep) event.waitUntil(keep(event.data, event.source));
});

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== self.location.origin) return;
  if (mode === "navigate") event.respondWith(openPage(event));
  else if (pathname.startsWith("/_next/static/") || pathname === "/icon.svg") event.respondWith(openAsset(event.request));
});

async function throwAway(isOld) {
  const names = await caches.keys();
  await Promise.all(names.filter(isOld).map((name) => caches.delete(name)));
}

/** Keeps the pages somebody asks for, and what they need; other people's go. */
async function keep({ keep: pages, personId, assets }, client) {
  await throwAway((name) => name.startsWith(PAGES) && name !== pagesOf(personId));
  const [kept, shared] = await Promise.all([caches.open(pagesOf(personId)), caches.open(ASSETS)]);
  await Promise.all(assets.map((asset) => keepAsset(shared, asset)));
  for (const page of pages) {
    const known = await kept.match(page);
    if (known && ageOf(known) < FRESH_MS) continue;
    const response = await fetch(page, { headers: { accept: "text/html" } }).catch(() => null);
    if (response) await keepPage(page, response, personId);
  }
  client?.postMessage({ kept: (await kept.match(pages[0])) ? pages[0] : null });
}

const ageOf = (response) => Date.now() - Date.parse(response.headers.get("x-kept-at"));

/** Only a page that was made for this person, with the files it names. */
async function keepPage(page, response, personId) {
  if (!response.ok || response.redirected) return;
  const html = await response.text();
  if (!html.includes(personId)) return;
  const headers = { "content-type": "text/html; charset=utf-8", "x-kept-at": new Date().toISOString() };
  await (await caches.open(pagesOf(personId))).put(page, new Response(html, { headers }));
  const shared = await caches.open(ASSETS);
  const named = new Set(html.match(/\/_next\/static\/[^"'\\ )]+/g) ?? []);
  await Promise.all([...named].map((asset) => keepAsset(shared, asset)));
}

async function keepAsset(shared, asset) {
  if (await shared.match(asset)) return;
  const response = await fetch(asset).catch(() => null);
  if (response?.ok) await shared.put(asset, response);
}

async function openAsset(request) {
  const shared = await caches.open(ASSETS);
  const known = await shared.match(request);
  if (known) return known;
  const response = await fetch(request);
  if (response.ok) await shared.put(request, response.clone());
  return response;
}

async function openPage(event) {
  const { pathname, search } = new URL(event.request.url);
  const name = (await caches.keys()).find((each) => each.startsWith(PAGES));
  try {
    const response = await fetch(event.request);
    const personId = name?.slice(PAGES.length).split(" ")[0];
    if (personId && search === "" && SECTION.test(pathname))
      event.waitUntil(keepPage(pathname, response.clone(), personId));
    return response;
  } catch {
    return withoutLine(name, pathname, search);
  }
}

async function withoutLine(name, pathname, search) {
  const pages = name ? await caches.open(name) : null;
  const kept = pages && search === "" ? await pages.match(pathname) : null;
  if (kept && ageOf(kept) < KEPT_MS) return kept;
  const report = pathname.split("/")[2];
  const others = ((await pages?.keys()) ?? []).map(({ url }) => new URL(url).pathname).filter((path) => path.includes(report));
  if (pathname.endsWith("/sections/next") && others[0]) return Response.redirect(others[0], 302);
  const links = others.map((path) => `<li><a href="${path}">Phần ${path.split("/").at(-1)}</a></li>`).join("");
  const html = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Đang mất mạng</title>
<main style="font:16px/1.5 sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem"><h1>Đang mất mạng</h1>
<p>Trang này chưa được giữ trong trình duyệt nên chưa mở được. Những gì đã nhập vẫn còn trong trình duyệt và sẽ tự gửi khi có mạng.</p>
${links ? `<p>Các phần nhập được ngay:</p><ul>${links}</ul>` : ""}<p><a href="">Thử lại</a></p></main></html>`;
  return new Response(html, { status: 503, headers: { "content-type": "text/html; charset=utf-8" } });
}
