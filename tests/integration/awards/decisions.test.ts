import { beforeAll, expect, it } from "vitest";
import { giveNotice, issueObjects, noteReturn, publishDecision, revokeAward } from "#lib/awards/decisions/after";
import { findDecision, listDecided, listToDecide, listToTell } from "#lib/awards/decisions/queries";
import { decideSchema } from "#lib/awards/decisions/schema";
import { decide } from "#lib/awards/decisions/service";
import { checkNomination } from "#lib/awards/nominations/checks";
import { recordResult } from "#lib/awards/nominations/council-moves";
import { findNomination } from "#lib/awards/nominations/queries";
import { refuse } from "#lib/awards/nominations/service";
import { listPublished } from "#lib/awards/published/queries";
import { countAwards } from "#lib/awards/statistics/queries";
import { placeHold } from "#lib/awards/subjects/service";
import { row, rows, transaction } from "#lib/db";
import { freshDatabase } from "../../support/database.ts";
import { clerkOf, headOf, openStage, outcomeOf } from "../reports/stage.ts";
import {
  aDraft,
  again,
  aNomination,
  ask,
  everythingOf,
  MERIT,
  otherSecretariat,
  type StoredNomination,
  secretariat,
  WARD,
} from "./stage.ts";

freshDatabase();
beforeAll(openStage);

const result = { ballotId: "00000000-0000-4000-8000-000000000001", inFavour: 9, base: 11, needed: 8 };

/** A dossier the council of Hà Nội has voted on. */
async function voted(passed = true, changes: object = {}): Promise<StoredNomination> {
  const nomination = await aNomination("onAgenda", changes);
  const actor = await secretariat();
  const today = await row<{ day: string }>("select campaign_today() as day");
  await transaction((tx) =>
    recordResult(tx, actor, nomination.id, { holderId: "H26", result: { ...result, passed }, metOn: today?.day ?? "" }),
  );
  return again(nomination);
}

let numbers = 0;

async function decision(nominations: { id: string }[], changes: object = {}) {
  const today = await row<{ day: string }>("select campaign_today() as day");
  return decideSchema.parse({
    number: `${++numbers}/QĐ-UBND`,
    decidedOn: today?.day,
    signedByName: "Nguyễn Văn An",
    signedByPosition: "Chủ tịch",
    title: "Về việc khen thưởng",
    nominations: nominations.map(({ id }) => id),
    ...changes,
  });
}

const decided = async (nominations: { id: string }[], changes: object = {}) =>
  decide(await secretariat(), await decision(nominations, changes));

const seen = async (id: string) => ({
  id,
  version: (await row<{ version: number }>("select version from award_decision where id = $1", [id]))?.version ?? 0,
});

it("records one decision on many dossiers, each an award with its bonus, once", async () => {
  const [first, second] = [await voted(), await voted()];
  const id = await decided([first, second]);
  expect((await again(first)).status).toBe("decided");
  const records = await rows<{ bonus: number; nomination: string; by: string }>(
    `select bonus, nomination_id as nomination, decided_by as by from award_record where decision_id = $1 order by nomination_id`,
    [id],
  );
  // 3,0 × 2.530.000 = 7.590.000 (NĐ 152/2025/NĐ-CP, Điều 49; NĐ 161/2026/NĐ-CP, Điều 3)
  expect(records.map(({ bonus }) => bonus)).toEqual([7_590_000, 7_590_000]);
  expect(records.map(({ nomination }) => nomination)).toEqual([first.id, second.id].sort());
  expect(records[0]?.by).toMatch(/^Chủ tịch /);
  expect(await outcomeOf(decided([first]))).toBe(422);
});

it("refuses a number given this year, a day to come, a dossier that has not passed, and writes nothing then", async () => {
  const [first, second] = [await voted(), await voted()];
  const number = "77/QĐ-UBND";
  await decided([first], { number });
  const appraised = await aNomination("appraised");
  const before = await everythingOf(second);
  expect(await outcomeOf(decided([second], { number }))).toBe(422);
  expect(await outcomeOf(decided([second], { decidedOn: "2030-01-01" }))).toBe(422);
  expect(await outcomeOf(decided([second], { decidedOn: "2025-01-01" }))).toBe(422);
  expect(await outcomeOf(decided([second, appraised]))).toBe(422);
  expect(await everythingOf(second)).toEqual(before);
});

it("lets only the decider's secretariat and head decide; another province finds nothing", async () => {
  const nomination = await voted();
  const input = await decision([nomination]);
  expect(await outcomeOf(decide(await otherSecretariat(), input))).toBe(404);
  expect(await outcomeOf(decide(await clerkOf(WARD), input))).toBe(403);
  expect((await listToDecide(await secretariat())).some((one) => one.nomination.id === nomination.id)).toBe(true);
  expect(await outcomeOf(decide(await headOf("H26"), input))).toBe("done");
});

it("does not decide what is held up, and nothing that goes on upwards", async () => {
  const held = await voted();
  await placeHold(await secretariat(), {
    id: held.subject_id,
    kind: "inspection",
    reason: "Đang thanh tra.",
    source: "Quyết định thanh tra số 3",
  });
  expect(await outcomeOf(decided([held]))).toBe(422);
  const upwards = await voted();
  await rows("update nomination set award_id = 'bang-khen-thu-tuong' where id = $1", [upwards.id]);
  expect(await outcomeOf(decided([upwards]))).toBe(422);
});

