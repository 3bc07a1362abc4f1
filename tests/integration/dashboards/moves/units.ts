import type { AgencyKind, RecipientState, ReportStatus } from "#generated/prisma/enums";
import { pool, row, rows } from "#lib/db";
import { signInNeeded } from "#lib/errors";
import type { Actor, Role } from "#lib/identity/actor";
import { findActor } from "#lib/identity/session";
import { applyObligations } from "#lib/reports/obligations/service";
import { anActor, setClock } from "../../reports/stage.ts";

/** A small country: communes of four provinces, a few bodies of the centre, and those who receive their reports. */
export const PROVINCES = ["H26", "H57", "H17", "H01"];

const COMMUNES = 30; // of each province; two in three begin the year, the others are founded on the way
const BODIES = 10;

/** A report as the next move sees it. */
export type Unit = {
  id: string;
  agencyId: string;
  agencyKind: AgencyKind;
  kind: "own" | "consolidated";
  isNation: boolean;
  status: ReportStatus;
  version: number;
  sentNumber: number;
  sections: Record<string, number>;
  dueOn: string;
  isWithdrawn: boolean;
  isFilled: boolean;
  told: string[];
  editorId: string;
  recipients: { agencyId: string; state: RecipientState }[];
  extension: { id: string; untilOn: string } | null;
};

/** Ends every other commune before the year, so that obligations are applied to a country one sees through. */
export async function openCountry() {
  await rows(
    `with placed as (
       select agency_id, province_id, row_number() over (partition by province_id order by agency_id) as place from agency_on('2026-11-01') where kind = 'commune'
     )
     update agency_term t set valid_to = greatest(date '2025-12-31', t.valid_from) from placed p
     where t.agency_id = p.agency_id and t.valid_to is null and (p.province_id <> all ($1) or p.place > $2)`,
    [PROVINCES, (COMMUNES * 2) / 3],
  );
  await applyObligations(null, "2026");
  await pool.query("analyze");
  await setClock("2026-11-01T07:00:00+07:00");
}

/** The communes of the four provinces that are not, or no longer, there: any of them may be founded again. */
export const listDormant = () =>
  rows<{ id: string; provinceId: string }>(
    `select agency_id as id, province_id as "provinceId" from (
       select *, row_number() over (partition by province_id order by agency_id) as place from (
         select distinct on (agency_id) * from agency_term where kind = 'commune' order by agency_id, valid_from desc nulls last) last
       where province_id = any ($1)
     ) placed where place <= $2 and valid_to < campaign_today() order by agency_id`,
    [PROVINCES, COMMUNES],
  );

export const listLiving = () =>
  rows<{ id: string; provinceId: string }>(
    `select agency_id as id, province_id as "provinceId" from agency_on(campaign_today()) where kind = 'commune' order by agency_id`,
  );

/** Every report that may move, as it stands now, in an order that the seed alone decides. */
export const listUnits = () =>
  rows<Unit>(
    `select r.id, r.agency_id as "agencyId", t.kind as "agencyKind", r.kind, r.kind = 'consolidated' and r.parent_id is null as "isNation", r.status, r.version,
       coalesce((select number from report_version where id = r.sent_version_id), 0) as "sentNumber", r.section_versions as sections, r.due_on as "dueOn",
       r.withdrawn_at is not null as "isWithdrawn", r.draft ? 'narratives' as "isFilled", r.editor_ids[1] as "editorId",
       array(select jsonb_object_keys(coalesce(r.draft -> 'figures', '{}'))) as told,
       coalesce((select jsonb_agg(jsonb_build_object('agencyId', agency_id, 'state', state) order by "order") from report_recipient where report_id = r.id), '[]') as recipients,
       (select jsonb_build_object('id', id, 'untilOn', until_on) from report_extension where report_id = r.id and state = 'asked') as extension
     from report r join lateral (select * from agency_term where agency_id = r.agency_id order by valid_from desc nulls last limit 1) t on true
     where r.period_id = '2026' and (
       (t.kind = 'commune' and r.kind = 'own') or r.agency_id = any ($1) or (r.kind = 'consolidated' and r.parent_id is null)
       or r.agency_id = any (array(select agency_id from report where period_id = '2026' and kind = 'own' and agency_id like 'G%' order by agency_id limit $2)))
     order by r.agency_id, r.kind`,
    [PROVINCES, BODIES],
  );

const people = new Map<string, Promise<Actor>>();

/** The same person whenever asked, with what the agency is by now. @throws signInNeeded for an agency that is not there and never had anybody. */
export async function personOf(agencyId: string, ...roles: Role[]): Promise<Actor> {
  const key = [agencyId, ...roles].join();
  const known = people.get(key);
  if (known) return known;
  const there = await row("select from agency_on(campaign_today()) where agency_id = $1", [agencyId]);
  if (!there) throw signInNeeded();
  const actor = people.get(key) ?? anActor(agencyId, ...roles);
  people.set(key, actor);
  return actor;
}

/** After agencies have moved: everybody of theirs signs in to what they are now; whose agency has ceased keeps the page that was open. */
export async function lookAgain(agencyIds: string[]) {
  for (const [key, actor] of people) {
    if (!agencyIds.includes(key.split(",")[0] ?? "")) continue;
    const known = await actor;
    people.set(key, Promise.resolve((await findActor(known.sessionId)) ?? known));
  }
}

export const writerOf = ({ kind, editorId }: Unit) => personOf(editorId, kind === "own" ? "reporter" : "consolidator");
export const signerOf = ({ agencyId }: Unit) => personOf(agencyId, "head");
export const officerOf = (agencyId: string) => personOf(agencyId, "recipientOfficer");
