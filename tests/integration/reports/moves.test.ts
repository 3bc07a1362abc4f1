import { beforeAll, describe, expect, it } from "vitest";
import type { ReportStatus } from "#generated/prisma/enums";
import { row, rows } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import {
  acceptMany,
  acceptReport,
  appraise,
  askSignOff,
  handBack,
  openCorrection,
  recallReport,
  returnReport,
  signAndSend,
  startReview,
} from "#lib/reports/service";
import { freshDatabase } from "../../support/database.ts";
import {
  aCommune,
  again,
  anActor,
  answerTo,
  aReport,
  ask,
  clerkOf,
  everythingOf,
  fill,
  headOf,
  homeAffairs,
  openStage,
  outcomeOf,
  police,
  recipientStates,
  refusingAudit,
  reportOf,
  returned,
  type Stored,
  save,
} from "./stage.ts";

freshDatabase();
beforeAll(openStage);

type Act = { id: string; version: number; reason: string };

/** Every verb of a report: from which state, whose it is, what it makes, what a page that is too old says, and who sees it but may not. */
type Verb = {
  name: string;
  action: string;
  from: ReportStatus;
  to: ReportStatus;
  owner: (report: Stored) => Promise<Actor>;
  seen: (report: Stored) => Promise<Act>;
  run: (actor: Actor, act: Act) => Promise<unknown>;
  /** sees the report but this is not theirs to do */
  bystander: (report: Stored) => Promise<Actor>;
  /** states in which it cannot be done */
  notIn: ReportStatus[];
};

const clerk = ({ agencyId }: Stored) => clerkOf(agencyId);
const head = ({ agencyId }: Stored) => headOf(agencyId);
const plain = (report: Stored) => ask(report);
const withReason = (report: Stored) => ask(report, "Phải sửa số liệu phần B.");
const returning = (actor: Actor, act: Act) => returnReport(actor, { ...act, reasons: { B: "Chưa khớp." } });

const verbs: Verb[] = [
  {
    name: "asking for signature",
    action: "askSignOff",
    from: "draft",
    to: "awaitingSignOff",
    owner: clerk,
    seen: plain,
    run: askSignOff,
    bystander: police,
    notIn: ["awaitingSignOff", "submitted", "accepted"],
  },
  {
    name: "handing back",
    action: "handBack",
    from: "awaitingSignOff",
    to: "draft",
    owner: head,
    seen: withReason,
    run: handBack,
    bystander: police,
    notIn: ["draft", "submitted", "accepted"],
  },
  {
    name: "signing and sending",
    action: "signAndSend",
    from: "awaitingSignOff",
    to: "submitted",
    owner: head,
    seen: plain,
    run: signAndSend,
    bystander: clerk,
    notIn: ["draft", "submitted", "returned", "accepted"],
  },
  {
    name: "recalling",
    action: "recall",
    from: "submitted",
    to: "draft",
    owner: clerk,
    seen: withReason,
    run: recallReport,
    bystander: police,
    notIn: ["draft", "awaitingSignOff", "returned", "accepted"],
  },
  {
    name: "beginning the review",
    action: "startReview",
    from: "submitted",
    to: "submitted",
    owner: police,
    seen: answerTo,
    run: startReview,
    bystander: head,
    notIn: ["draft", "awaitingSignOff", "accepted"],
  },
  {
    name: "accepting",
    action: "accept",
    from: "submitted",
    to: "submitted",
    owner: police,
    seen: answerTo,
    run: acceptReport,
    bystander: head,
    notIn: ["draft", "awaitingSignOff", "accepted"],
  },
  {
    name: "returning",
    action: "return",
    from: "submitted",
    to: "returned",
    owner: homeAffairs,
    seen: answerTo,
    run: returning,
    bystander: clerk,
    notIn: ["draft", "awaitingSignOff", "accepted"],
  },
  {
    name: "opening a correction",
    action: "openCorrection",
    from: "accepted",
    to: "correcting",
    owner: head,
    seen: withReason,
    run: openCorrection,
    bystander: homeAffairs,
    notIn: ["draft", "submitted", "returned"],
  },
];

