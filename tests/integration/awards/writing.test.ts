import { beforeAll, describe, expect, it } from "vitest";
import { checkNomination } from "#lib/awards/nominations/checks";
import { findNomination, readNominations } from "#lib/awards/nominations/queries";
import { propose } from "#lib/awards/nominations/service";
import { createNomination, receiveDossier, refreshFacts, saveChecklist } from "#lib/awards/nominations/writing";
import { changeRoundSchema, openRoundSchema } from "#lib/awards/rounds/schema";
import { changeRound, closeRound, openRound } from "#lib/awards/rounds/service";
import { subjectSchema } from "#lib/awards/subjects/schema";
import { createSubject, liftHold, placeHold } from "#lib/awards/subjects/service";
import { row, rows } from "#lib/db";
import { freshDatabase } from "../../support/database.ts";
import { anActor, aReport, clerkOf, headOf, openStage, outcomeOf, setClock } from "../reports/stage.ts";
import {
  aDraft,
  again,
  aNomination,
  aRound,
  aSubject,
  ask,
  checkOff,
  everythingOf,
  MERIT,
  otherSecretariat,
  secretariat,
  WARD,
  write,
} from "./stage.ts";

freshDatabase();
beforeAll(openStage);

const problemsOf = async (attempt: Promise<unknown>) => {
  try {
    await attempt;
    return null;
  } catch (error) {
    return (error as { fields: { field: string; message: string }[] }).fields;
  }
};

describe("a round", () => {
  const input = {
    kind: "annual",
    title: "Đợt thử",
    achievedFrom: "01/01/2026",
    achievedTo: "31/10/2026",
    opensOn: "01/11/2026",
    closesOn: "30/11/2026",
    awardIds: [MERIT],
  };
  const parsed = (changes: object = {}) => openRoundSchema.parse({ ...input, ...changes });

  it("is opened by Sở Nội vụ for its province, with the most of each form", async () => {
    const id = await openRound(await secretariat(), parsed({ [`most.${MERIT}`]: "12" }));
    expect(await row("select agency_id, quotas, award_ids, version from award_round where id = $1", [id])).toEqual({
      agency_id: "H26",
      quotas: { [MERIT]: { most: 12 } },
      award_ids: [MERIT],
      version: 1,
    });
    const audits = await rows("select action, scope_path from audit_entry where subject_id = $1", [id]);
    expect(audits).toEqual([{ action: "round.open", scope_path: "/VN/H26/" }]);
  });

  it("is not opened by readers and heads, nor with days that run backwards, unknown forms or quotas that are none", async () => {
    expect(await outcomeOf(openRound(await headOf(WARD), parsed()))).toBe(403);
    expect(await outcomeOf(openRound(await anActor("G22", "reader"), parsed()))).toBe(403);
    const actor = await secretariat();
    expect(await problemsOf(openRound(actor, parsed({ closesOn: "31/10/2026" })))).toMatchObject([
      { field: "closesOn" },
    ]);
    expect(await problemsOf(openRound(actor, parsed({ awardIds: ["khong-co"] })))).toMatchObject([
      { field: "awardIds" },
    ]);
    expect(await problemsOf(openRound(actor, parsed({ [`most.${MERIT}`]: "nhiều" })))).toMatchObject([
      { field: `most.${MERIT}` },
    ]);
  });

  it("is changed and closed over the version seen, by its keeper alone; closed, it takes no dossier", async () => {
    const roundId = await aRound();
    const changed = (version: number) => changeRoundSchema.parse({ ...input, id: roundId, version, title: "Đổi tên" });
    expect(await outcomeOf(changeRound(await otherSecretariat(), changed(1)))).toBe(404);
    expect(await outcomeOf(changeRound(await clerkOf(WARD), changed(1)))).toBe(403);
    expect(await outcomeOf(changeRound(await secretariat(), changed(9)))).toBe(409);
    await changeRound(await secretariat(), changed(1));
    const draft = await aDraft({ roundId });
    const both = await Promise.all(
      [await secretariat(), await anActor("H26.NV", "secretariat")].map((actor) =>
        outcomeOf(closeRound(actor, { id: roundId, version: 2 })),
      ),
    );
    expect(both.sort()).toEqual([409, "done"]);
    expect(await outcomeOf(closeRound(await secretariat(), { id: roundId, version: 3 }))).toBe(422);
    expect(await outcomeOf(aDraft({ roundId }))).toBe(422);
    expect(await outcomeOf(propose(await headOf(WARD), await ask(draft)))).toBe(422);
  });

  it("takes proposals on its last day, and none on the day after", async () => {
    const roundId = await aRound({ closesOn: "05/11/2026" });
    const draft = await aDraft({ roundId });
    await setClock("2026-11-06T00:00:01+07:00");
    expect(await outcomeOf(propose(await headOf(WARD), await ask(draft)))).toBe(422);
    await setClock("2026-11-05T23:59:00+07:00");
    await propose(await headOf(WARD), await ask(draft));
    expect((await again(draft)).status).toBe("proposed");
    await setClock("2026-11-05T09:00:00+07:00");
  });
});

