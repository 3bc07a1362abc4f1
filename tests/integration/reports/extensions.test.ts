import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listDeadlines } from "#lib/dashboards/counts/queries";
import { findScope } from "#lib/dashboards/queries";
import { pool, row, rows } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import { listAwaitingExtensions, listExtensions } from "#lib/reports/extensions/queries";
import { askExtension, grantExtension, refuseExtension, takeBackExtension } from "#lib/reports/extensions/service";
import { applyObligations } from "#lib/reports/obligations/service";
import { countByStatus, listReports } from "#lib/reports/queries";
import { freshDatabase } from "../../support/database.ts";
import {
  again,
  anActor,
  aReport,
  clerkOf,
  everythingOf,
  headOf,
  homeAffairs,
  openStage,
  outcomeOf,
  police,
  type Stored,
  sendUp,
  setClock,
} from "./stage.ts";

freshDatabase();
beforeAll(openStage);
beforeEach(() => setClock("2026-11-05T09:00:00+07:00"));

const FIRST = "2026-11-09";
const ASKED = "2026-11-20";

const days = ({ id }: { id: string }) =>
  row<{ dueOn: string; originalDueOn: string | null; late: boolean | null; version: number }>(
    `select due_on as "dueOn", original_due_on as "originalDueOn", late, version from report where id = $1`,
    [id],
  );

const wish = { dueOn: FIRST, untilOn: ASKED, reason: "Lụt, mất điện ba ngày." };

/** The clerk asks until the 20th; gives the request back. */
async function asked(report: Stored, change: Partial<typeof wish> = {}) {
  await askExtension(await clerkOf(report.agencyId), { id: report.id, ...wish, ...change });
  const [request] = await listExtensions(report.id);
  if (!request) throw new Error("Nothing was asked.");
  return { id: report.id, extensionId: request.id };
}

const answer = { dueOn: FIRST, untilOn: ASKED, note: "" };

async function granted(report: Stored, untilOn = ASKED) {
  await grantExtension(await police(), { ...(await asked(report)), ...answer, untilOn });
  return again(report);
}

const movesOf = async ({ id }: { id: string }) =>
  (await rows<{ move: string }>("select move from report_event where report_id = $1 order by id", [id])).map(
    ({ move }) => move,
  );

describe("an extension", () => {
  it("is asked for by the clerk, granted by the police, and moves the day while the first one stays", async () => {
    const report = await aReport("draft");
    const before = await days(report);
    const request = await asked(report);
    expect(await days(report)).toEqual(before);
    expect((await listAwaitingExtensions(await police())).map(({ reportId }) => reportId)).toContain(report.id);
    await grantExtension(await police(), { ...request, ...answer, untilOn: "2026-11-15", note: "Đến hết ngày 15." });
    expect(await days(report)).toEqual({
      dueOn: "2026-11-15",
      originalDueOn: FIRST,
      late: null,
      version: (before?.version ?? 0) + 1,
    });
    expect((await listAwaitingExtensions(await police())).map(({ reportId }) => reportId)).not.toContain(report.id);
    expect((await movesOf(report)).slice(-2)).toEqual(["askExtension", "grantExtension"]);
    expect(await listExtensions(report.id)).toMatchObject([
      { state: "granted", dueOn: FIRST, untilOn: ASKED, decidedUntilOn: "2026-11-15", note: "Đến hết ngày 15." },
    ]);
    expect(
      await rows("select action from audit_entry where subject_id = $1 and action like '%Extension' order by id", [
        report.id,
      ]),
    ).toEqual([{ action: "report.askExtension" }, { action: "report.grantExtension" }]);
  });

  it("may be asked for by the head before the work has begun, and extended again from the new day", async () => {
    const report = await aReport("notStarted");
    await askExtension(await headOf(report.agencyId), { id: report.id, ...wish });
    const [first] = await listExtensions(report.id);
    await grantExtension(await homeAffairs(), { id: report.id, extensionId: first?.id ?? "", ...answer });
    const second = await asked(report, { dueOn: ASKED, untilOn: "2026-11-25" });
    await grantExtension(await police(), { ...second, ...answer, dueOn: ASKED, untilOn: "2026-11-25" });
    expect(await days(report)).toMatchObject({ dueOn: "2026-11-25", originalDueOn: FIRST });
  });

  it("decides what is late, and late though extended stays apart from late for ever", async () => {
    const [inTime, late] = [await granted(await aReport("draft")), await granted(await aReport("draft"))];
    const plain = await aReport("draft");
    await setClock("2026-11-18T09:00:00+07:00");
    for (const report of [inTime, plain])
      await sendUp(report, await clerkOf(report.agencyId), await headOf(report.agencyId));
    await setClock("2026-11-21T09:00:00+07:00");
    await sendUp(late, await clerkOf(late.agencyId), await headOf(late.agencyId));
    const listed = async ({ agencyId }: Stored) => {
      const [found] = await listReports(await police(), { period: "2026", agency: agencyId }, { offset: 0, limit: 1 });
      return found && { late: found.late, isExtended: found.isExtended };
    };
    expect(await listed(inTime)).toEqual({ late: false, isExtended: true });
    expect(await listed(plain)).toEqual({ late: true, isExtended: false });
    expect(await listed(late)).toEqual({ late: true, isExtended: true });
  });

  it("can be granted after the day has passed, as long as nothing is sent", async () => {
    const report = await aReport("awaitingSignOff");
    const request = await asked(report);
    await setClock("2026-11-12T09:00:00+07:00");
    await grantExtension(await police(), { ...request, ...answer });
    expect(await days(report)).toMatchObject({ dueOn: ASKED, late: null });
  });

  it("is counted where dashboards count what is extended", async () => {
    const count = async () =>
      (await countByStatus(await police(), { period: "2026", standing: "extended" })).reduce(
        (sum, each) => sum + each.count,
        0,
      );
    const before = await count();
    await asked(await aReport("notStarted"));
    expect(await count()).toBe(before);
    await granted(await aReport("notStarted"));
    expect(await count()).toBe(before + 1);
  });
});