it("is seen by later dossiers of the same subject, until it is revoked", async () => {
  const first = await voted();
  const id = await decided([first]);
  const later = await aDraft({ subjectId: first.subject_id });
  const state = async () => {
    const nomination = await findNomination(await clerkOf(WARD), later.id);
    if (!nomination) throw new Error("The clerk sees the own draft.");
    return (await checkNomination(nomination)).checks.find((check) => check.id === "oneAward")?.state;
  };
  expect(await state()).toBe("notMet");
  const [record] = await listDecided(id);
  const day = (await row<{ day: string }>("select campaign_today() as day"))?.day ?? "";
  const revocation = { recordId: record?.id ?? "", revokedOn: day, ground: "fraud", reason: "QĐ số 5." } as const;
  expect(await outcomeOf(revokeAward(await clerkOf(WARD), { ...(await seen(id)), ...revocation }))).toBe(403);
  const returned = { recordId: record?.id ?? "", returnedOn: day };
  expect(await outcomeOf(noteReturn(await secretariat(), { ...(await seen(id)), ...returned }))).toBe(422);
  await revokeAward(await secretariat(), { ...(await seen(id)), ...revocation });
  expect((await again(first)).status).toBe("revoked");
  expect(await state()).toBe("met");
  await noteReturn(await secretariat(), { ...(await seen(id)), ...returned });
  expect((await listDecided(id))[0]).toMatchObject({ revokedOn: day, returnedOn: day });
});

it("hands over once, and shows on the public list what is published and stands, without personal data", async () => {
  const nomination = await voted();
  const id = await decided([nomination], { number: "88/QĐ-UBND" });
  const find = () => listPublished({ q: "88/QĐ-UBND", page: 1 });
  expect(await find()).toEqual([]);
  await publishDecision(await secretariat(), await seen(id));
  expect(await outcomeOf(publishDecision(await secretariat(), await seen(id)))).toBe(422);
  expect(Object.keys((await find())[0] ?? {}).sort()).toEqual(
    [
      "achievement",
      "agencyName",
      "awardName",
      "decidedBy",
      "decidedOn",
      "decisionNumber",
      "id",
      "subjectKind",
      "subjectName",
      "total",
    ].sort(),
  );
  const [record] = await listDecided(id);
  const day = (await row<{ day: string }>("select campaign_today() as day"))?.day ?? "";
  const issue = { records: [record?.id ?? ""], issuedOn: day };
  await issueObjects(await secretariat(), { ...(await seen(id)), ...issue });
  expect(await outcomeOf(issueObjects(await secretariat(), { ...(await seen(id)), ...issue }))).toBe(422);
  expect(await outcomeOf(issueObjects(await secretariat(), { id, version: 1, ...issue }))).toBe(409);
  await revokeAward(await secretariat(), {
    ...(await seen(id)),
    recordId: record?.id ?? "",
    revokedOn: day,
    ground: "unlawful",
    reason: "QĐ số 6.",
  });
  expect(await find()).toEqual([]);
});

it("tells the proposer of those not chosen once, with the reason", async () => {
  const failed = await voted(false);
  const refused = await voted();
  await refuse(await headOf("H26"), await ask(refused, { reason: "Hết số lượng." }));
  const untold = (await listToTell(await secretariat())).map(({ id }) => id);
  expect(untold).toEqual(expect.arrayContaining([failed.id, refused.id]));
  const { version } = await again(failed);
  const notice = { id: failed.id, version, reason: "9/11 phiếu, chưa đủ." };
  expect(await outcomeOf(giveNotice(await clerkOf(WARD), notice))).toBe(403);
  await giveNotice(await secretariat(), notice);
  expect(await outcomeOf(giveNotice(await secretariat(), { ...notice, version: version + 1 }))).toBe(422);
  expect((await listToTell(await secretariat())).map(({ id }) => id)).not.toContain(failed.id);
});

it("counts awards of a year in one's own part of the tree only", async () => {
  const year = 2026;
  const count = async (actor: Parameters<typeof countAwards>[0]) =>
    (await countAwards(actor, year)).find(({ awardId, kind }) => awardId === MERIT && kind === "collective");
  const before = await count(await secretariat());
  const id = await decided([await voted()]);
  expect((await findDecision(await secretariat(), id))?.decidedOn.slice(0, 4)).toBe(String(year));
  expect(await count(await secretariat())).toMatchObject({
    awards: (before?.awards ?? 0) + 1,
    bonus: Number(before?.bonus ?? 0) + 7_590_000,
  });
  expect(await count(await otherSecretariat())).toBeUndefined();
});

it("never lets a recorded decision be changed", async () => {
  const id = await decided([await voted()]);
  await expect(rows("update award_decision set number = 'khác' where id = $1", [id])).rejects.toThrow(/never changed/);
  await expect(rows("delete from award_decision where id = $1", [id])).rejects.toThrow();
});
