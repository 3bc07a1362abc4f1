import { createHash } from "node:crypto";
import { encode } from "next-auth/jwt";
import { describe, expect, it, vi } from "vitest";

const SECRET = "s".repeat(40);
vi.hoisted(() =>
  Object.assign(process.env, { NEXTAUTH_SECRET: "s".repeat(40), NEXTAUTH_URL: "http://localhost:3000" }),
);

import { sessionIdOf } from "#lib/identity/session";
import { cookieOf, sessionIdOfToken } from "#lib/identity/session-cookie";
import { csrfTokenOf, newCsrfCookie } from "#lib/identity/sign-in/csrf";
import { deviceCookie, deviceOf } from "#lib/identity/sign-in/device";

const asking = (cookie: string) => new Request("http://localhost:3000/", { headers: { cookie } });
const sealed = (claims: Record<string, string>, { secret = SECRET, maxAge = 60 } = {}) =>
  encode({ token: claims, secret, maxAge });

describe("the session of a request", () => {
  it("is named by the hash of the token in next-auth's cookie, the first time and after", async () => {
    const request = asking(`other=1; next-auth.session-token=${await sealed({ session: "random token" })}; last=2`);
    const id = createHash("sha256").update("random token").digest("hex");
    expect([await sessionIdOf(request), await sessionIdOf(request), sessionIdOfToken("random token")]).toEqual([
      id,
      id,
      id,
    ]);
  });

  it.each([
    ["no cookie", async () => "a=b"],
    ["a forged one", async () => "next-auth.session-token=forged"],
    [
      "one sealed with another secret",
      async () => `next-auth.session-token=${await sealed({ session: "t" }, { secret: "another secret" })}`,
    ],
    ["one that has run out", async () => `next-auth.session-token=${await sealed({ session: "t" }, { maxAge: -60 })}`],
    ["one without a session", async () => `next-auth.session-token=${await sealed({ sub: "someone" })}`],
  ])("is nobody's with %s", async (_, cookie) => {
    expect(await sessionIdOf(asking(await cookie()))).toBeNull();
  });
});

describe("a device cookie", () => {
  const back = (username: string, cookie: string) =>
    deviceOf(new Headers({ cookie: cookie.split(";")[0] ?? "" }), username);

  it("proves the device for the name it was given to, and for no other", () => {
    const cookie = deviceCookie("d1", "canbo.00070");
    expect(back("canbo.00070", cookie)).toBe("d1");
    expect(back("lanhdao.00070", cookie)).toBeNull();
    expect(back("canbo.00070", cookie.replace("=d1", "=d2"))).toBeNull();
  });

  it("leaves room for colleagues at the same computer, and is out of reach of scripts", () => {
    const both = new Headers({
      cookie: [deviceCookie("d1", "canbo.00070"), deviceCookie("d2", "lanhdao.00070")]
        .map((cookie) => cookie.split(";")[0])
        .join("; "),
    });
    expect([deviceOf(both, "canbo.00070"), deviceOf(both, "lanhdao.00070")]).toEqual(["d1", "d2"]);
    expect(deviceCookie("d1", "canbo.00070")).toContain("HttpOnly; SameSite=Lax");
  });
});

describe("the form token", () => {
  it("is the one next-auth itself would accept", () => {
    const cookie = newCsrfCookie();
    const token = csrfTokenOf(cookie);
    expect(cookie).toBe(`${token}|${createHash("sha256").update(`${token}${SECRET}`).digest("hex")}`);
  });

  it("is refused when its seal is not ours", () => {
    expect([undefined, "", "a|b", `a|${createHash("sha256").update("a").digest("hex")}`].map(csrfTokenOf)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

it("reads one cookie among others", () => {
  const headers = new Headers({ cookie: "a=1; ab=2; b=x=y" });
  expect(["a", "ab", "b", "c"].map((name) => cookieOf(headers, name))).toEqual(["1", "2", "x=y", undefined]);
});
