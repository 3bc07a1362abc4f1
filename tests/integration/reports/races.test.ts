import { beforeAll, describe, expect, it } from "vitest";
import type { ReportStatus } from "#generated/prisma/enums";
import { pool, row, rows } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import { consolidate } from "#lib/reports/consolidation/service";
import {
  acceptMany,
  acceptReport,
  askSignOff,
  handBack,
  openCorrection,
  recallReport,
  returnReport,
  signAndSend,
} from "#lib/reports/service";
import { freshDatabase } from "../../support/database.ts";
import {
  again,
  anActor,
  answerTo,
  aReport,
  ask,
  clerkOf,
  fill,
  headOf,
  homeAffairs,
  openStage,
  outcomeOf,
  police,
  recipientStates,
  reportOf,
  type Stored,
  save,
} from "./stage.ts";

freshDatabase();
beforeAll(openStage);

/** Two people of different rows of `person`, at the same moment, each with the page as it stands now. */
const TIMES = 20;

/** Brings a report of a commune back to a state, so that one commune serves all rounds. */
async function rewind(report: Stored, status: ReportStatus): Promise<Stored> {
  const [clerk, head] = [await clerkOf(report.agencyId), await headOf(report.agencyId)];
  const { status: now } = await again(report);
  const states = Object.entries(await recipientStates(report));
  if (now === status && (status !== "submitted" || states.every(([, state]) => state === "waiting")))
    return again(report);
  if (now === "submitted") {
    if (states.every(([, state]) => state === "waiting")) await recallReport(head, await ask(report, "Diễn tập."));
    else
      await returnReport(
        states.find(([id]) => id === "H26.CA")?.[1] === "accepted" ? await homeAffairs() : await police(),
        { ...(await answerTo(report)), reasons: { B: "Diễn tập." } },
      );
  } else if (now === "awaitingSignOff" && status === "submitted") await signAndSend(head, await ask(report));
  else if (now === "awaitingSignOff") await handBack(head, await ask(report, "Diễn tập."));
  else if (now === "accepted") await openCorrection(clerk, await ask(report, "Diễn tập."));
  else if (status === "accepted" && now === "correcting") {
    await askSignOff(clerk, await ask(report));
    await signAndSend(head, await ask(report));
    await acceptReport(await police(), await answerTo(report));
    await acceptReport(await homeAffairs(), await answerTo(report));
  } else await askSignOff(clerk, await ask(report));
  return rewind(report, status);
}

type Race = {
  name: string;
  from: ReportStatus;
  first: (report: Stored) => Promise<() => Promise<unknown>>;
  second: (report: Stored) => Promise<() => Promise<unknown>>;
  /** what the loser may be told */
  told: number[];
};

/** Everything is read before the start, so that the two acts themselves meet. */
const acts =
  (
    owner: (report: Stored) => Promise<Actor>,
    run: (actor: Actor, act: { id: string; version: number; reason: string }) => Promise<unknown>,
    seen = ask,
  ) =>
  async (report: Stored) => {
    const [actor, act] = [await owner(report), await seen(report, "Cùng một lúc.")];
    return () => run(actor, act);
  };

const colleague = new Map<string, Promise<Actor>>();
const second =
  (role: "head" | "reporter" | "recipientOfficer", agencyOf: (report: Stored) => string) => (report: Stored) => {
    const key = role + agencyOf(report);
    const actor = colleague.get(key) ?? anActor(agencyOf(report), role);
    colleague.set(key, actor);
    return actor;
  };

const own = ({ agencyId }: Stored) => agencyId;
const head = ({ agencyId }: Stored) => headOf(agencyId);
const clerk = ({ agencyId }: Stored) => clerkOf(agencyId);
const secondHead = second("head", own);
const secondOfficer = second("recipientOfficer", () => "H26.CA");
const returning = (actor: Actor, act: { id: string; version: number; reason: string }) =>
  returnReport(actor, { ...act, reasons: { B: "Chưa khớp." } });

