import { beforeEach, describe, expect, it } from "vitest";
import { rows } from "#lib/db";
import { findActor } from "#lib/identity/session";
import { sessionIdOfToken } from "#lib/identity/session-cookie";
import { endSession } from "#lib/identity/sessions/service";
import { signIn } from "#lib/identity/sign-in/service";
import { freshDatabase } from "../../support/database.ts";
import { actionsRecorded, aPerson, aTry, isSignedIn, nobody, PASSWORD, signedIn } from "./cast.ts";

freshDatabase();
beforeEach(nobody);

const wrong = (username: string, overrides = {}) =>
  signIn(aTry(username, { password: "không phải mật khẩu", ...overrides }));

/** The first wait is a second: too short for a busy machine to look at. */
const makeWaitsLong = () =>
  rows(
    "update sign_in_throttle set blocked_until = blocked_until + interval '1 minute' where blocked_until > updated_at",
  );

describe("signing in", () => {
  it("opens a session for the first agency, with its roles, and records it", async () => {
    const id = await aPerson("canbo.00070", "reporter@00070", "administrator@00070", "recipientOfficer@H26.CA");
    const actor = await signedIn("canbo.00070");
    expect(actor).toMatchObject({
      personId: id,
      agency: { id: "00070", kind: "commune", path: "/VN/H26/00070/", oversight: "/VN/H26/00070/" },
      roles: ["reporter", "administrator"],
      agencies: [
        { id: "00070", roles: ["reporter", "administrator"] },
        { id: "H26.CA", roles: ["recipientOfficer"] },
      ],
    });
    expect(await actionsRecorded(id)).toEqual(["session.start"]);
  });

  it("stores no token that opens a session", async () => {
    await aPerson("canbo.00070", "reporter@00070");
    const result = await signIn(aTry("canbo.00070"));
    const stored = JSON.stringify(await rows("select * from session"));
    expect(result.outcome === "signedIn" && stored.includes(result.token)).toBe(false);
  });

  it("takes the name in any case and the password in NFC or NFD", async () => {
    await aPerson("canbo.H26", "reporter@H26");
    expect(await signIn(aTry(" CANBO.h26 ", { password: PASSWORD.normalize("NFD") }))).toMatchObject({
      outcome: "signedIn",
    });
  });

  it("refuses a wrong password and an unknown name in the same words", async () => {
    await aPerson("canbo.00070", "reporter@00070");
    expect(await wrong("canbo.00070")).toEqual({ outcome: "wrong" });
    expect(await wrong("khong.co")).toEqual({ outcome: "wrong" });
    expect(await rows("select 1 from session")).toEqual([]);
  });

  it("tells a locked person, or one without roles, only after the right password", async () => {
    const locked = await aPerson("bi.khoa", "reporter@00070");
    await rows("update person set locked_at = now() where id = $1", [locked]);
    await aPerson("khong.vai");
    expect(await wrong("bi.khoa")).toEqual({ outcome: "wrong" });
    expect(await signIn(aTry("bi.khoa"))).toEqual({ outcome: "locked" });
    expect(await signIn(aTry("khong.vai"))).toEqual({ outcome: "noRole" });
  });
});

