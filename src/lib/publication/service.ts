import "server-only";
import type { PoolClient } from "pg";
import { recordAudit } from "#lib/audit";
import { row, rows, transaction } from "#lib/db";
import { authorize, conflict, notFound, refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { type Composed, compose } from "./compose.ts";
import { mayPublishNumbers } from "./policy.ts";
import type { PublishInput } from "./schema.ts";

const PUBLISHERS = "Chỉ lãnh đạo hoặc bộ phận thường trực của Bộ Công an, Bộ Nội vụ được công bố số liệu.";

/**
 * Makes the chosen numbers of a period public as they stand now, in place of what was public before. Returns the publication's id.
 * @throws conflict when the numbers are no longer those that were looked at
 */
export async function publishNumbers(actor: Actor, input: PublishInput) {
  authorize(mayPublishNumbers(actor), PUBLISHERS);
  return transaction(async (tx) => {
    await tx.query("select pg_advisory_xact_lock(hashtext('publication'), hashtext($1))", [input.period]);
    if (!(await row("select 1 from reporting_period where id = $1", [input.period], tx))) throw notFound("kỳ báo cáo");
    const composed = await compose(input, tx);
    if (composed.digest !== input.seen)
      throw conflict("Số liệu đã thay đổi từ lúc xem trước. Hãy xem trước lại rồi công bố; các lựa chọn vẫn còn.");
    if (composed.numbers.length === 0)
      throw refused("Các số liệu đã chọn chưa có gì để công bố. Hãy chọn số liệu khác.");
    const publisher = {
      agencyId: actor.agency.id,
      agencyName: actor.agency.name,
      personId: actor.personId,
      name: actor.fullName,
    };
    const id = await freeze(tx, input, composed, publisher);
    await recordAudit(tx, {
      actor,
      action: "publication.publish",
      subject: { type: "publication", id, path: "/VN/" },
      note: input.period,
      detail: { measures: composed.measures.map((measure) => measure.id), least: input.least, digest: composed.digest },
    });
    return id;
  });
}

export type Publisher = { agencyId: string; agencyName: string; personId: string; name: string };

/** Writes what was composed as rows that never change, in place of the former publication of the period. */
export async function freeze(tx: PoolClient, { period, least, note }: PublishInput, composed: Composed, by: Publisher) {
  await rows(
    "update publication set superseded_at = campaign_now() where period_id = $1 and superseded_at is null and withdrawn_at is null",
    [period],
    tx,
  );
  const { measures, places, numbers } = composed;
  const made = await row<{ id: string }>(
    `with made as (
       insert into publication (period_id, agency_id, agency_name, least_units, note, published_at, published_by_id, published_by_name)
       values ($1, $2, $3, $4, nullif($5, ''), campaign_now(), $6, $7) returning id
     ), named as (
       insert into published_measure (publication_id, id, "order", label, unit, kind, number_of, denominator_of)
       select made.id, m.id, m.n, m.label, m.unit, m.kind, m."numberOf", m."denominatorOf"
       from made, rows from (jsonb_to_recordset($8::jsonb) as (id text, label text, unit text, kind text, "numberOf" text, "denominatorOf" text)) with ordinality m (id, label, unit, kind, "numberOf", "denominatorOf", n)
     ), placed as (
       insert into published_place (publication_id, id, "order", name, unit_code)
       select made.id, p.id, p."order", p.name, p."unitCode" from made, jsonb_to_recordset($9::jsonb) as p(id text, "order" int, name text, "unitCode" text)
     ) select id from made`,
    [
      period,
      by.agencyId,
      by.agencyName,
      least,
      note,
      by.personId,
      by.name,
      JSON.stringify(measures),
      JSON.stringify(places),
    ],
    tx,
  );
  if (!made) throw new Error("An insert of one row gives one row.");
  await rows(
    `insert into published_number (publication_id, place_id, measure_id, hidden, number, denominator, units, denominator_units)
     select $1, n."placeId", n."measureId", n.hidden, n.number, n.denominator, n.units, n."denominatorUnits"
     from jsonb_to_recordset($2::jsonb) as n("placeId" text, "measureId" text, hidden boolean, number numeric, denominator numeric, units int, "denominatorUnits" int)`,
    [made.id, JSON.stringify(numbers)],
    tx,
  );
  return made.id;
}

/** Takes a publication out of what the public reads. What was there before does not come back. @throws refused when it is not public any more */
export async function withdrawPublication(actor: Actor, { id, reason }: { id: string; reason: string }) {
  authorize(mayPublishNumbers(actor), PUBLISHERS);
  await transaction(async (tx) => {
    const found = await row<{ periodId: string; isPublic: boolean }>(
      `select period_id as "periodId", superseded_at is null and withdrawn_at is null as "isPublic" from publication where id = $1 for update`,
      [id],
      tx,
    );
    if (!found) throw notFound("lần công bố này");
    if (!found.isPublic) throw refused("Lần công bố này không còn công khai. Hãy tải lại trang.");
    await rows(
      "update publication set withdrawn_at = campaign_now(), withdrawn_by_name = $2, withdraw_reason = $3 where id = $1",
      [id, actor.fullName, reason],
      tx,
    );
    await recordAudit(tx, {
      actor,
      action: "publication.withdraw",
      subject: { type: "publication", id, path: "/VN/" },
      note: reason,
      detail: { period: found.periodId },
    });
  });
}