const races: Race[] = [
  {
    name: "two heads sign",
    from: "awaitingSignOff",
    first: acts(head, signAndSend),
    second: acts(secondHead, signAndSend),
    told: [409],
  },
  {
    name: "one head signs, another hands back",
    from: "awaitingSignOff",
    first: acts(head, signAndSend),
    second: acts(secondHead, handBack),
    told: [409],
  },
  {
    name: "two clerks ask for signature",
    from: "draft",
    first: acts(clerk, askSignOff),
    second: acts(second("reporter", own), askSignOff),
    told: [409],
  },
  {
    name: "two officers of one recipient accept",
    from: "submitted",
    first: acts(police, acceptReport, answerTo),
    second: acts(secondOfficer, acceptReport, answerTo),
    told: [422],
  },
  {
    name: "one officer accepts, another of the same recipient returns",
    from: "submitted",
    first: acts(police, acceptReport, answerTo),
    second: acts(secondOfficer, returning, answerTo),
    told: [422],
  },
  {
    name: "a recipient accepts while the sender recalls",
    from: "submitted",
    first: acts(police, acceptReport, answerTo),
    second: acts(clerk, recallReport),
    told: [409],
  },
  {
    name: "two open a correction",
    from: "accepted",
    first: acts(clerk, openCorrection),
    second: acts(head, openCorrection),
    told: [409],
  },
];

describe.each(races)("$name at the same moment", ({ from, first, second, told }) => {
  it(`exactly one wins, and the other is told, ${TIMES} times`, async () => {
    let report = await aReport(from);
    for (let round = 0; round < TIMES; round++) {
      report = await rewind(report, from);
      const [one, two] = [await first(report), await second(report)];
      const before = await tally(report);
      const outcomes = await Promise.all(
        round % 2 ? [outcomeOf(one()), outcomeOf(two())] : [outcomeOf(two()), outcomeOf(one())],
      );
      expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
      expect(told).toContain(outcomes.find((outcome) => outcome !== "done"));
      expect(await tally(report)).toEqual({
        version: before.version + 1,
        events: before.events + 1,
        audits: before.audits + 1,
      });
    }
  });
});

const tally = async ({ id }: Stored) =>
  (await row<{ version: number; events: number; audits: number }>(
    "select version, (select count(*) from report_event where report_id = r.id) as events, (select count(*) from audit_entry where subject_id = r.id::text) as audits from report r where id = $1",
    [id],
  )) ?? { version: 0, events: 0, audits: 0 };

describe("both recipients at the same moment", () => {
  it(`accept: both succeed and the report is accepted, ${TIMES} times`, async () => {
    let report = await aReport("submitted");
    for (let round = 0; round < TIMES; round++) {
      report = await rewind(report, "submitted");
      const [one, two] = [
        await acts(police, acceptReport, answerTo)(report),
        await acts(homeAffairs, acceptReport, answerTo)(report),
      ];
      expect(await Promise.all([outcomeOf(one()), outcomeOf(two())])).toEqual(["done", "done"]);
      expect(await again(report)).toMatchObject({ status: "accepted", acceptedNumber: report.sentNumber });
    }
  });

  it(`accept and return: it is returned, whoever was first, ${TIMES} times`, async () => {
    let report = await aReport("submitted");
    for (let round = 0; round < TIMES; round++) {
      report = await rewind(report, "submitted");
      const [one, two] = [
        await acts(police, returning, answerTo)(report),
        await acts(homeAffairs, acceptReport, answerTo)(report),
      ];
      expect(await Promise.all([outcomeOf(one()), outcomeOf(two())])).toEqual(["done", "done"]);
      expect((await again(report)).status).toBe("returned");
      expect(await recipientStates(report)).toEqual({ "H26.CA": "returned", "H26.NV": "accepted" });
    }
  });

  it("accept the same twelve from their lists: all are accepted, none twice", async () => {
    const reports: Stored[] = [];
    while (reports.length < 12) reports.push(await aReport("submitted"));
    const seen = reports.map(({ id, sentNumber }) => ({ id, number: sentNumber }));
    const results = await Promise.all([
      acceptMany(await police(), seen),
      acceptMany(await homeAffairs(), [...seen].reverse()),
      acceptMany(await secondOfficer(reports[0] as Stored), seen),
    ]);
    expect(results.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(24);
    const states = await rows("select status, count(*) as count from report where id = any($1) group by status", [
      seen.map(({ id }) => id),
    ]);
    expect(states).toEqual([{ status: "accepted", count: 12 }]);
    const told = await row("select count(*) as count from report_event where report_id = any($1) and move = 'accept'", [
      seen.map(({ id }) => id),
    ]);
    expect(told).toEqual({ count: 24 });
  });
});

describe("two clerks save at the same moment", () => {
  it(`one is told, with the version and document to go on from, and nothing of either is lost, ${TIMES} times`, async () => {
    const report = await aReport("draft");
    const people = [await clerkOf(report.agencyId), await second("reporter", own)(report)];
    for (let round = 1; round <= TIMES; round++) {
      const { version, sections } = await again(report);
      const cells: Record<string, number>[] = [
        { F1: round, G1: round },
        { F2: round * 2, G1: round * 2 },
      ];
      const results = await Promise.allSettled(
        people.map((actor, index) => save(actor, report, { figures: cells[index] ?? {} }, sections)),
      );
      const lost = results.findIndex(({ status }) => status === "rejected");
      expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);

      const told = (results[lost] as PromiseRejectedResult).reason;
      expect(told).toMatchObject({
        status: 409,
        detail: { version: version + 1, document: { figures: cells[1 - lost] } },
      });
      await save(people[lost] as Actor, report, { figures: cells[lost] ?? {} }, told.detail.sections);
      expect(await again(report)).toMatchObject({
        version: version + 2,
        draft: { figures: { ...cells[1 - lost], ...cells[lost] } },
      });
    }
  });

  it(`a save and the signing never mix: what was sent holds the whole save or nothing of it, ${TIMES} times`, async () => {
    let report = await aReport("draft");
    for (let round = 1; round <= TIMES; round++) {
      report = await rewind(report, "draft");
      const clerk = await clerkOf(report.agencyId);
      const [act, { sections }] = [await ask(report), await again(report)];
      const outcomes = await Promise.all([
        outcomeOf(save(clerk, report, { figures: { F1: round, F2: round } }, sections)),
        outcomeOf(askSignOff(clerk, act)),
      ]);
      expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
      const { status, draft } = await again(report);
      expect([status, draft.figures.F1 === round]).toEqual(
        outcomes[0] === "done" ? ["draft", true] : ["awaitingSignOff", false],
      );
      expect(draft.figures.F1).toBe(draft.figures.F2);
    }
  });
});

