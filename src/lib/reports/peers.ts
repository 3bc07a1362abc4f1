import "server-only";
import { pool, type Queryable, rows } from "#lib/db";

/**
 * Takes the quartiles of every figure among units of one type, from the accepted own reports of a period, anew, and looks at the
 * reports of the next period beside them. Two statements whatever the number of units; may run again at any time, so it runs when
 * the next period's obligations are applied.
 */
export async function refreshPeers(periodId: string, client: Queryable = pool) {
  await rows(REFRESH, [periodId], client);
  await rows("select repair_quality($1)", [String(Number(periodId) + 1)], client);
}

const REFRESH = `
  with fresh as (
    select r.form_id, t.type, f.indicator_id, count(*) as units,
      percentile_cont(array[0.25, 0.5, 0.75]) within group (order by f.number::float8) as quartiles
    from report r
    join report_figure f on f.version_id = r.accepted_version_id and f.option = ''
    join agency_on(campaign_today()) t on t.agency_id = r.agency_id
    where r.period_id = $1 and r.kind = 'own' and r.withdrawn_at is null
    group by r.form_id, t.type, f.indicator_id
  ), stale as (
    delete from peer_statistic p where p.period_id = $1
      and not exists (select 1 from fresh where fresh.form_id = p.form_id and fresh.type = p.agency_type and fresh.indicator_id = p.indicator_id)
  )
  insert into peer_statistic (period_id, form_id, agency_type, indicator_id, units, lower, median, upper)
  select $1, form_id, type, indicator_id, units, quartiles[1], quartiles[2], quartiles[3] from fresh
  on conflict (period_id, form_id, agency_type, indicator_id)
    do update set units = excluded.units, lower = excluded.lower, median = excluded.median, upper = excluded.upper`;