describe("guessing", () => {
  it("has to wait longer and longer, also with the right password, and is recorded", async () => {
    const id = await aPerson("canbo.00070", "reporter@00070");
    for (let mistake = 1; mistake <= 6; mistake++) await wrong("canbo.00070", { address: "10.9.9.9" });
    await makeWaitsLong();
    expect(await signIn(aTry("canbo.00070", { address: "10.9.9.9" }))).toMatchObject({
      outcome: "wait",
      seconds: expect.closeTo(60, -1),
    });
    expect(await actionsRecorded(id)).toEqual(Array(6).fill("session.refuse"));
  });

  it("from one address does not hold up the person at another", async () => {
    await aPerson("canbo.00070", "reporter@00070");
    for (let mistake = 1; mistake <= 6; mistake++) await wrong("canbo.00070", { address: "10.9.9.9" });
    await makeWaitsLong();
    expect(await signIn(aTry("canbo.00070", { address: "10.9.9.9" }))).toMatchObject({ outcome: "wait" });
    expect(await signIn(aTry("canbo.00070", { address: "10.1.1.1" }))).toMatchObject({ outcome: "signedIn" });
  });

  it("from many addresses holds up unknown devices, but never one that has signed in before", async () => {
    await aPerson("canbo.00070", "reporter@00070");
    for (let mistake = 1; mistake <= 21; mistake++) await wrong("canbo.00070", { address: `10.8.0.${mistake}` });
    await makeWaitsLong();
    expect(await signIn(aTry("canbo.00070"))).toMatchObject({ outcome: "wait" });
    expect(await signIn(aTry("canbo.00070", { deviceFor: () => "known" }))).toMatchObject({
      outcome: "signedIn",
      device: "known",
    });
  });

  it("from a known device slows that device alone", async () => {
    await aPerson("canbo.00070", "reporter@00070");
    for (let mistake = 1; mistake <= 6; mistake++) await wrong("canbo.00070", { deviceFor: () => "stolen" });
    await makeWaitsLong();
    expect(await signIn(aTry("canbo.00070", { deviceFor: () => "stolen" }))).toMatchObject({ outcome: "wait" });
    expect(await signIn(aTry("canbo.00070"))).toMatchObject({ outcome: "signedIn" });
  });

  it("is forgiven by a right password, and forgotten after half a day", async () => {
    await aPerson("canbo.00070", "reporter@00070");
    for (let mistake = 1; mistake <= 4; mistake++) await wrong("canbo.00070", { address: "10.9.9.9" });
    await signIn(aTry("canbo.00070", { address: "10.9.9.9" }));
    expect(await rows("select key, failures from sign_in_throttle")).toEqual([
      { key: "address:10.9.9.9", failures: 4 },
    ]);

    await rows(
      "update sign_in_throttle set updated_at = now() - interval '13 hours', failures = 5000, blocked_until = now() + interval '1 hour'",
    );
    await wrong("canbo.00070", { address: "10.9.9.9" });
    expect(await rows("select failures from sign_in_throttle where key = 'address:10.9.9.9'")).toEqual([
      { failures: 1 },
    ]);
  });

  it("many at once is counted for each", async () => {
    await aPerson("canbo.00070", "reporter@00070");
    await Promise.all(Array.from({ length: 4 }, () => wrong("canbo.00070", { address: "10.9.9.9" })));
    expect(await rows("select failures from sign_in_throttle order by key")).toEqual([
      { failures: 4 },
      { failures: 4 },
      { failures: 4 },
    ]);
  });
});

describe("a session", () => {
  it("ends with signing out, for everybody who holds the cookie", async () => {
    const id = await aPerson("canbo.00070", "reporter@00070");
    const actor = await signedIn("canbo.00070");
    await endSession(actor.sessionId);
    await endSession(actor.sessionId);
    expect(await isSignedIn(actor)).toBe(false);
    expect(await actionsRecorded(id)).toEqual(["session.start", "session.end"]);
  });

  it.each([
    ["after two hours without a request", "last_seen_at = now() - interval '121 minutes'"],
    ["when its time is over", "expires_at = now() - interval '1 second'"],
  ])("ends %s", async (_, change) => {
    await aPerson("canbo.00070", "reporter@00070");
    const actor = await signedIn("canbo.00070");
    await rows(`update session set ${change}`);
    expect(await isSignedIn(actor)).toBe(false);
  });

  it("notes that it is used, but not at every request", async () => {
    await aPerson("canbo.00070", "reporter@00070");
    const actor = await signedIn("canbo.00070");
    const seenAgo = async () =>
      (
        await rows<{ minutes: number }>(
          "select round(extract(epoch from now() - last_seen_at) / 60)::int as minutes from session",
        )
      )[0]?.minutes;
    await rows("update session set last_seen_at = now() - interval '3 minutes'");
    await findActor(actor.sessionId);
    expect(await seenAgo()).toBe(3);
    await rows("update session set last_seen_at = now() - interval '119 minutes'");
    await findActor(actor.sessionId);
    expect(await seenAgo()).toBe(0);
  });

  it("is nobody's when the id is guessed", async () => {
    expect(await findActor(sessionIdOfToken("guess"))).toBeNull();
  });
});
