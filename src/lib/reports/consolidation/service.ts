import "server-only";
import { recordAudit } from "#lib/audit";
import { row, rows, transaction } from "#lib/db";
import { authorize, conflict, notFound, refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { allIndicators, isAggregated } from "../form.ts";
import { isEditor } from "../policy.ts";
import { findForm, lockReport } from "../queries.ts";
import { checkWritable } from "../rules.ts";

export type Consolidated = { consolidationId: string; counted: number; expected: number };

/**
 * Makes a consolidated report anew from the accepted versions of its parts, and remembers exactly which it counted.
 * Sums, counts of yes and distributions are added up in SQL; ratios are recomputed from them where they are shown.
 */
export async function consolidate(
  actor: Actor,
  { id, version }: { id: string; version: number },
): Promise<Consolidated> {
  return transaction(async (tx) => {
    const report = await lockReport(actor, id, tx);
    if (report?.kind !== "consolidated") throw notFound("báo cáo tổng hợp");
    authorize(isEditor(actor, report), "Chỉ cán bộ tổng hợp của cơ quan chủ trì hoặc phối hợp được tổng hợp báo cáo.");
    if (report.version !== version) throw conflict(undefined, { version: report.version });
    checkWritable(report);
    const form = await findForm(report.formId, report.formVersion, tx);
    const aggregated = allIndicators(form)
      .filter(isAggregated)
      .map((indicator) => indicator.id);
    const made = await row<Consolidated>(
      CONSOLIDATE,
      [report.id, aggregated, report.now, actor.personId, actor.fullName],
      tx,
    );
    if (!made || made.counted === 0)
      throw refused(
        "Chưa có báo cáo nào của đơn vị được tiếp nhận nên chưa có gì để tổng hợp. Hãy tiếp nhận báo cáo trước.",
      );
    await rows(
      `insert into report_event (report_id, at, move, person_name, person_id, agency_id, agency_name, detail) values ($1, $2, 'consolidate', $3, $4, $5, $6, $7)`,
      [
        report.id,
        report.now,
        actor.fullName,
        actor.personId,
        actor.agency.id,
        actor.agency.name,
        JSON.stringify({ counted: made.counted, expected: made.expected }),
      ],
      tx,
    );
    await recordAudit(tx, {
      actor,
      action: "report.consolidate",
      subject: { type: "report", id: report.id, path: report.path },
      detail: made,
    });
    return made;
  });
}

const CONSOLIDATE = `
  with part as materialized (
    select id, accepted_version_id from report where parent_id = $1 and withdrawn_at is null and accepted_version_id is not null
  ), sums as materialized ( -- of all figures: picking the few that are not added up is cheaper afterwards
    select f.indicator_id, f.option, sum(f.number) as number, sum(f.asked) as asked, count(*) as units
    from part join report_figure f on f.version_id = part.accepted_version_id
    group by f.indicator_id, f.option
  ), totals as (
    select coalesce(jsonb_object_agg(indicator_id, options), '{}') as totals from (
      select indicator_id, jsonb_object_agg(option, jsonb_build_object('number', trim_scale(number)::text, 'asked', asked, 'units', units)) as options
      from sums where indicator_id = any($2) group by indicator_id) by_indicator
  ), made as (
    insert into consolidation (report_id, at, person_id, person_name, expected, counted, totals)
    select $1, $3, $4, $5, (select count(*) from report where parent_id = $1 and withdrawn_at is null), (select count(*) from part), totals from totals
    returning id, counted, expected
  ), parts as (
    insert into consolidation_part (consolidation_id, report_id, version_id) select made.id, part.id, part.accepted_version_id from made, part
  ), moved as (
    update report r set consolidation_id = made.id, version = r.version + 1,
      status = case r.status when 'notStarted' then 'draft' else r.status end,
      status_since = case r.status when 'notStarted' then $3 else r.status_since end
    from made where r.id = $1
  )
  select id as "consolidationId", counted, expected from made`;