/** People who must not learn that a report of a commune of Hà Nội is there. */
const strangers: [string, () => Promise<Actor>][] = [
  ["a clerk of another commune", () => clerkOf("09988")],
  ["the head of another commune", () => headOf("09988")],
  ["a clerk of the city's police", () => anActor("H26.CA", "reporter")],
  ["an officer of another province's police", () => anActor("H01.CA", "recipientOfficer", "consolidator")],
  ["the head of another province", () => anActor("H01", "head")],
  ["the city's administrator", () => anActor("H26", "administrator")],
  ["an administrator of the whole system", () => anActor("G01", "administrator")],
  ["a ministry's clerk", () => anActor("G09", "reporter")],
];

describe.each(verbs)("$name", (verb) => {
  it("moves the report, told in its timeline and recorded in the same transaction", async () => {
    const report = await aReport(verb.from);
    const actor = await verb.owner(report);
    await verb.run(actor, await verb.seen(report));

    expect(await again(report)).toMatchObject({ status: verb.to, version: report.version + 1 });
    const told = await row(
      `select e.move, e.person_id as "personId", e.agency_id as "agencyId", a.action, a.person_id = e.person_id as "samePerson", abs(extract(epoch from a.campaign_at - e.at)) <= 0.001 as "sameInstant",
         e.xmin = a.xmin and e.xmin = r.xmin as "sameTransaction", starts_with(a.scope_path, '/VN/H26/') as "inScope"
       from report r join lateral (select *, xmin from report_event where report_id = r.id order by id desc limit 1) e on true
       join lateral (select *, xmin from audit_entry where subject_id = r.id::text order by id desc limit 1) a on true where r.id = $1`,
      [report.id],
    );
    expect(told).toEqual({
      move: verb.action,
      personId: actor.personId,
      agencyId: actor.agency.id,
      action: `report.${verb.action}`,
      samePerson: true,
      sameInstant: true,
      sameTransaction: true,
      inScope: true,
    });
  });

  it("does not happen at all when it cannot be recorded", async () => {
    const report = await aReport(verb.from);
    const [actor, act, before] = [await verb.owner(report), await verb.seen(report), await everythingOf(report)];
    await refusingAudit(`report.${verb.action}`, async () => {
      await expect(verb.run(actor, act)).rejects.toThrow("the audit entry is refused");
    });
    expect(await everythingOf(report)).toEqual(before);
  });

  it("is refused to who sees the report but has another task", async () => {
    const report = await aReport(verb.from);
    const before = await everythingOf(report);
    expect(await outcomeOf(verb.run(await verb.bystander(report), await verb.seen(report)))).toBe(403);
    expect(await outcomeOf(verb.run(await anActor("G22", "reader"), await verb.seen(report)))).toBe(403);
    expect(await everythingOf(report)).toEqual(before);
  });

  it("finds nothing for strangers, nor under a guessed id", async () => {
    const report = await aReport(verb.from);
    const before = await everythingOf(report);
    for (const [who, actor] of strangers) {
      expect([who, await outcomeOf(verb.run(await actor(), await verb.seen(report)))]).toEqual([who, 404]);
    }
    const actor = await verb.owner(report);
    for (const id of [
      "2b0e7a52-3c1d-4b60-9a52-000000000000",
      "1",
      "",
      `${report.id}'--`,
      report.id.toUpperCase(),
      "../x",
    ]) {
      expect([id, await outcomeOf(verb.run(actor, { ...(await verb.seen(report)), id }))]).toEqual([id, 404]);
    }
    expect(await everythingOf(report)).toEqual(before);
  });

  it("says so on a page that is out of date, and changes nothing", async () => {
    const report = await aReport(verb.from);
    const [actor, act] = [await verb.owner(report), await verb.seen(report)];
    const before = await everythingOf(report);
    expect(await outcomeOf(verb.run(actor, { ...act, version: act.version + 1 }))).toBe(409);
    expect(await outcomeOf(verb.run(actor, { ...act, version: act.version - 1 }))).toBe(409);
    expect(await everythingOf(report)).toEqual(before);
  });

  it.each(verb.notIn)("cannot be done in state %s", async (status) => {
    const report = await aReport(status);
    const before = await everythingOf(report);
    expect(await outcomeOf(verb.run(await verb.owner(report), await verb.seen(report)))).toBe(refusalIn(verb, report));
    expect(await everythingOf(report)).toEqual(before);
  });

  it("cannot be done once the agency owes the report no more", async () => {
    const report = await aReport(verb.from);
    await rows(
      "update report set withdrawn_at = campaign_now(), withdrawn_for = 'Cơ quan đã giải thể.' where id = $1",
      [report.id],
    );
    expect(await outcomeOf(verb.run(await verb.owner(report), await verb.seen(report)))).toBe(422);
  });
});

