import { beforeEach, describe, expect, it } from "vitest";
import { rows } from "#lib/db";
import { endAssignment, grantRole, handOver } from "#lib/identity/people/assignments/service";
import { openFirstAccount } from "#lib/identity/people/first-account";
import { findPerson, listPeople } from "#lib/identity/people/queries";
import { peopleFilterSchema } from "#lib/identity/people/schema";
import { createPerson, lockPerson, resetPassword, unlockPerson } from "#lib/identity/people/service";
import { findActor } from "#lib/identity/session";
import { signIn } from "#lib/identity/sign-in/service";
import { freshDatabase } from "../../support/database.ts";
import { actionsRecorded, aPerson, aTry, isSignedIn, nobody, signedIn, versionOf } from "./cast.ts";

freshDatabase();
beforeEach(async () => {
  await nobody();
  await aPerson("quantri.H26", "administrator@H26");
});

const runningOf = async (personId: string) =>
  (
    await rows<{ held: string }>(
      "select role || '@' || agency_id as held from assignment where person_id = $1 and ended_at is null order by held",
      [personId],
    )
  ).map(({ held }) => held);

const assignmentOf = async (personId: string, agencyId: string) =>
  (
    await rows<{ id: string }>("select id from assignment where person_id = $1 and agency_id = $2", [
      personId,
      agencyId,
    ])
  )[0]?.id ?? "";

const names = async (search: Record<string, string>, admin = "quantri.H26") =>
  (await listPeople(await signedIn(admin), peopleFilterSchema.parse(search))).people
    .map(({ username }) => username)
    .sort();

describe("an account", () => {
  it("is opened with a one-time password that must be changed", async () => {
    const admin = await signedIn("quantri.H26");
    const issued = await createPerson(admin, {
      username: "canbo.00070",
      fullName: "Nguyễn Thị Ánh",
      position: null,
      agency: "00070",
      role: "reporter",
    });
    expect(await signIn(aTry("canbo.00070", { password: issued.password }))).toMatchObject({ outcome: "signedIn" });
    expect(await runningOf(issued.id)).toEqual(["reporter@00070"]);
    expect(await rows("select must_change_password, fictitious from person where id = $1", [issued.id])).toEqual([
      { must_change_password: true, fictitious: false },
    ]);
    expect(await actionsRecorded(issued.id)).toEqual(["person.create", "assignment.start", "session.start"]);
    expect(JSON.stringify(await rows("select * from audit_entry"))).not.toContain(issued.password);
  });

  it("is not opened twice under one name, nor in an agency outside the subtree", async () => {
    const admin = await signedIn("quantri.H26");
    const open = (username: string, agency: string) =>
      createPerson(admin, { username, fullName: "Người mới", position: null, agency, role: "reporter" });
    await expect(open("quantri.h26", "00070")).rejects.toMatchObject({ status: 422, fields: [{ field: "username" }] });
    await expect(open("moi.1", "H01")).rejects.toMatchObject({ status: 422, fields: [{ field: "agency" }] });
    await expect(open("moi.2", "G01")).rejects.toMatchObject({ status: 422, fields: [{ field: "agency" }] });
    expect(await rows("select 1 from person where username like 'moi.%'")).toEqual([]);
  });

  it("is opened by administrators only", async () => {
    await aPerson("lanhdao.H26", "head@H26", "secretariat@H26");
    const head = await signedIn("lanhdao.H26");
    await expect(
      createPerson(head, { username: "moi", fullName: "Mới", position: null, agency: "00070", role: "reporter" }),
    ).rejects.toMatchObject({ status: 403 });
  });

  it("is locked and unlocked; locking ends its sessions", async () => {
    const id = await aPerson("canbo.00070", "reporter@00070");
    const [admin, clerk] = [await signedIn("quantri.H26"), await signedIn("canbo.00070")];
    await lockPerson(admin, { id, version: 1 });
    expect(await isSignedIn(clerk)).toBe(false);
    expect(await signIn(aTry("canbo.00070"))).toEqual({ outcome: "locked" });
    await unlockPerson(admin, { id, version: 2 });
    expect(await isSignedIn(clerk)).toBe(false);
    expect(await isSignedIn(await signedIn("canbo.00070"))).toBe(true);
  });

  it("gets a new one-time password, which ends its sessions", async () => {
    const id = await aPerson("canbo.00070", "reporter@00070");
    const [admin, clerk] = [await signedIn("quantri.H26"), await signedIn("canbo.00070")];
    const { password } = await resetPassword(admin, { id, version: 1 });
    expect(await isSignedIn(clerk)).toBe(false);
    expect(await signIn(aTry("canbo.00070"))).toEqual({ outcome: "wrong" });
    expect(await signIn(aTry("canbo.00070", { password }))).toMatchObject({ outcome: "signedIn" });
    expect(await findPerson(admin, id)).toMatchObject({ mustChangePassword: true, version: 2 });
  });
});