describe("two clerks of one section who both wait for the same row", () => {
  it("one saves, the other is told: the versions are asked again of what the first has written", async () => {
    const report = await aReport("draft");
    const { sections } = await again(report);
    const people = [await clerkOf(report.agencyId), await second("reporter", own)(report)];
    const holder = await pool.connect();
    await holder.query("begin");
    await holder.query("select 1 from report where id = $1 for update", [report.id]);
    const saves = people.map((actor, index) =>
      outcomeOf(save(actor, report, { figures: { F1: index + 1 } }, sections)),
    );
    await allWaitingForLocks(2);
    await holder.query("commit");
    holder.release();
    expect((await Promise.all(saves)).map(String).sort()).toEqual(["409", "done"]);
  });
});

/** Until so many statements of this database stand in a queue for a lock. */
async function allWaitingForLocks(count: number) {
  const waiting = () =>
    row<{ count: number }>(
      "select count(*) as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
  while (((await waiting())?.count ?? 0) < count) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe("consolidating", () => {
  it("twice at the same moment makes one, and the other is told", async () => {
    await aReport("accepted", { B1: 3 });
    const city = await reportOf("H26");
    for (let round = 0; round < TIMES; round++) {
      const act = await ask(city);
      const outcomes = await Promise.all([
        outcomeOf(consolidate(await police(), act)),
        outcomeOf(consolidate(await homeAffairs(), act)),
      ]);
      expect(outcomes.map(String).sort()).toEqual(["409", "done"]);
    }
    expect(await row("select count(*) as count from consolidation where report_id = $1", [city.id])).toEqual({
      count: TIMES,
    });
  });

  it("while a part is accepted counts it whole or not at all", async () => {
    const city = await reportOf("H26");
    for (let round = 0; round < 5; round++) {
      const part = await aReport("submitted", { B1: 1_000 });
      await acceptReport(await police(), await answerTo(part));
      const act = await ask(city);
      const last = await answerTo(part);
      const [made] = await Promise.all([consolidate(await police(), act), acceptReport(await homeAffairs(), last)]);
      const counted = await row(
        "select (totals->'B1'->''->>'units')::int as units, counted from consolidation where id = $1",
        [made.consolidationId],
      );
      const parts = await row<{ count: number }>(
        "select count(*) as count from consolidation_part where consolidation_id = $1",
        [made.consolidationId],
      );
      expect(counted).toEqual({ units: parts?.count, counted: parts?.count });
    }
    await fill(await police(), city);
  });
});