/** A recipient names the sent version; where nothing was ever sent there is none to name, which is a page out of date. */
const refusalIn = ({ seen }: Verb, { sentNumber }: Stored) => (seen === answerTo && sentNumber === 0 ? 409 : 422);

describe("reasons", () => {
  it.each([
    ["handing back", "awaitingSignOff", headOf, handBack],
    ["recalling", "submitted", clerkOf, recallReport],
    ["correcting", "accepted", clerkOf, openCorrection],
  ] as const)("are needed for %s", async (_, status, owner, run) => {
    const report = await aReport(status);
    const before = await everythingOf(report);
    await expect(run(await owner(report.agencyId), await ask(report))).rejects.toMatchObject({
      status: 422,
      fields: [{ field: "reason" }],
    });
    expect(await everythingOf(report)).toEqual(before);
  });

  it("are needed for at least one section of the form when a report is returned", async () => {
    const report = await aReport("submitted");
    const none: Record<string, string>[] = [{}, { Z: "Không có phần này." }, { B: "" }];
    for (const reasons of none) {
      await expect(returned(await police(), report, reasons)).rejects.toMatchObject({
        status: 422,
        fields: [{ field: "reasons" }],
      });
    }
    await returned(await police(), report, { A: "Thiếu văn bản.", narratives: "Quá ngắn.", Z: "Không có phần này." });
    const kept = await row("select reasons from report_recipient where report_id = $1 and agency_id = 'H26.CA'", [
      report.id,
    ]);
    expect(kept).toEqual({ reasons: { A: "Thiếu văn bản.", narratives: "Quá ngắn." } });
  });
});

describe("asking for signature", () => {
  it("is refused with every gap named and the way to it, and nothing is lost", async () => {
    const report = await aReport("notStarted");
    const clerk = await clerkOf(report.agencyId);
    await save(clerk, report, { figures: { B1: 2, B2: 3 } });
    const refusal = await askSignOff(clerk, await ask(report)).catch((error) => error);
    expect(refusal.status).toBe(422);
    const fields = refusal.fields.map(({ field }: { field: string }) => field);
    expect(fields).toEqual(
      expect.arrayContaining(["figures.A1", "figures.B2", "narratives.N1", "assessments.hn-sbn-1"]),
    );
    expect(refusal.fields.find(({ field }: { field: string }) => field === "figures.B2").href).toBe(
      `/reports/${report.id}/sections/B#B2`,
    );
    expect(await again(report)).toMatchObject({ status: "draft", draft: { figures: { B1: 2, B2: 3 } } });
  });

  it("is looked at again when the head signs", async () => {
    const report = await aReport("awaitingSignOff");
    await rows("update report set draft = draft #- '{narratives,N1}' where id = $1", [report.id]);
    expect(await outcomeOf(signAndSend(await headOf(report.agencyId), await ask(report)))).toBe(422);
  });
});

