import "server-only";
import type { ReportStatus } from "#generated/prisma/enums";
import { row, rows } from "#lib/db";
import { inSubtree } from "#lib/identity/people/sql";
import type { Scope } from "../policy.ts";
import { type QualityList, qualityLists, thresholds } from "./rules.ts";

/**
 * Own reports of the scope (`scoped`: $1 period, $2 the path of the scope) with the year before and what is kept of their quality.
 * Of each list: which of them are in it, in what order (`weight`, greatest first), what was found in words, and in which cells of
 * the report `s`: looked for only where a row is shown.
 */
const scoped = `
  scoped as materialized (
    select r.id, r.agency_id, r.status, r.due_on, r.first_sent_at, r.first_accepted_at, r.nothing_to_report, r.sent_version_id, r.period_id, r.form_id, r.form_version,
      t.short_name as name, t.path, t.kind as agency_kind, t.province_id, before.accepted_version_id as before_id, q.numbers, q.zeros, q.compared, q.same, q.outlying, q.explained
    from report r join agency_on(campaign_today()) t on t.agency_id = r.agency_id
    left join report_quality q on q.report_id = r.id
    left join report before on before.period_id = ($1::text::int - 1)::text and before.agency_id = r.agency_id and before.form_id = r.form_id and before.kind = 'own'
    where r.period_id = $1::text and r.kind = 'own' and r.withdrawn_at is null and ${inSubtree("t.path", "$2")}
  )`;

const cellsWhere = (condition: string) =>
  `select array_agg(f.indicator_id order by f.indicator_id) from report_figure f where f.version_id = s.sent_version_id and f.option = '' and ${condition}`;

const lists: Record<QualityList, { found: string; cells: string }> = {
  explained: {
    found: "select id as report_id, explained::numeric as weight, null as words from scoped where explained > 0",
    cells:
      "select array_agg(e.key order by e.key) from report_version v cross join lateral jsonb_object_keys(v.document -> 'explanations') as e (key) where v.id = s.sent_version_id",
  },
  outlying: {
    found: "select id as report_id, outlying::numeric as weight, null as words from scoped where outlying > 0",
    cells: `
      select array_agg(f.indicator_id order by f.indicator_id)
      from (
        select (form.definition #>> '{checks,peers,spreads}')::numeric as spreads, (form.definition #>> '{checks,peers,least}')::int as least, (place_on(s.agency_id, s.due_on)).agency_type
        from report_form form where form.id = s.form_id and form.version = s.form_version offset 0
      ) limits
      join report_figure f on f.version_id = s.sent_version_id and f.option = ''
      join peer_statistic p on p.period_id = (s.period_id::int - 1)::text and p.form_id = s.form_id and p.agency_type = limits.agency_type and p.indicator_id = f.indicator_id
      where p.units >= limits.least and p.upper > p.lower
        and (f.number > p.upper + limits.spreads * (p.upper - p.lower) or f.number < p.lower - limits.spreads * (p.upper - p.lower))`,
  },
  same: {
    found: `select id as report_id, same::numeric / compared as weight, same || ' / ' || compared as words from scoped
      where compared >= ${thresholds.same.least} and same >= ${thresholds.same.share} * compared`,
    cells: cellsWhere(
      "f.number <> 0 and f.number = (select b.number from report_figure b where b.version_id = s.before_id and b.indicator_id = f.indicator_id and b.option = '')",
    ),
  },
  zeros: {
    found: `select id as report_id, zeros::numeric / numbers as weight, zeros || ' / ' || numbers as words from scoped
      where not nothing_to_report and numbers >= ${thresholds.zeros.least} and zeros >= ${thresholds.zeros.share} * numbers`,
    cells: cellsWhere("f.number = 0"),
  },
  lastHour: {
    found: `select id as report_id, extract(epoch from first_sent_at)::numeric as weight, to_char(first_sent_at at time zone 'UTC' + interval '7 hours', 'HH24:MI DD/MM/YYYY') as words
      from scoped where vietnam_day(first_sent_at) = due_on and vietnam_day(first_sent_at + interval '1 hour') > due_on`,
    cells: "null::text[]",
  },
  corrected: {
    found: `select s.id as report_id, count(v.id)::numeric as weight, count(v.id)::text as words
      from scoped s join report_version v on v.report_id = s.id
      where s.first_accepted_at is not null
      group by s.id, s.status, s.first_accepted_at having s.status = 'correcting' or max(v.sent_at) > s.first_accepted_at`,
    cells: "null::text[]",
  },
  nothing: {
    found: `select s.id as report_id, count(*)::numeric as weight, count(*)::text as words
      from scoped s join report_figure b on b.version_id = s.before_id and b.number <> 0
      where s.nothing_to_report group by s.id`,
    cells:
      "select array_agg(b.indicator_id order by b.indicator_id) from report_figure b where b.version_id = s.before_id and b.number <> 0",
  },
};

/** How many units are in each list: one statement. */
export async function countQuality(period: string, scope: Scope): Promise<Record<QualityList, number>> {
  const names = Object.keys(qualityLists) as QualityList[];
  const columns = names.map((name) => `(select count(*) from (${lists[name].found}) l) as "${name}"`).join(", ");
  const counts = await row<Record<QualityList, number>>(`with ${scoped} select ${columns}`, [period, scope.path]);
  if (!counts) throw new Error("A select without a table gives one row.");
  return counts;
}

export type QualityRow = {
  reportId: string;
  agencyId: string;
  name: string;
  provinceName: string | null;
  status: ReportStatus;
  words: string | null;
  cells: string[];
};

/** One page of a list, what stands out most first. */
export const listQuality = (period: string, scope: Scope, list: QualityList, { offset = 0, limit = 50 } = {}) =>
  rows<QualityRow>(
    `with ${scoped}, shown as (
       select l.* from (${lists[list].found}) l join scoped s on s.id = l.report_id order by l.weight desc, s.path limit $3 offset $4
     )
     select l.report_id as "reportId", s.agency_id as "agencyId", s.name, p.short_name as "provinceName", s.status, l.words,
       coalesce((${lists[list].cells}), '{}') as cells
     from shown l join scoped s on s.id = l.report_id
     left join agency_on(campaign_today()) p on p.agency_id = s.province_id and s.agency_kind <> 'province'
     order by l.weight desc, s.path`,
    [period, scope.path, limit, offset],
  );

/** The reports of a list, for an act on exactly those. */
export async function listQualityReportIds(period: string, scope: Scope, list: QualityList): Promise<string[]> {
  const found = await rows<{ reportId: string }>(
    `with ${scoped} select l.report_id as "reportId" from (${lists[list].found}) l`,
    [period, scope.path],
  );
  return found.map(({ reportId }) => reportId);
}