it("leaves the dashboard's deadline where the plan has it, and says how many were given more time", async () => {
  const watcher = await anActor("H26.CA", "recipientOfficer");
  const hanoi = await findScope(watcher, "H26");
  if (!hanoi) throw new Error("Hà Nội's police watch Hà Nội.");
  const own = async () => (await listDeadlines("2026", hanoi)).filter(({ kind }) => kind === "own");
  const [before] = await own();
  await setClock("2026-11-12T09:00:00+07:00");
  const [passed] = await own();
  await granted(await aReport("notStarted"));
  expect(await own()).toEqual([
    {
      ...passed,
      dueOn: FIRST,
      wording: before?.wording,
      overdue: (passed?.overdue ?? 0) - 1,
      extended: (passed?.extended ?? 0) + 1,
    },
  ]);
});

describe("a request", () => {
  it("is refused with a reason and leaves the report as it was", async () => {
    const report = await aReport("draft");
    const [before, request] = [await days(report), await asked(report)];
    expect(await outcomeOf(refuseExtension(await police(), { ...request, note: "" }))).toBe(422);
    await refuseExtension(await homeAffairs(), { ...request, note: "Còn đủ thời gian." });
    expect(await days(report)).toEqual(before);
    expect((await movesOf(report)).slice(-1)).toEqual(["refuseExtension"]);
    expect(await outcomeOf(asked(report, { untilOn: "2026-11-12" }))).toBe("done");
  });

  it("is taken back by a colleague, and then answered by nobody", async () => {
    const report = await aReport("draft");
    const request = await asked(report);
    await takeBackExtension(await headOf(report.agencyId), request);
    expect(await outcomeOf(grantExtension(await police(), { ...request, ...answer }))).toBe(409);
    expect(await outcomeOf(takeBackExtension(await clerkOf(report.agencyId), request))).toBe(409);
    expect(await days(report)).toMatchObject({ dueOn: FIRST, originalDueOn: null });
  });

  it("ends when the report is sent", async () => {
    const report = await aReport("draft");
    const request = await asked(report);
    await sendUp(report, await clerkOf(report.agencyId), await headOf(report.agencyId));
    expect(await listExtensions(report.id)).toMatchObject([{ state: "takenBack", note: "Báo cáo đã được gửi." }]);
    expect(await outcomeOf(grantExtension(await police(), { ...request, ...answer }))).toBe(409);
    expect(await outcomeOf(asked(report))).toBe(422);
  });

  it.each([
    ["beyond the day its province's report falls due", { untilOn: "2026-11-30" }, 422],
    ["not after the day it falls due", { untilOn: FIRST }, 422],
    ["from a page that shows another day", { dueOn: "2026-11-08" }, 409],
  ])("is not taken %s", async (_, change, told) => {
    const report = await aReport("draft");
    const before = await everythingOf(report);
    expect(await outcomeOf(asked(report, change))).toBe(told);
    expect(await everythingOf(report)).toEqual(before);
    expect(await listExtensions(report.id)).toEqual([]);
  });

  it("is nobody else's business: strangers find nothing, viewers are refused", async () => {
    const report = await aReport("draft");
    const request = await asked(report);
    const give = (actor: Actor) => outcomeOf(grantExtension(actor, { ...request, ...answer }));
    const refuse = (actor: Actor) => outcomeOf(refuseExtension(actor, { ...request, note: "Không." }));
    const takeBack = (actor: Actor) => outcomeOf(takeBackExtension(actor, request));
    const neighbour = await clerkOf((await aReport("notStarted")).agencyId);
    const ofHue = await anActor("H57.CA", "recipientOfficer");
    for (const stranger of [neighbour, ofHue])
      for (const act of [give, refuse, takeBack]) expect(await act(stranger)).toBe(404);
    for (const act of [give, refuse]) expect(await act(await clerkOf(report.agencyId))).toBe(403);
    expect(await give(await anActor("G01", "recipientOfficer"))).toBe(403);
    expect(await takeBack(await police())).toBe(403);
    expect(await listAwaitingExtensions(neighbour)).toEqual([]);
    expect((await listAwaitingExtensions(ofHue)).map(({ reportId }) => reportId)).not.toContain(report.id);
    expect(await listExtensions(report.id)).toMatchObject([{ state: "asked" }]);
  });

  it("is found under its own report only", async () => {
    const [one, other] = [await aReport("draft"), await aReport("draft")];
    const { extensionId } = await asked(one);
    expect(await outcomeOf(grantExtension(await police(), { id: other.id, extensionId, ...answer }))).toBe(404);
    expect(await outcomeOf(refuseExtension(await police(), { id: one.id, extensionId: "x", note: "Không." }))).toBe(
      404,
    );
  });
});