describe("sending", () => {
  it("freezes the draft as a version with its figures as rows, for both recipients", async () => {
    const report = await aReport("submitted", {
      A1: true,
      A2: "12/KH-UBND",
      A3: "02/01/2026",
      A9: "1.234,5",
      B1: "3",
      C13: "Khá",
      E5: "98,5",
    });
    const version = await row(
      `select v.number, v.document->'figures' as figures, v.late, v.signed_by_id as signer, length(v.document_hash) as hash, r.sent_version_id = v.id as stands
       from report_version v join report r on r.id = v.report_id where r.id = $1`,
      [report.id],
    );
    expect(version).toEqual({
      number: 1,
      late: false,
      signer: (await headOf(report.agencyId)).personId,
      hash: 64,
      stands: true,
      figures: { A1: true, A2: "12/KH-UBND", A3: "2026-01-02", A9: "1234.5", B1: 3, C13: "Khá", E5: "98.5" },
    });
    const figures = await rows(
      `select indicator_id as id, option, f.number from report_figure f join report_version v on v.id = f.version_id where v.report_id = $1 order by id`,
      [report.id],
    );
    expect(figures).toEqual([
      { id: "A1", option: "", number: "1.00" },
      { id: "A9", option: "", number: "1234.50" },
      { id: "B1", option: "", number: "3.00" },
      { id: "C13", option: "Khá", number: "1.00" },
      { id: "E5", option: "", number: "98.50" },
    ]);
    expect(await recipientStates(report)).toEqual({ "H26.CA": "waiting", "H26.NV": "waiting" });
  });

  it("is refused before the period opens and after it closes", async () => {
    const report = await aReport("awaitingSignOff");
    const sign = async () => outcomeOf(signAndSend(await headOf(report.agencyId), await ask(report)));
    await rows("update report set opens_on = '2026-11-06' where id = $1", [report.id]);
    expect(await sign()).toBe(422);
    await rows(
      "update report set opens_on = '2026-10-01', due_on = '2026-11-03', closes_on = '2026-11-04' where id = $1",
      [report.id],
    );
    expect(await sign()).toBe(422);
    await rows("update report set closes_on = '2026-11-05' where id = $1", [report.id]);
    expect(await sign()).toBe("done");
    expect(await again(report)).toMatchObject({ late: true });
  });

  it("again after a return makes a second version, and the recipients begin anew", async () => {
    const report = await aReport("returned", { B1: 4 });
    const clerk = await clerkOf(report.agencyId);
    await acceptReport(await homeAffairs(), await answerTo(report));
    await save(clerk, report, { figures: { B1: 5 } });
    await askSignOff(clerk, await ask(report));
    await signAndSend(await headOf(report.agencyId), await ask(report));
    expect(await again(report)).toMatchObject({ status: "submitted", sentNumber: 2 });
    expect(await recipientStates(report)).toEqual({ "H26.CA": "waiting", "H26.NV": "waiting" });
    const versions = await rows(
      "select number, document->'figures'->'B1' as b1 from report_version where report_id = $1 order by number",
      [report.id],
    );
    expect(versions).toEqual([
      { number: 1, b1: 4 },
      { number: 2, b1: 5 },
    ]);
  });

  it("keeps its first mark of lateness whatever comes after", async () => {
    const report = await aReport("returned");
    await rows("update report set due_on = '2026-11-01' where id = $1", [report.id]);
    const clerk = await clerkOf(report.agencyId);
    await askSignOff(clerk, await ask(report));
    await signAndSend(await headOf(report.agencyId), await ask(report));
    expect(await again(report)).toMatchObject({ late: false });
    expect(await row("select late from report_version where report_id = $1 and number = 2", [report.id])).toEqual({
      late: true,
    });
  });
});

