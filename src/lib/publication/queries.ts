import "server-only";
import { rows } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import { exemplarScope, mayPublishNumbers } from "./policy.ts";

export type PublicationRow = {
  id: string;
  periodId: string;
  agencyName: string;
  leastUnits: number;
  note: string | null;
  publishedAt: Date;
  publishedByName: string;
  supersededAt: Date | null;
  withdrawnAt: Date | null;
  withdrawReason: string | null;
  measures: string[];
  hidden: number;
};

const MOST = 50;

/** Every publication, the latest first, with how many numbers it keeps hidden; nothing for whoever may not publish. */
export async function listPublications(actor: Actor): Promise<PublicationRow[]> {
  if (!mayPublishNumbers(actor)) return [];
  return rows<PublicationRow>(
    `select b.id, b.period_id as "periodId", b.agency_name as "agencyName", b.least_units as "leastUnits", b.note, b.published_at as "publishedAt",
       b.published_by_name as "publishedByName", b.superseded_at as "supersededAt", b.withdrawn_at as "withdrawnAt", b.withdraw_reason as "withdrawReason",
       array(select m.id from published_measure m where m.publication_id = b.id order by m."order") as measures,
       (select count(*) from published_number n where n.publication_id = b.id and n.hidden) as hidden
     from publication b order by b.published_at desc, b.id limit ${MOST}`,
  );
}

export type ExemplarRow = {
  id: string;
  kind: string;
  title: string;
  agencyName: string;
  year: number;
  publishedAt: Date;
  publishedByName: string;
  withdrawnAt: Date | null;
  withdrawReason: string | null;
};

/** Collective models of the actor's part of the tree that are or were public, the latest first. */
export async function listExemplars(actor: Actor): Promise<ExemplarRow[]> {
  const scope = exemplarScope(actor);
  if (scope === null) return [];
  return rows<ExemplarRow>(
    `select e.id, e.kind, e.title, e.agency_name as "agencyName", e.year, e.published_at as "publishedAt", e.published_by_name as "publishedByName",
       e.withdrawn_at as "withdrawnAt", e.withdraw_reason as "withdrawReason"
     from published_exemplar e join agency_on(campaign_today()) t on t.agency_id = e.agency_id
     where starts_with(t.path, $1) order by e.published_at desc, e.id limit 200`,
    [scope],
  );
}