describe("a subject", () => {
  const input = { kind: "individual", name: "Trần Thị Ánh", agency: WARD, birthYear: "1990" };
  const create = async (changes: object = {}, by = clerkOf(WARD)) =>
    createSubject(await by, subjectSchema.parse({ ...input, ...changes }));

  it("is entered once; a likely duplicate is named until the clerk says that it is another one", async () => {
    const id = await create();
    const problems = await problemsOf(create({ name: "TRAN THI ANH" }));
    expect(problems).toMatchObject([{ field: "name", href: `/awards/subjects/${id}` }, { field: "isAnother" }]);
    expect(await problemsOf(create({ birthYear: "" }))).toHaveLength(2);
    await create({ birthYear: "1975" });
    await create({ isAnother: "on" });
  });

  it("keeps of a person no more than the year of birth, and refuses what cannot be", async () => {
    expect(subjectSchema.safeParse({ ...input, birthYear: "12/03/1990" }).success).toBe(false);
    expect(await problemsOf(aSubject({ members: "10", womenMembers: "11" }))).toMatchObject([
      { field: "womenMembers" },
    ]);
    expect(await problemsOf(create({ name: "Người khác", agency: "30307" }))).toMatchObject([{ field: "agency" }]);
    expect(await outcomeOf(create({ name: "Người đọc" }, anActor(WARD, "reader")))).toBe(403);
  });
});

describe("a dossier", () => {
  it("is made from the accepted report, the classification and earlier decisions, each with its source", async () => {
    const { agencyId } = await aReport("accepted", { B1: 7, C13: "Khá" }, "00082");
    const by = await clerkOf(agencyId);
    const subjectId = await aSubject({ agency: agencyId }, by);
    await rows(
      `insert into award_record (subject_id, award_id, category, decision_number, decided_on, decided_by, origin)
       values ($1, 'giay-khen', 'merit', '15/QĐ-UBND', '2024-12-01', 'Chủ tịch UBND phường', 'import')`,
      [subjectId],
    );
    const id = await createNomination(by, { roundId: await aRound(), subject: subjectId, awardId: MERIT });
    const { facts } = (await again({ id })).facts;
    expect(facts.find((fact) => fact.id === "B1")).toMatchObject({
      value: expect.stringMatching(/^7/),
      source: expect.stringContaining("bản 1 đã tiếp nhận"),
    });
    expect(facts.find((fact) => fact.id === "record.0")?.value).toBe("Quyết định số 15/QĐ-UBND ngày 01/12/2024");
  });

  it("says so when nothing has been accepted, and takes the facts anew when it has", async () => {
    const draft = await aDraft();
    expect(draft.facts).toMatchObject({ facts: [], confirmedAt: expect.any(String) });
    await refreshFacts(await clerkOf(WARD), { id: draft.id, version: draft.version });
    expect((await again(draft)).facts.confirmedAt).toBeUndefined();
    expect(await problemsOf(propose(await headOf(WARD), await ask(draft)))).toMatchObject([{ field: "confirmed" }]);
  });

  it("is one for a subject, a form and a round", async () => {
    const [roundId, subjectId] = [await aRound(), await aSubject()];
    const make = async () => createNomination(await clerkOf(WARD), { roundId, subject: subjectId, awardId: MERIT });
    const outcomes = await Promise.all([outcomeOf(make()), outcomeOf(make())]);
    expect(outcomes.sort()).toEqual([422, "done"]);
  });

  it("is not made in another province's round, for a stranger, or for a form the round does not honour", async () => {
    const [roundId, subjectId] = [await aRound({ awardIds: [MERIT] }), await aSubject()];
    const make = async (by: ReturnType<typeof clerkOf>, changes: object = {}) =>
      outcomeOf(createNomination(await by, { roundId, subject: subjectId, awardId: MERIT, ...changes }));
    expect(await make(clerkOf("30307"))).toBe(404);
    expect(await make(clerkOf("00004"))).toBe(404);
    expect(await make(anActor(WARD, "reader"))).toBe(403);
    expect(await make(clerkOf(WARD), { awardId: "giay-khen" })).toBe(422);
  });

  it("is written by its own agency while it is with it, over the version seen", async () => {
    const draft = await aDraft();
    await write(await clerkOf(WARD), draft, { achievement: "Thành tích đã sửa." });
    expect(await outcomeOf(write(await clerkOf("00004"), draft))).toBe(404);
    const { version } = await again(draft);
    await propose(await headOf(WARD), await ask(draft));
    const before = await everythingOf(draft);
    expect(await outcomeOf(write(await clerkOf(WARD), draft))).toBe(409);
    expect(await outcomeOf(refreshFacts(await clerkOf(WARD), { id: draft.id, version }))).toBe(409);
    expect(await everythingOf(draft)).toEqual(before);
  });

  it("is unknown to everybody but its writers until it is proposed; then to who looks after them, and to no other agency", async () => {
    const subjectId = await aSubject({ agency: "00091" }, await secretariat());
    const draft = await aDraft({ subjectId, by: await anActor("H26.NV", "secretariat") });
    const sees = async (agencyId: string, ...roles: Parameters<typeof anActor>[1][]) =>
      (await findNomination(await anActor(agencyId, ...roles), draft.id)) !== null;
    expect(await sees("H26.NV", "head")).toBe(true);
    expect(await sees("H26", "head")).toBe(false);
    await propose(await anActor("H26.NV", "head"), await ask(draft));
    expect(await sees("H26", "head")).toBe(true);
    expect(await sees("G09", "secretariat")).toBe(true);
    for (const role of ["reporter", "head"] as const) expect(await sees("00091", role)).toBe(false);
    expect(await sees("H57.NV", "secretariat")).toBe(false);
    expect(await sees("H26.CA", "recipientOfficer")).toBe(false);
  });

  it("is received on days that can be, and ticked off by the secretariat that has it", async () => {
    const nomination = await aNomination("proposed");
    const receive = async (fields: object, by = secretariat()) => {
      const { id, version } = await again(nomination);
      return receiveDossier(await by, { id, version, paperReceivedOn: null, fileReceivedOn: null, ...fields });
    };
    expect(await problemsOf(receive({ paperReceivedOn: "2026-11-06" }))).toMatchObject([{ field: "paperReceivedOn" }]);
    expect(await problemsOf(receive({ fileReceivedOn: "2026-11-04" }))).toMatchObject([{ field: "fileReceivedOn" }]);
    expect(await outcomeOf(receive({ paperReceivedOn: "2026-11-05" }, clerkOf(WARD)))).toBe(403);
    expect(await outcomeOf(receive({ paperReceivedOn: "2026-11-05" }, otherSecretariat()))).toBe(404);
    await checkOff(await secretariat(), nomination);
    const { id, version } = await again(nomination);
    expect(await outcomeOf(saveChecklist(await clerkOf(WARD), { id, version }))).toBe(403);
    expect(await outcomeOf(saveChecklist(await secretariat(), { id, version: version - 1 }))).toBe(409);
  });
});