describe("answers of two recipients", () => {
  it("accepted by one and returned by the other is exactly that, in either order", async () => {
    const first = await aReport("submitted");
    await acceptReport(await homeAffairs(), await answerTo(first));
    expect((await again(first)).status).toBe("submitted");
    await returned(await police(), first);

    const second = await aReport("submitted");
    await returned(await police(), second);
    await acceptReport(await homeAffairs(), await answerTo(second));

    for (const report of [first, second]) {
      expect((await again(report)).status).toBe("returned");
      expect(await recipientStates(report)).toEqual({ "H26.CA": "returned", "H26.NV": "accepted" });
      expect((await again(report)).acceptedNumber).toBeNull();
    }
  });

  it("make it accepted only when both have", async () => {
    const report = await aReport("submitted");
    await acceptReport(await homeAffairs(), await answerTo(report));
    expect(await again(report)).toMatchObject({ status: "submitted", acceptedNumber: null });
    await acceptReport(await police(), await answerTo(report));
    expect(await again(report)).toMatchObject({ status: "accepted", acceptedNumber: 1 });
  });

  it("are given once for a version", async () => {
    const report = await aReport("submitted");
    await acceptReport(await police(), await answerTo(report));
    for (const run of [startReview, acceptReport, returning])
      expect(await outcomeOf(run(await police(), await answerTo(report)))).toBe(422);
    expect(await recipientStates(report)).toMatchObject({ "H26.CA": "accepted" });
  });

  it("keep a sent report from being recalled from the first look on", async () => {
    const report = await aReport("submitted");
    await startReview(await homeAffairs(), await answerTo(report));
    await expect(recallReport(await clerkOf(report.agencyId), await ask(report, "Gửi nhầm."))).rejects.toThrow(
      "đã bắt đầu xem xét",
    );
  });

  it("cannot be given to a version that was recalled, nor to the one after it unseen", async () => {
    const report = await aReport("submitted");
    const seen = await answerTo(report);
    await recallReport(await headOf(report.agencyId), await ask(report, "Gửi nhầm."));
    expect(await outcomeOf(acceptReport(await police(), seen))).toBe(409);
    const clerk = await clerkOf(report.agencyId);
    await askSignOff(clerk, await ask(report));
    await signAndSend(await headOf(report.agencyId), await ask(report));
    expect(await again(report)).toMatchObject({ sentNumber: 2 });
    expect(await outcomeOf(acceptReport(await police(), seen))).toBe(409);
    expect(await recipientStates(report)).toEqual({ "H26.CA": "waiting", "H26.NV": "waiting" });
  });
});

describe("appraising", () => {
  const opinion = { "level.hn-sbn-1": "", "comment.hn-sbn-1": "Cần minh chứng.", "level.no-such": "x" };

  it("keeps the opinion beside the self-assessment and begins the review", async () => {
    const report = await aReport("submitted");
    const { id, version } = await answerTo(report);
    await appraise(await police(), { id, version, ...opinion });
    const kept = await row(
      "select state, appraisal from report_recipient where report_id = $1 and agency_id = 'H26.CA'",
      [id],
    );
    expect(kept).toEqual({ state: "reviewing", appraisal: { "hn-sbn-1": { level: "", comment: "Cần minh chứng." } } });
    const moves = await rows("select move from report_event where report_id = $1 order by id desc limit 1", [id]);
    expect(moves).toEqual([{ move: "startReview" }]);
    const audited = await rows("select action from audit_entry where subject_id = $1 order by id desc limit 2", [id]);
    expect(audited).toEqual([{ action: "report.appraise" }, { action: "report.startReview" }]);
  });

  it("is for recipients, on the version they saw, until they have answered", async () => {
    const report = await aReport("submitted");
    const { id, version } = await answerTo(report);
    const before = await everythingOf(report);
    expect(await outcomeOf(appraise(await headOf(report.agencyId), { id, version, ...opinion }))).toBe(403);
    expect(await outcomeOf(appraise(await anActor("H01.NV", "recipientOfficer"), { id, version, ...opinion }))).toBe(
      404,
    );
    expect(await outcomeOf(appraise(await police(), { id, version: version + 1, ...opinion }))).toBe(409);
    expect(await everythingOf(report)).toEqual(before);
    await acceptReport(await police(), await answerTo(report));
    expect(await outcomeOf(appraise(await police(), { id, version, ...opinion }))).toBe(422);
  });
});