describe("a role", () => {
  it("granted or ended ends the sessions of the person", async () => {
    const id = await aPerson("canbo.00070", "reporter@00070");
    const admin = await signedIn("quantri.H26");
    const before = await signedIn("canbo.00070");
    await grantRole(admin, { id, version: 1, agency: "H26.CA", role: "recipientOfficer" });
    expect(await isSignedIn(before)).toBe(false);

    const after = await signedIn("canbo.00070");
    expect(after.agencies.map((agency) => agency.id)).toEqual(["00070", "H26.CA"]);
    await endAssignment(admin, { id, version: 2, assignmentId: await assignmentOf(id, "00070") });
    expect(await isSignedIn(after)).toBe(false);
    expect(await runningOf(id)).toEqual(["recipientOfficer@H26.CA"]);
    expect((await actionsRecorded(id)).filter((action) => action.startsWith("assignment."))).toEqual([
      "assignment.start",
      "assignment.end",
    ]);
  });

  it("is not granted twice, nor to oneself, nor outside the subtree", async () => {
    const id = await aPerson("canbo.00070", "reporter@00070");
    const admin = await signedIn("quantri.H26");
    const grant = (personId: string, agency: string) =>
      grantRole(admin, { id: personId, version: 1, agency, role: "reporter" });
    await expect(grant(id, "00070")).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining("đã là Cán bộ báo cáo"),
    });
    await expect(grant(admin.personId, "H26")).rejects.toMatchObject({ status: 403 });
    await expect(grant(id, "H01")).rejects.toMatchObject({ status: 422 });
    expect(await runningOf(id)).toEqual(["reporter@00070"]);
    expect(await versionOf(id)).toBe(1);
  });

  it("of two administrators at the same moment is changed by one, and the other is told", async () => {
    await aPerson("quantri.2", "administrator@H26");
    const id = await aPerson("canbo.00070", "reporter@00070");
    const [one, two] = [await signedIn("quantri.H26"), await signedIn("quantri.2")];
    const results = await Promise.allSettled([
      grantRole(one, { id, version: 1, agency: "H26.CA", role: "reader" }),
      lockPerson(two, { id, version: 1 }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { status: 409 } });
    expect(await versionOf(id)).toBe(2);
  });
});

