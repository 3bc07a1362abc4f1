import "server-only";
import type { PoolClient } from "pg";
import { dayOf } from "#lib/dates";
import { row, rows, transaction } from "#lib/db";
import { authorize, notFound, refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { publicityOverOn } from "../clocks.ts";
import { tell } from "../nominations/change.ts";
import { listHolidays } from "../nominations/checks.ts";
import { lockNominations, type NominationRow } from "../nominations/queries.ts";
import { rulesOf } from "../nominations/rules-of.ts";
import { isSecretariat, maySeeNomination } from "../policy.ts";
import { awardRule } from "../rule-set.ts";
import { findPublicity, keepsList } from "./queries.ts";

type Publishing = { title: string; place: string; startsOn: string; days: number | null; nominations: string[] };

const KEEPERS = "Chỉ cơ quan thường trực đang giữ hồ sơ được công khai danh sách.";

/**
 * Publishes a list of dossiers one agency has in hand: for the working days their rule sets ask for, or more if the agency chooses so.
 * Returns its id. A bounded number of statements, whatever the length of the list.
 * Source: NĐ 152/2025/NĐ-CP, Điều 44.
 */
export async function publishList(actor: Actor, input: Publishing) {
  return transaction(async (tx) => {
    const nominations = await lockNominations([...new Set(input.nominations)], tx);
    const seen = nominations.filter((nomination) => maySeeNomination(actor, nomination));
    const [first] = seen;
    if (!first || seen.length < new Set(input.nominations).size) throw notFound("hồ sơ đề nghị");
    authorize(
      seen.every((nomination) => isSecretariat(actor, nomination)),
      KEEPERS,
    );
    checkPublishable(seen, input.startsOn);
    const days = await workingDays(tx, seen, input.days);
    const endsOn = publicityOverOn(input.startsOn, days, await listHolidays(tx));
    const id = await insertList(tx, first.holderId, { ...input, endsOn }, seen);
    await tellMany(tx, actor, seen, { listId: id, startsOn: input.startsOn, endsOn, days });
    return id;
  });
}

function checkPublishable(nominations: NominationRow[], startsOn: string) {
  const [first] = nominations;
  const wrong = nominations.filter(
    ({ status, holderId }) => !["proposed", "appraised"].includes(status) || holderId !== first?.holderId,
  );
  if (wrong.length > 0)
    throw refused(
      "Có hồ sơ không công khai được lúc này: chỉ công khai hồ sơ đang thẩm định hoặc chờ hội đồng của một cơ quan.",
      wrong.slice(0, 20).map(({ id, subjectName }) => ({
        field: "nominations",
        message: subjectName,
        href: `/awards/nominations/${id}`,
      })),
    );
  if (first && startsOn < dayOf(first.now))
    throw refused("Ngày công khai đã qua.", [
      { field: "startsOn", message: "Công khai từ ngày: không ghi lùi ngày; hãy nhập từ hôm nay trở đi." },
    ]);
}

/** What the rule sets ask for at most, or what the agency chose beyond that. @throws refused when neither says anything. */
async function workingDays(tx: PoolClient, nominations: NominationRow[], chosen: number | null) {
  const rules = await rulesOf(nominations, tx);
  const asked = nominations.map((nomination) => {
    const found = rules.get(nomination.id);
    return (found && awardRule(found.definition, nomination.awardId)?.publicityDays.value) ?? 0;
  });
  const days = Math.max(chosen ?? 0, ...asked);
  if (days > 0) return days;
  throw refused("Chưa rõ thời gian công khai.", [
    { field: "days", message: "Số ngày làm việc: bộ quy định không nêu; hãy nhập số ngày cơ quan tự chọn." },
  ]);
}

async function insertList(
  tx: PoolClient,
  agencyId: string,
  { title, place, startsOn, endsOn }: Publishing & { endsOn: string },
  nominations: NominationRow[],
) {
  const ids = nominations.map(({ id }) => id);
  const list = await row<{ id: string }>(
    `with list as (
       insert into publicity (agency_id, title, starts_on, ends_on, place) values ($1, $2, $3, $4, $5) returning id
     ), entries as (
       insert into publicity_entry (publicity_id, nomination_id) select list.id, n from list, unnest($6::uuid[]) n
     ), moved as (
       update nomination set version = version + 1 where id = any($6::uuid[])
     ) select id from list`,
    [agencyId, title, startsOn, endsOn, place, ids],
    tx,
  );
  if (!list) throw new Error("An insert of one row gives one row.");
  return list.id;
}

async function tellMany(tx: PoolClient, actor: Actor, nominations: NominationRow[], detail: object) {
  const { personId, fullName, agency } = actor;
  await rows(
    `with told as (
       insert into nomination_event (nomination_id, at, move, person_id, person_name, agency_id, agency_name, detail)
       select id, campaign_now(), 'publish', $2, $3, $4, $5, $6 from unnest($1::uuid[]) id)
     insert into audit_entry (campaign_at, person_id, person_name, agency_id, action, subject_type, subject_id, scope_path, detail)
     select campaign_now(), $2, $3, $4, 'nomination.publish', 'nomination', n.id::text, t.path, $6
     from nomination n join agency_on(campaign_today()) t on t.agency_id = n.agency_id where n.id = any($1::uuid[])`,
    [nominations.map(({ id }) => id), personId, fullName, agency.id, agency.name, JSON.stringify(detail)],
    tx,
  );
}

type Feedback = { id: string; nominationId: string; feedback: string; isComplaint: boolean };

/** Records what was said to a name on a list, without the names of those who wrote; a complaint stops the dossier before the council. */
export async function recordFeedback(actor: Actor, { id, nominationId, feedback, isComplaint }: Feedback) {
  await transaction(async (tx) => {
    const list = await findPublicity(actor, id, tx);
    if (!list) throw notFound("danh sách công khai");
    authorize(keepsList(actor, list), KEEPERS);
    const [nomination] = await lockNominations([nominationId], tx);
    const written = await row<{ id: string }>(
      `update publicity_entry set feedback = concat_ws(E'\\n', feedback, $3::text), is_complaint = is_complaint or $4
       where publicity_id = $1 and nomination_id = $2 returning nomination_id as id`,
      [id, nominationId, feedback, isComplaint],
      tx,
    );
    if (!nomination || !written) throw notFound("hồ sơ trong danh sách này");
    await rows("update nomination set version = version + 1 where id = $1", [nominationId], tx);
    await tell(tx, actor, nomination, "feedback", { reason: feedback, detail: { listId: id, isComplaint } });
  });
}
