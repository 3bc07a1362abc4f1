import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isLean, leaveLean, withoutScripts } from "../../../src/lib/launch/lean.ts";

const PAGE = `<html><head><link rel="preload" as="script" href="/a.js"/><link rel="stylesheet" href="/a.css"/><script src="/a.js" async=""></script></head><body><p>Chữ</p><script>self.x=1</script></body></html>`;
const LEAN = `<html><head><link rel="stylesheet" href="/a.css"/></head><body><p>Chữ</p></body></html>`;

it("takes scripts and the hints for them out of a page, and nothing else", () => {
  expect(withoutScripts(PAGE)).toBe(LEAN);
});

describe("a page for everybody", () => {
  const server = createServer((request, response) => {
    if (isLean(request)) leaveLean(request, response);
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.write(PAGE.slice(0, 90));
    response.end(PAGE.slice(90));
  });
  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { headers });
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it("leaves without a script and is kept for a minute, compressed or not", async () => {
    for (const encoding of ["gzip", "identity"]) {
      const answer = await ask("/progress?measure=B1", { "accept-encoding": encoding });
      expect(await answer.text()).toBe(LEAN);
      expect(answer.headers.get("cache-control")).toBe("public, max-age=60");
      expect(answer.headers.get("content-encoding")).toBe(encoding === "gzip" ? "gzip" : null);
    }
  });

  it("is not sent again to whoever has it", async () => {
    const etag = (await ask("/")).headers.get("etag") ?? "";
    const again = await ask("/", { "if-none-match": etag });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  it("is the only kind that loses its scripts", async () => {
    expect(await (await ask("/work")).text()).toBe(PAGE);
  });
});