describe("one achievement, one award", () => {
  it("keeps a dossier from being signed, with the earlier decision shown", async () => {
    const subjectId = await aSubject();
    await rows(
      `insert into award_record (subject_id, award_id, category, decision_number, decided_on, decided_by, achievement, achieved_from, achieved_to, origin)
       values ($1, $2, 'campaign', '99/QĐ-UBND', '2026-11-01', 'Chủ tịch UBND thành phố Hà Nội', 'Phong trào năm 2026', '2026-01-01', '2026-10-31', 'import')`,
      [subjectId, MERIT],
    );
    const draft = await aDraft({ subjectId });
    const problems = await problemsOf(propose(await headOf(WARD), await ask(draft)));
    expect(problems).toMatchObject([{ field: "check-oneAward", message: expect.stringContaining("99/QĐ-UBND") }]);
    expect((await again(draft)).status).toBe("draft");
  });

  it("looks at dossiers of other agencies that are proposed, not at their drafts", async () => {
    const subjectId = await aSubject();
    const city = await aDraft({ subjectId, by: await anActor("H26.NV", "secretariat") });
    const own = await aDraft({ subjectId });
    const state = async () => {
      const [nomination] = await readNominations([own.id]);
      if (!nomination) throw new Error("It was just made.");
      return (await checkNomination(nomination)).checks.find(({ id }) => id === "oneAward")?.state;
    };
    expect(await state()).toBe("met");
    await propose(await anActor("H26.NV", "head"), await ask(city));
    expect(await state()).toBe("notMet");
  });
});

describe("a hold", () => {
  const reason = { kind: "complaint", reason: "Đang xác minh đơn.", source: "Công văn 12" };

  it("stops the signing, keeps its history, and lets go after a clean conclusion", async () => {
    const draft = await aDraft();
    const id = draft.subject_id;
    await placeHold(await secretariat(), { id, ...reason });
    expect(await problemsOf(propose(await headOf(WARD), await ask(draft)))).toMatchObject([{ field: "check-hold" }]);
    const hold = await row<{ id: string }>("select id from award_hold where subject_id = $1", [id]);
    const lift = async (by: ReturnType<typeof secretariat>) =>
      outcomeOf(liftHold(await by, { id, holdId: hold?.id ?? "", conclusion: "clean" }));
    expect(await lift(clerkOf(WARD))).toBe(403);
    expect(await lift(otherSecretariat())).toBe(404);
    const outcomes = await Promise.all([lift(secretariat()), lift(headOf(WARD))]);
    expect(outcomes.sort()).toEqual([422, "done"]);
    await propose(await headOf(WARD), await ask(draft));
    expect(await row("select conclusion from award_hold where subject_id = $1", [id])).toEqual({ conclusion: "clean" });
  });

  it("is not placed by strangers or clerks", async () => {
    const id = await aSubject();
    expect(await outcomeOf(placeHold(await clerkOf(WARD), { id, ...reason }))).toBe(403);
    expect(await outcomeOf(placeHold(await headOf("00004"), { id, ...reason }))).toBe(404);
    expect(await outcomeOf(placeHold(await otherSecretariat(), { id, ...reason }))).toBe(404);
  });
});
