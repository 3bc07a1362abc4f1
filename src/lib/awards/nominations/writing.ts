import "server-only";
import type { PoolClient } from "pg";
import { recordAudit } from "#lib/audit";
import { dayOf } from "#lib/dates";
import { row, rows, transaction } from "#lib/db";
import { authorize, conflict, notFound, refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { LOOKED_AT } from "../eligibility/facts.ts";
import { isSecretariat, mayWrite } from "../policy.ts";
import { mayNominateIn } from "../rounds/policy.ts";
import { findRound } from "../rounds/queries.ts";
import { type AwardRule, awardRule } from "../rule-set.ts";
import { fieldsOf } from "../schema.ts";
import { findSubject } from "../subjects/queries.ts";
import { tell } from "./change.ts";
import { reportParts } from "./dossier.ts";
import { type Checklist, type NominationRow, readNominations } from "./queries.ts";
import { checkRoundOpen } from "./rules.ts";
import { rulesOf } from "./rules-of.ts";
import type { SaveInput } from "./schema.ts";
import { checkSeen, holdSeen, noRules } from "./service.ts";
import { takeFacts } from "./sources.ts";

/** Making and writing a dossier before it is proposed, and ticking off what has come. */

const WRITERS = "Chỉ cơ quan đề nghị được viết hồ sơ, khi hồ sơ chưa trình hoặc bị trả lại.";

/**
 * Makes a dossier for a subject in a round, pre-built from what is already approved. Returns its id.
 * @throws notFound for a round or subject that is not the actor's, refused when the subject already has a dossier for this form in the round.
 */
export async function createNomination(
  actor: Actor,
  { roundId, subject: subjectId, awardId }: { roundId: string; subject: string; awardId: string },
) {
  return transaction(async (tx) => {
    const round = await findRound(actor, roundId, tx);
    if (!round) throw notFound("đợt xét");
    authorize(mayNominateIn(actor, round), "Cơ quan đồng chí không thuộc phạm vi đề nghị của đợt xét này.");
    const { now } = round;
    checkRoundOpen(
      { roundOpensOn: round.opensOn, roundClosesOn: round.closesOn, roundClosedAt: round.closedAt },
      dayOf(now),
    );
    const subject = await findSubject(actor, subjectId, tx);
    if (!subject) throw notFound("đối tượng khen thưởng");
    if (!round.awardIds.includes(awardId))
      throw refused("Đợt xét không xét hình thức này.", [
        { field: "awardId", message: "Hình thức khen thưởng: không có trong đợt xét; hãy chọn hình thức khác." },
      ]);
    const id = await insert(tx, actor, {
      roundId,
      subjectId,
      awardId,
      from: round.achievedFrom,
      to: round.achievedTo,
      now,
    });
    const [nomination] = await readNominations([id], tx);
    if (!nomination) throw new Error(`The dossier ${id} was just made.`);
    await refresh(tx, nomination);
    await tell(tx, actor, nomination, "create", { detail: { subjectId, awardId, roundId } });
    return id;
  });
}

type Made = { roundId: string; subjectId: string; awardId: string; from: string; to: string; now: Date };

async function insert(tx: PoolClient, actor: Actor, { roundId, subjectId, awardId, from, to, now }: Made) {
  const created = await row<{ id: string }>(
    `insert into nomination (round_id, subject_id, award_id, agency_id, holder_id, status_since, achievement, achieved_from, achieved_to)
     values ($1, $2, $3, $4, $4, $5, '', $6, $7)
     on conflict (round_id, subject_id, award_id) where status not in ('withdrawn', 'refused', 'notPassed', 'revoked') do nothing returning id`,
    [roundId, subjectId, awardId, actor.agency.id, now, from, to],
    tx,
  );
  if (!created)
    throw refused(
      "Đối tượng này đã có hồ sơ cho hình thức này trong đợt xét. Hãy mở hồ sơ đó hoặc chọn hình thức khác.",
    );
  return created.id;
}

/** Takes the approved facts anew; what was confirmed before has to be confirmed again. */
export async function refreshFacts(actor: Actor, { id, version }: { id: string; version: number }) {
  await transaction(async (tx) => {
    const nomination = await holdWritable(tx, actor, id, version);
    await refresh(tx, nomination);
    await auditSave(tx, actor, nomination, { facts: "taken" });
  });
}

async function refresh(tx: PoolClient, nomination: NominationRow) {
  const rules = (await rulesOf([nomination], tx)).get(nomination.id);
  if (!rules) throw noRules();
  const facts = await takeFacts(tx, {
    subjectId: nomination.subjectId,
    agencyId: nomination.subjectAgencyId,
    year: nomination.achievedTo.slice(0, 4),
    rules: rules.definition,
  });
  await rows(
    "update nomination set facts = $2, version = version + 1 where id = $1",
    [nomination.id, JSON.stringify({ facts, takenAt: nomination.now.toISOString() })],
    tx,
  );
}

/** Saves what the clerk has written and confirmed, over the version the page showed. */
export async function saveNomination(actor: Actor, input: SaveInput) {
  await transaction(async (tx) => {
    const nomination = await holdWritable(tx, actor, input.id, input.version);
    if (input.achievedTo < input.achievedFrom)
      throw refused("Giai đoạn thành tích chưa hợp lý.", [
        { field: "achievedTo", message: "Thành tích đến ngày: sớm hơn ngày bắt đầu; hãy sửa." },
      ]);
    const award = await awardOf(tx, nomination);
    const { facts = [], takenAt, confirmedAt, confirmedByName } = nomination.facts;
    const confirmation = input.confirmed
      ? { confirmedAt: confirmedAt ?? nomination.now.toISOString(), confirmedByName: confirmedByName ?? actor.fullName }
      : {};
    await rows(
      `update nomination set achievement = $2, achieved_from = $3, achieved_to = $4, report = $5, facts = $6, checklist = $7, version = version + 1 where id = $1`,
      [
        nomination.id,
        input.achievement,
        input.achievedFrom,
        input.achievedTo,
        JSON.stringify(readReport(input)),
        JSON.stringify({ facts, takenAt, ...confirmation }),
        JSON.stringify(readChecklist(input, award, nomination.checklist)),
      ],
      tx,
    );
    await auditSave(tx, actor, nomination, { confirmed: input.confirmed });
  });
}

/** The secretariat ticks off what it has looked at while the dossier is with it. */
export async function saveChecklist(actor: Actor, input: { id: string; version: number } & Record<string, unknown>) {
  await transaction(async (tx) => {
    const nomination = await holdAtSecretariat(tx, actor, input);
    const checklist = readChecklist(input, await awardOf(tx, nomination), nomination.checklist);
    await rows(
      "update nomination set checklist = $2, version = version + 1 where id = $1",
      [nomination.id, JSON.stringify(checklist)],
      tx,
    );
    await auditSave(tx, actor, nomination, { checklist });
  });
}

type Received = { id: string; version: number; paperReceivedOn: string | null; fileReceivedOn: string | null };

/**
 * Records on which days the paper original and the file came; the clock of the appraisal runs from the later of the two.
 * Source: NĐ 152/2025/NĐ-CP, Điều 33, khoản 12.
 */
export async function receiveDossier(actor: Actor, input: Received) {
  await transaction(async (tx) => {
    const nomination = await holdAtSecretariat(tx, actor, input);
    const today = dayOf(nomination.now);
    const { paperReceivedOn, fileReceivedOn } = input;
    for (const [field, day] of Object.entries({ paperReceivedOn, fileReceivedOn }))
      if (day && (day > today || day < (nomination.proposedOn ?? day)))
        throw refused("Ngày nhận hồ sơ chưa hợp lý.", [
          { field, message: "Ngày nhận: không sớm hơn ngày đề nghị và không sau hôm nay; hãy sửa." },
        ]);
    await rows(
      "update nomination set paper_received_on = $2, file_received_on = $3, version = version + 1 where id = $1",
      [nomination.id, paperReceivedOn, fileReceivedOn],
      tx,
    );
    await tell(tx, actor, nomination, "receive", { detail: { paperReceivedOn, fileReceivedOn } });
  });
}

/** @throws notFound, authorize, conflict; refused once the dossier has left its writers. */
async function holdWritable(tx: PoolClient, actor: Actor, id: string, version: number) {
  const nomination = await holdSeen(tx, actor, id);
  authorize(mayWrite(actor, nomination), WRITERS);
  checkSeen(nomination, version);
  if (nomination.status !== "draft" && nomination.status !== "returned")
    throw conflict("Hồ sơ đã trình nên không sửa được nữa. Hãy tải lại trang để xem trạng thái mới.");
  return nomination;
}

/** The dossier, held, for the secretariat that has it in hand. */
export async function holdAtSecretariat(
  tx: PoolClient,
  actor: Actor,
  { id, version }: { id: string; version: number },
) {
  const nomination = await holdSeen(tx, actor, id);
  authorize(isSecretariat(actor, nomination), "Chỉ cơ quan thường trực đang giữ hồ sơ được làm việc này.");
  checkSeen(nomination, version);
  if (nomination.status !== "proposed" && nomination.status !== "appraised")
    throw conflict("Hồ sơ không còn ở bước thẩm định. Hãy tải lại trang để xem trạng thái mới.");
  return nomination;
}

async function awardOf(tx: PoolClient, nomination: NominationRow): Promise<AwardRule> {
  const rules = (await rulesOf([nomination], tx)).get(nomination.id);
  const award = rules && awardRule(rules.definition, nomination.awardId);
  if (!award) throw noRules();
  return award;
}

const readReport = (input: Record<string, unknown>) => {
  const typed = fieldsOf(input, "report");
  return Object.fromEntries(reportParts.map(({ id }) => [id, (typed[id] ?? "").slice(0, 20_000)]));
};

/** Answers to the items the rule set asks for, the conditions a person looks at, and what LOOKED_AT names; a form that leaves an item out keeps it. */
function readChecklist(input: Record<string, unknown>, award: AwardRule, kept: Checklist): Checklist {
  const items = [
    ...award.dossier.map(({ id }) => id),
    ...award.preconditions.map(({ id }) => id),
    ...Object.values(LOOKED_AT),
  ];
  const [have, notes] = [fieldsOf(input, "have"), fieldsOf(input, "note")];
  return Object.fromEntries(
    items.flatMap((item) => {
      const asked = item in notes || item in have;
      if (!asked) return kept[item] ? [[item, kept[item]]] : [];
      const note = (notes[item] ?? "").slice(0, 1_000);
      return [[item, { have: ["on", "true"].includes(have[item] ?? ""), ...(note && { note }) }]];
    }),
  );
}

const auditSave = (tx: PoolClient, actor: Actor, { id, path }: NominationRow, detail: object) =>
  recordAudit(tx, { actor, action: "nomination.save", subject: { type: "nomination", id, path }, detail });
