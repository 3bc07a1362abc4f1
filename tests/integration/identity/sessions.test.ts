import { beforeEach, describe, expect, it } from "vitest";
import { rows } from "#lib/db";
import { findActor } from "#lib/identity/session";
import { listSessions } from "#lib/identity/sessions/queries";
import { changePassword, revokeSession, switchAgency } from "#lib/identity/sessions/service";
import { signIn } from "#lib/identity/sign-in/service";
import { freshDatabase } from "../../support/database.ts";
import { actionsRecorded, aPerson, aTry, isSignedIn, nobody, PASSWORD, signedIn } from "./cast.ts";

freshDatabase();
beforeEach(nobody);

describe("switching the agency", () => {
  it("acts for another agency of one's own, and records it there", async () => {
    const id = await aPerson("hai.vai", "reporter@00070", "recipientOfficer@H26.CA");
    const actor = await signedIn("hai.vai");
    await switchAgency(actor, "H26.CA");
    expect(await findActor(actor.sessionId)).toMatchObject({ agency: { id: "H26.CA" }, roles: ["recipientOfficer"] });
    expect(
      await rows(
        "select action, agency_id, scope_path from audit_entry where subject_id = $1 and action = 'session.switch'",
        [id],
      ),
    ).toEqual([{ action: "session.switch", agency_id: "00070", scope_path: "/VN/H26/H26.CA/" }]);
  });

  it("does not find an agency of others, nor one whose role has ended meanwhile", async () => {
    const id = await aPerson("hai.vai", "reporter@00070", "recipientOfficer@H26.CA");
    const actor = await signedIn("hai.vai");
    await expect(switchAgency(actor, "G01")).rejects.toMatchObject({ status: 404 });
    await rows("update assignment set ended_at = now() where person_id = $1 and agency_id = 'H26.CA'", [id]);
    await expect(switchAgency(actor, "H26.CA")).rejects.toMatchObject({ status: 404 });
    expect(await findActor(actor.sessionId)).toMatchObject({ agency: { id: "00070" } });
  });
});

describe("changing the password", () => {
  const wanted = "Thu qua đông tới 26";

  it("takes effect, ends the other sessions and keeps this one", async () => {
    const id = await aPerson("canbo.00070", "reporter@00070");
    const [here, there] = [await signedIn("canbo.00070"), await signedIn("canbo.00070")];
    await changePassword(here, { current: PASSWORD, wanted, repeated: wanted.normalize("NFD") });
    expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([true, false]);
    expect(await signIn(aTry("canbo.00070"))).toEqual({ outcome: "wrong" });
    expect(await signIn(aTry("canbo.00070", { password: wanted }))).toMatchObject({ outcome: "signedIn" });
    expect(await actionsRecorded(id)).toContain("password.change");
  });

  it("frees a person who had to change it", async () => {
    const id = await aPerson("moi.vao", "reporter@00070");
    await rows("update person set must_change_password = true where id = $1", [id]);
    const actor = await signedIn("moi.vao");
    expect(actor.mustChangePassword).toBe(true);
    await changePassword(actor, { current: PASSWORD, wanted, repeated: wanted });
    expect(await findActor(actor.sessionId)).toMatchObject({ mustChangePassword: false });
  });

  it("needs the current one, and guesses at it are slowed down", async () => {
    await aPerson("canbo.00070", "reporter@00070");
    const actor = await signedIn("canbo.00070");
    const guess = () => changePassword(actor, { current: "đoán mò", wanted, repeated: wanted });
    for (let mistake = 1; mistake <= 6; mistake++)
      await expect(guess()).rejects.toMatchObject({ status: 422, fields: [{ field: "current" }] });
    await rows("update sign_in_throttle set blocked_until = now() + interval '90 seconds'");
    await expect(guess()).rejects.toMatchObject({ status: 429, message: expect.stringContaining("chờ 90 giây") });
    expect(await signIn(aTry("canbo.00070"))).toMatchObject({ outcome: "signedIn" });
  });

  it("names every field that is wrong", async () => {
    await aPerson("canbo.00070", "reporter@00070");
    const actor = await signedIn("canbo.00070");
    await expect(
      changePassword(actor, { current: PASSWORD, wanted: "ngắn quá", repeated: "khác" }),
    ).rejects.toMatchObject({
      fields: [{ field: "wanted", message: expect.stringContaining("8 ký tự") }, { field: "repeated" }],
    });
  });

  it("at the same moment twice happens once", async () => {
    await aPerson("canbo.00070", "reporter@00070");
    const actor = await signedIn("canbo.00070");
    const change = (password: string) =>
      changePassword(actor, { current: PASSWORD, wanted: password, repeated: password });
    const results = await Promise.allSettled([change("Mật khẩu thứ nhất"), change("Mật khẩu thứ hai")]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("one's sessions", () => {
  it("are listed, and another one can be ended; somebody else's is not found", async () => {
    await aPerson("canbo.00070", "reporter@00070");
    await aPerson("nguoi.khac", "reporter@00070");
    const [here, there, stranger] = [
      await signedIn("canbo.00070"),
      await signedIn("canbo.00070"),
      await signedIn("nguoi.khac"),
    ];
    expect((await listSessions(here)).map(({ id }) => id).sort()).toEqual([here.sessionId, there.sessionId].sort());

    await revokeSession(here, there.sessionId);
    expect(await isSignedIn(there)).toBe(false);
    await expect(revokeSession(here, stranger.sessionId)).rejects.toMatchObject({ status: 404 });
    expect(await isSignedIn(stranger)).toBe(true);
  });
});
