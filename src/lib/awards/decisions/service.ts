import "server-only";
import type { PoolClient } from "pg";
import { recordAudit } from "#lib/audit";
import { type Day, dayOf, printDay } from "#lib/dates";
import { row, rows, transaction } from "#lib/db";
import { authorize, notFound, refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import type { BaseSalaryStep, Payable } from "../bonus.ts";
import { categoryOfRound } from "../eligibility/facts.ts";
import { inTheWayOf } from "../eligibility.ts";
import { type Checked, checkNominations } from "../nominations/checks.ts";
import { lockNominations, type NominationRow } from "../nominations/queries.ts";
import { nextHolder } from "../nominations/rules.ts";
import type { DossierRules } from "../nominations/rules-of.ts";
import { noRules } from "../nominations/service.ts";
import { maySeeNomination } from "../policy.ts";
import { checkNominationMove } from "../rules.ts";
import { keepsDecision } from "./policy.ts";
import { bonusesOf, type Chosen, checkDecision, decidedBy } from "./rules.ts";
import type { DecideInput } from "./schema.ts";

export const DECIDERS = "Chỉ cơ quan thường trực hoặc lãnh đạo của cơ quan quyết định được làm việc này.";

/**
 * Records the decision on dossiers the council has passed: one decision, many dossiers, each becoming an award of the register with its bonus.
 * Returns its id. A bounded number of statements, whatever the number of dossiers.
 * @throws refused while a dossier has not passed, goes on upwards, or something stands in its way; when the number was given this year already.
 */
export async function decide(actor: Actor, input: DecideInput) {
  return transaction(async (tx) => {
    const ids = [...new Set(input.nominations)];
    const nominations = await lockNominations(ids, tx);
    const [first] = nominations;
    if (!first || nominations.length < ids.length || !nominations.every((one) => maySeeNomination(actor, one)))
      throw notFound("hồ sơ đề nghị");
    authorize(
      nominations.every(({ holderId, holderPath }) => keepsDecision(actor, { agencyId: holderId, path: holderPath })),
      DECIDERS,
    );
    const checked = (await checkNominations(nominations, tx)).map(readyOf);
    const chosen = checked.map(chosenOf);
    checkDecision(chosen, input.decidedOn, dayOf(first.now));
    const by = decidedBy(chosen[0] as Chosen);
    const id = await insertDecision(tx, actor, first.holderId, by, input);
    await insertRecords(tx, id, by, input, nominations, chosen);
    await moveAll(tx, actor, nominations, id, input);
    await recordAudit(tx, {
      actor,
      action: "awardDecision.record",
      subject: { type: "awardDecision", id, path: first.holderPath },
      note: `${input.number} ngày ${printDay(input.decidedOn)}`,
      detail: { cases: chosen.length },
    });
    return id;
  });
}

type Ready = { nomination: NominationRow; rules: DossierRules };

/** @throws refused naming what keeps one dossier from being decided here. */
function readyOf({ nomination, rules, checks }: Checked): Ready {
  checkNominationMove(nomination.status, "decide", "");
  if (!rules) throw noRules();
  if (nextHolder(nomination, rules.definition) !== null)
    throw refused(
      `Hình thức đề nghị cho ${nomination.subjectName} do cấp trên quyết định. Hãy trình lên cấp trên, không ghi quyết định ở đây.`,
    );
  const inTheWay = inTheWayOf("decide", checks);
  if (inTheWay.length > 0)
    throw refused(
      `Chưa quyết định được cho ${nomination.subjectName}.`,
      inTheWay.map(({ id, sentence, source }) => ({
        field: "nominations",
        message: `${sentence} (${source})`,
        href: `/awards/nominations/${nomination.id}#check-${id}`,
      })),
    );
  return { nomination, rules };
}

const chosenOf = ({ nomination, rules }: Ready): Chosen => ({
  ...nomination,
  passedOn: dayOf(nomination.statusSince),
  rules: rules.definition,
});

async function insertDecision(tx: PoolClient, actor: Actor, agencyId: string, by: string, input: DecideInput) {
  const { number, decidedOn, signedByName, signedByPosition, title } = input;
  const created = await row<{ id: string }>(
    `insert into award_decision (agency_id, decided_by, number, decided_on, year, signed_by_name, signed_by_position, title, recorded_at, recorded_by_id)
     values ($1, $2, $3, $4, extract(year from $4::date), $5, nullif($6, ''), $7, campaign_now(), $8)
     on conflict (agency_id, decided_by, year, number) do nothing returning id`,
    [agencyId, by, number, decidedOn, signedByName, signedByPosition, title, actor.personId],
    tx,
  );
  if (created) return created.id;
  throw refused(`Số ${number} đã được ghi trong năm ${decidedOn.slice(0, 4)}.`, [
    {
      field: "number",
      message: `Số, ký hiệu: ${number} đã được ghi cho một quyết định khác của ${by} trong năm ${decidedOn.slice(0, 4)}; hãy xem lại sổ văn thư.`,
    },
  ]);
}

async function insertRecords(
  tx: PoolClient,
  decisionId: string,
  by: string,
  { number, decidedOn }: DecideInput,
  nominations: NominationRow[],
  chosen: Chosen[],
) {
  const steps = await rows<BaseSalaryStep>(
    `select effective_from as "effectiveFrom", amount, source from base_salary`,
    [],
    tx,
  );
  const bonuses = bonusesOf(chosen, steps, decidedOn, await sameDayAwards(tx, chosen, decidedOn));
  const records = nominations.map((nomination) => ({
    nominationId: nomination.id,
    subjectId: nomination.subjectId,
    awardId: nomination.awardId,
    category: categoryOfRound(nomination.roundKind),
    achievement: nomination.achievement,
    achievedFrom: nomination.achievedFrom,
    achievedTo: nomination.achievedTo,
    bonus: bonuses.get(nomination.id)?.amount ?? null,
    bonusNote: bonuses.get(nomination.id)?.note ?? null,
  }));
  await rows(
    `insert into award_record (subject_id, award_id, category, decision_id, nomination_id, decision_number, decided_on, decided_by, achievement,
       achieved_from, achieved_to, bonus, bonus_note, origin)
     select "subjectId", "awardId", category, $2, "nominationId", $3, $4, $5, achievement, "achievedFrom", "achievedTo", bonus, "bonusNote", 'system'
     from jsonb_to_recordset($1::jsonb) as r("nominationId" uuid, "subjectId" uuid, "awardId" text, category text, achievement text,
       "achievedFrom" date, "achievedTo" date, bonus int, "bonusNote" text)`,
    [JSON.stringify(records), decisionId, number, decidedOn, by],
    tx,
  );
}

type SameDay = Omit<Payable, "kind" | "amount"> & { subjectId: string; awardId: string; bonus: number | null };

/** What the same subjects received on the same day by other decisions: of several titles only the highest is paid. */
const sameDayAwards = (tx: PoolClient, chosen: Chosen[], decidedOn: Day) =>
  rows<SameDay>(
    `select id, subject_id as "subjectId", award_id as "awardId", decided_on as "decidedOn", achieved_from as "achievedFrom", achieved_to as "achievedTo", bonus
     from award_record where subject_id = any($1::uuid[]) and decided_on = $2 and revoked_on is null and achieved_from is not null and achieved_to is not null`,
    [chosen.map(({ subjectId }) => subjectId), decidedOn],
    tx,
  );

/** The move `decide` of all dossiers at once: states, timelines, audit trail. */
async function moveAll(tx: PoolClient, actor: Actor, nominations: NominationRow[], id: string, input: DecideInput) {
  const ids = nominations.map((nomination) => nomination.id);
  const detail = JSON.stringify({ decisionId: id, number: input.number, decidedOn: input.decidedOn });
  const { personId, fullName, agency } = actor;
  await rows(
    `with moved as (
       update nomination set status = 'decided', status_since = campaign_now(), decision_id = $2, version = version + 1 where id = any($1::uuid[]) returning id, agency_id
     ), told as (
       insert into nomination_event (nomination_id, at, move, person_id, person_name, agency_id, agency_name, reason, detail)
       select id, campaign_now(), 'decide', $3, $4, $5, $6, $8, $7 from moved)
     insert into audit_entry (campaign_at, person_id, person_name, agency_id, action, subject_type, subject_id, scope_path, note, detail)
     select campaign_now(), $3, $4, $5, 'nomination.decide', 'nomination', moved.id::text, t.path, $8, $7
     from moved join agency_on(campaign_today()) t on t.agency_id = moved.agency_id`,
    [
      ids,
      id,
      personId,
      fullName,
      agency.id,
      agency.name,
      detail,
      `Quyết định số ${input.number} ngày ${printDay(input.decidedOn)}`,
    ],
    tx,
  );
}