describe("two at once", () => {
  it("answer once: of two recipients one decides and the other is told", async () => {
    for (let round = 0; round < 8; round++) {
      const report = await aReport("notStarted");
      const request = await asked(report);
      const [first, second] = [await police(), await homeAffairs()];
      const outcomes = await Promise.all([
        outcomeOf(grantExtension(first, { ...request, ...answer })),
        outcomeOf(refuseExtension(second, { ...request, note: "Không." })),
      ]);
      expect(outcomes.map(String).sort()).toEqual(["409", "done"]);
      const isGranted = outcomes[0] === "done";
      expect(await days(report)).toMatchObject({ dueOn: isGranted ? ASKED : FIRST });
      expect(await listExtensions(report.id)).toMatchObject([{ state: isGranted ? "granted" : "refused" }]);
    }
  });

  it("ask once", async () => {
    const report = await aReport("notStarted");
    const [clerk, head] = [await clerkOf(report.agencyId), await headOf(report.agencyId)];
    const outcomes = await Promise.all(
      [clerk, head].map((actor) => outcomeOf(askExtension(actor, { id: report.id, ...wish }))),
    );
    expect(outcomes.map(String).sort()).toEqual(["422", "done"]);
  });
});

describe("obligations applied anew", () => {
  const setPlan = (day: number) => rows("update reporting_duty set due_day = $1 where id = 'ha-noi-co-so'", [day]);
  beforeEach(() => setPlan(9));

  it("leave an extension alone", async () => {
    const report = await granted(await aReport("draft"));
    const { changed } = await applyObligations(null, "2026");
    expect(changed).toEqual([]);
    expect(await days(report)).toMatchObject({ dueOn: ASKED, originalDueOn: FIRST });
  });

  it("move the first day under it, and end it when the plan gives as much", async () => {
    const report = await granted(await aReport("draft"));
    await setPlan(12);
    await applyObligations(null, "2026");
    expect(await days(report)).toMatchObject({ dueOn: ASKED, originalDueOn: "2026-11-12" });
    await setPlan(20);
    await applyObligations(null, "2026");
    expect(await days(report)).toMatchObject({ dueOn: ASKED, originalDueOn: null });
    await setPlan(9);
    await applyObligations(null, "2026");
    expect(await days(report)).toMatchObject({ dueOn: FIRST, originalDueOn: null });
  });

  it("never touch the days a report was sent under", async () => {
    const report = await granted(await aReport("draft"));
    await sendUp(report, await clerkOf(report.agencyId), await headOf(report.agencyId));
    await setPlan(25);
    await applyObligations(null, "2026");
    expect(await days(report)).toMatchObject({ dueOn: ASKED, originalDueOn: FIRST, late: false });
    await setPlan(9);
    await applyObligations(null, "2026");
  });
});

describe("the database", () => {
  it("changes no answer, and holds one open request", async () => {
    const report = await granted(await aReport("draft"));
    const change = (statement: string) => pool.query(statement, [report.id]);
    for (const statement of [
      "update report_extension set note = 'khác' where report_id = $1",
      "delete from report_extension where report_id = $1",
    ])
      await expect(change(statement)).rejects.toMatchObject({ code: "23000" });
    const open = await aReport("draft");
    await asked(open);
    const twice = pool.query(
      `insert into report_extension (report_id, asked_at, asked_by_id, asked_by_name, asked_by_agency, reason, due_on, until_on)
       select report_id, asked_at, asked_by_id, asked_by_name, asked_by_agency, reason, due_on, until_on from report_extension where report_id = $1`,
      [open.id],
    );
    await expect(twice).rejects.toMatchObject({ code: "23505", constraint: "report_extension_open" });
    await expect(change("update report set original_due_on = due_on where id = $1")).rejects.toMatchObject({
      constraint: "extended_to_later",
    });
  });
});
