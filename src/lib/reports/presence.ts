import "server-only";
import { rows } from "#lib/db";
import { notFound } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { findReport } from "./queries.ts";

/** Who else has a report open, and where. */
export type Presence = { name: string; agencyName: string; section: string; at: Date };

const SECONDS = 60;

/**
 * Says that the actor has a section open, and tells who else is in the report now. Real time counts, not the campaign's clock.
 * One statement; not audited, because it decides nothing and is forgotten after a minute.
 */
export async function bePresent(actor: Actor, { id, section }: { id: string; section: string }): Promise<Presence[]> {
  const report = await findReport(actor, id);
  if (!report) throw notFound("báo cáo");
  return rows<Presence>(
    `with here as (
       insert into report_presence (report_id, person_id, section, agency_name, at) values ($1, $2, $3, $4, now())
       on conflict (report_id, person_id) do update set section = excluded.section, agency_name = excluded.agency_name, at = excluded.at
     ), gone as (
       delete from report_presence where report_id = $1 and at < now() - interval '1 day'
     )
     select p.full_name as name, o.agency_name as "agencyName", o.section, o.at
     from report_presence o join person p on p.id = o.person_id
     where o.report_id = $1 and o.person_id <> $2 and o.at > now() - interval '${SECONDS} seconds' order by o.at desc limit 20`,
    [report.id, actor.personId, section, actor.agency.shortName],
  );
}