describe("accepting many at once", () => {
  const seenOf = async (reports: Stored[]) =>
    Promise.all(reports.map(async ({ id }) => ({ id, number: (await again({ id })).sentNumber })));

  it("accepts those still waiting in the version the list showed, and counts the rest", async () => {
    const [fine, halfway, recalled, returnedOne] = [
      await aReport("submitted"),
      await aReport("submitted"),
      await aReport("submitted"),
      await aReport("returned"),
    ];
    await acceptReport(await homeAffairs(), await answerTo(halfway));
    const seen = await seenOf([fine, halfway, recalled, returnedOne]);
    await recallReport(await clerkOf(recalled.agencyId), await ask(recalled, "Gửi nhầm."));

    expect(await acceptMany(await police(), seen)).toEqual({ accepted: 2, skipped: 2 });
    expect(await again(fine)).toMatchObject({ status: "submitted", acceptedNumber: null });
    expect(await again(halfway)).toMatchObject({ status: "accepted", acceptedNumber: 1 });
    expect(await again(recalled)).toMatchObject({ status: "draft" });
    expect(await recipientStates(returnedOne)).toMatchObject({ "H26.CA": "returned" });
    const told = await rows(
      "select e.move, a.action from report_event e join audit_entry a on a.subject_id = e.report_id::text and a.xmin = e.xmin where e.report_id = $1 and e.move = 'accept'",
      [fine.id],
    );
    expect(told).toEqual([{ move: "accept", action: "report.accept" }]);

    expect(await acceptMany(await homeAffairs(), await seenOf([fine]))).toEqual({ accepted: 1, skipped: 0 });
    expect(await again(fine)).toMatchObject({ status: "accepted", acceptedNumber: 1 });
  });

  it("counts reports of strangers as if they were not there, and leaves them alone", async () => {
    const report = await aReport("submitted");
    const before = await everythingOf(report);
    const unknown = { id: "2b0e7a52-3c1d-4b60-9a52-000000000000", number: 1 };
    const stranger = await anActor("H01.CA", "recipientOfficer");
    expect(await acceptMany(stranger, [...(await seenOf([report])), unknown])).toEqual({ accepted: 0, skipped: 2 });
    expect(await outcomeOf(acceptMany(await clerkOf(report.agencyId), await seenOf([report])))).toBe(403);
    expect(await everythingOf(report)).toEqual(before);
  });
});

describe("correcting what was accepted", () => {
  it("keeps the accepted version until a new one is accepted", async () => {
    const report = await aReport("correcting", { B1: 10 });
    const clerk = await clerkOf(report.agencyId);
    await fill(clerk, report, { B1: 12 });
    expect(await again(report)).toMatchObject({ status: "correcting", acceptedNumber: 1 });
    await askSignOff(clerk, await ask(report));
    await handBack(await headOf(report.agencyId), await ask(report, "Xem lại."));
    expect((await again(report)).status).toBe("correcting");
    await askSignOff(clerk, await ask(report));
    await signAndSend(await headOf(report.agencyId), await ask(report));
    expect(await again(report)).toMatchObject({ status: "submitted", sentNumber: 2, acceptedNumber: 1 });
    expect(await row("select reason from report_version where report_id = $1 and number = 2", [report.id])).toEqual({
      reason: "Đếm sót.",
    });

    await acceptReport(await police(), await answerTo(report));
    expect((await again(report)).acceptedNumber).toBe(1);
    await acceptReport(await homeAffairs(), await answerTo(report));
    expect(await again(report)).toMatchObject({ status: "accepted", acceptedNumber: 2 });
  });

  it("goes back to correcting when the new version is recalled, and the accepted one stands", async () => {
    const report = await aReport("correcting");
    const clerk = await clerkOf(report.agencyId);
    await askSignOff(clerk, await ask(report));
    await signAndSend(await headOf(report.agencyId), await ask(report));
    await recallReport(clerk, await ask(report, "Còn thiếu."));
    expect(await again(report)).toMatchObject({ status: "correcting", sentNumber: 1, acceptedNumber: 1 });
  });
});

describe("two agencies of one person", () => {
  it("are kept apart: who acts for the police does not write for the ward", async () => {
    const commune = await aCommune();
    const report = await reportOf(commune);
    const actor = await anActor("H26.CA", "reporter");
    await rows("insert into assignment (person_id, agency_id, role) values ($1, $2, 'reporter')", [
      actor.personId,
      commune,
    ]);
    expect(await outcomeOf(save(actor, report, { figures: { B1: 1 } }, {}))).toBe(404);
    await rows("update session set agency_id = $2 where id = $1", [actor.sessionId, commune]);
    expect(await outcomeOf(save(actor, report, { figures: { B1: 1 } }, {}))).toBe("done");
  });
});
