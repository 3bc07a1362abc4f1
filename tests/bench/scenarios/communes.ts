import { listRows, type Stage } from "../stage.ts";

export type CommuneReport = { id: string; agencyId: string; version: number };

/** Communes outside Hà Nội, in turn: the first ones write, the others sign, so that neither scenario disturbs another. */
export const WRITERS = { offset: 0, limit: 100 };
export const SIGNERS = { offset: 100, limit: 3_000 };

/**
 * Puts the reports of some communes for 2026 into a state, each with the complete document its commune sent for 2025,
 * as if none had been sent before.
 */
export function prepareReports(
  stage: Stage,
  { offset, limit }: { offset: number; limit: number },
  status: "draft" | "awaitingSignOff",
): Promise<CommuneReport[]> {
  return listRows<CommuneReport>(
    stage,
    `with picked as (
       select r.id, v.document from report r
       join agency_on(campaign_today()) t on t.agency_id = r.agency_id and t.kind = 'commune' and t.province_id <> 'H26'
       join report l on l.agency_id = r.agency_id and l.kind = r.kind and l.period_id = '2025' and l.subject_group_id is not distinct from r.subject_group_id
       join report_version v on v.id = l.accepted_version_id
       where r.period_id = '2026' and r.kind = 'own' order by r.agency_id offset $1 limit $2
     ), told as (
       update report_recipient c set state = 'waiting', since = null, person_name = null, note = null, reasons = '{}' from picked where c.report_id = picked.id
     )
     update report r set draft = picked.document, status = $3::report_status, status_since = campaign_now(), version = r.version + 1, section_versions = '{}',
       sent_version_id = null, accepted_version_id = null, first_sent_at = null, late = null, correction_reason = null
     from picked where r.id = picked.id
     returning r.id, r.agency_id as "agencyId", r.version`,
    [offset, limit, status],
  );
}