describe("a stranger", () => {
  it("to the subtree is not found, whatever is tried, also with the right version", async () => {
    const id = await aPerson("canbo.H01", "reporter@H01");
    const admin = await signedIn("quantri.H26");
    const seen = { id, version: 1 };
    const assignmentId = await assignmentOf(id, "H01");
    expect(await findPerson(admin, id)).toBeNull();
    for (const attempt of [
      () => lockPerson(admin, seen),
      () => unlockPerson(admin, seen),
      () => resetPassword(admin, seen),
      () => grantRole(admin, { ...seen, agency: "00070", role: "reporter" }),
      () => endAssignment(admin, { ...seen, assignmentId }),
      () => handOver(admin, { ...seen, to: "quantri.H26" }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ status: 404 });
    }
    expect(await versionOf(id)).toBe(1);
  });

  it("is everybody to a person who is no administrator", async () => {
    const id = await aPerson("canbo.00070", "reporter@00070");
    await aPerson("lanhdao.H26", "head@H26");
    const head = await signedIn("lanhdao.H26");
    expect(await findPerson(head, id)).toBeNull();
    await expect(lockPerson(head, { id, version: 1 })).rejects.toMatchObject({ status: 404 });
    expect(await listPeople(head, peopleFilterSchema.parse({}))).toEqual({ people: [], total: 0 });
  });

  it("administrator of a lower level does not reach the level above", async () => {
    await aPerson("quantri.00070", "administrator@00070");
    const id = await aPerson("congan.H26", "recipientOfficer@H26.CA");
    await expect(resetPassword(await signedIn("quantri.00070"), { id, version: 1 })).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe("a person with roles also outside the subtree", () => {
  it("keeps the account out of reach, but loses the role inside", async () => {
    const id = await aPerson("hai.noi", "reporter@00070", "reader@H01");
    const admin = await signedIn("quantri.H26");
    await expect(lockPerson(admin, { id, version: 1 })).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining("1 vai trò ở cơ quan ngoài phạm vi"),
    });
    await expect(resetPassword(admin, { id, version: 1 })).rejects.toMatchObject({ status: 403 });
    await expect(
      endAssignment(admin, { id, version: 1, assignmentId: await assignmentOf(id, "H01") }),
    ).rejects.toMatchObject({ status: 403 });
    await endAssignment(admin, { id, version: 1, assignmentId: await assignmentOf(id, "00070") });
    expect(await runningOf(id)).toEqual(["reader@H01"]);
  });
});

describe("handing over", () => {
  it("moves every role to the successor and ends the sessions of both", async () => {
    const from = await aPerson("nguoi.cu", "reporter@00070", "head@00070");
    const to = await aPerson("nguoi.moi", "reporter@00070");
    const admin = await signedIn("quantri.H26");
    const [old, successor] = [await signedIn("nguoi.cu"), await signedIn("nguoi.moi")];
    expect(await handOver(admin, { id: from, version: 1, to: "Nguoi.Moi" })).toBe("Người nguoi.moi");
    expect(await runningOf(from)).toEqual([]);
    expect(await runningOf(to)).toEqual(["head@00070", "reporter@00070"]);
    expect([await isSignedIn(old), await isSignedIn(successor)]).toEqual([false, false]);
    expect(await signIn(aTry("nguoi.cu"))).toEqual({ outcome: "noRole" });
    expect(await findActor((await signedIn("nguoi.moi")).sessionId)).toMatchObject({ roles: ["reporter", "head"] });
    expect((await actionsRecorded(from)).slice(1)).toEqual(["assignment.end", "assignment.end", "person.handOver"]);
  });

  it("leaves everything as it was when the successor is not found or locked", async () => {
    const from = await aPerson("nguoi.cu", "reporter@00070");
    await aPerson("canbo.H01", "reporter@H01");
    const locked = await aPerson("bi.khoa", "reader@00070");
    await rows("update person set locked_at = now() where id = $1", [locked]);
    const admin = await signedIn("quantri.H26");
    for (const to of ["canbo.H01", "khong.co", "bi.khoa", "nguoi.cu"]) {
      await expect(handOver(admin, { id: from, version: 1, to })).rejects.toMatchObject({
        status: 422,
        fields: [{ field: "to" }],
      });
    }
    expect(await runningOf(from)).toEqual(["reporter@00070"]);
  });
});

describe("the list of people", () => {
  beforeEach(async () => {
    await aPerson("canbo.00070", "reporter@00070");
    await aPerson("congan.H26", "recipientOfficer@H26.CA", "reader@00070");
    await aPerson("canbo.H01", "reporter@H01");
    await rows("update person set full_name = 'Đặng Thị Ánh Nguyệt' where username = 'canbo.00070'");
    await rows("update person set locked_at = now() where username = 'congan.H26'");
  });

  it("shows the subtree only", async () => {
    expect(await names({})).toEqual(["canbo.00070", "congan.H26", "quantri.H26"]);
    await aPerson("quantri.G01", "administrator@G01");
    expect(await names({}, "quantri.G01")).toEqual([
      "canbo.00070",
      "canbo.H01",
      "congan.H26",
      "quantri.G01",
      "quantri.H26",
    ]);
  });

  it("is searched without diacritics, by name or user name, taking signs literally", async () => {
    expect(await names({ q: "anh nguyet" })).toEqual(["canbo.00070"]);
    expect(await names({ q: "đặng thị Ánh".normalize("NFD") })).toEqual(["canbo.00070"]);
    expect(await names({ q: "CONGAN." })).toEqual(["congan.H26"]);
    expect(await names({ q: "%" })).toEqual([]);
  });

  it("is filtered by agency, role and state", async () => {
    expect(await names({ agency: "h26.ca" })).toEqual(["congan.H26"]);
    expect(await names({ role: "reader" })).toEqual(["congan.H26"]);
    expect(await names({ state: "locked" })).toEqual(["congan.H26"]);
    expect(await names({ state: "active", role: "reporter" })).toEqual(["canbo.00070"]);
    expect(await names({ state: "withoutRole" })).toEqual([]);
  });

  it("counts all and gives a page, also one past the end", async () => {
    const admin = await signedIn("quantri.H26");
    expect(await listPeople(admin, peopleFilterSchema.parse({ page: "2" }))).toEqual({ people: [], total: 3 });
    expect(
      (await listPeople(admin, peopleFilterSchema.parse({ page: "nonsense" }))).people.find(
        ({ username }) => username === "congan.H26",
      ),
    ).toMatchObject({
      held: [
        { role: "reader", agencyId: "00070" },
        { role: "recipientOfficer", agencyId: "H26.CA" },
      ],
    });
  });
});

describe("the first account of an installation", () => {
  it("administers the nation, and is the last one opened this way", async () => {
    await nobody();
    const { password } = await openFirstAccount("Quantri.TW", "Người quản trị đầu tiên");
    expect(await signIn(aTry("quantri.tw", { password }))).toMatchObject({ outcome: "signedIn" });
    await expect(openFirstAccount("quantri.2", "Người khác")).rejects.toMatchObject({ status: 409 });
    expect(await rows("select username, must_change_password from person")).toEqual([
      { username: "quantri.tw", must_change_password: true },
    ]);
  });
});
