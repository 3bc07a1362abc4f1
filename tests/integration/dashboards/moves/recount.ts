import { rows } from "#lib/db";

/**
 * The same numbers counted again, plainly and by other words than the product's: what was sent and when from the versions themselves,
 * figures from the signed documents. Nothing here reads figure_total, report_figure, first_sent_at, late or place_on.
 */

/** One row per report that is owed, with its facts and where its agency stands today; `place` is null for who is not there today. */
const FACTS = `
  select r.id, r.kind, r.agency_id, r.status::text, r.due_on, r.original_due_on, r.withdrawn_at is not null as is_withdrawn,
    (select (shows_at + (now() - set_at)) at time zone 'Asia/Ho_Chi_Minh' from demonstration_clock)::date as today,
    t.id is not null as is_there, case when t.id is not null then coalesce(t.province_id, 'VN') end as place, first.late as late, first.id is not null as was_sent,
    coalesce((select v.document ->> 'statement' is not null from report_version v where v.id = r.sent_version_id), false) as nothing
  from report r
  left join agency_term t on t.agency_id = r.agency_id
    and (select (shows_at + (now() - set_at)) at time zone 'Asia/Ho_Chi_Minh' from demonstration_clock)::date
      between coalesce(t.valid_from, date '0001-01-01') and coalesce(t.valid_to, date '9999-12-31')
  left join lateral (select id, late from report_version where report_id = r.id order by number limit 1) first on true
  where r.period_id = '2026'`;

export type Fact = {
  id: string;
  kind: "own" | "consolidated";
  agency_id: string;
  status: string;
  due_on: string;
  original_due_on: string | null;
  is_withdrawn: boolean;
  today: string;
  is_there: boolean;
  place: string | null;
  late: boolean | null;
  was_sent: boolean;
  nothing: boolean;
};

export const listFacts = () => rows<Fact>(FACTS);

const count = (facts: Fact[], holds: (fact: Fact) => boolean) => facts.filter(holds).length;

/** How these reports stand, by the names the dashboard gives. */
export const standingsOf = (facts: Fact[]) => ({
  expected: facts.length,
  notStarted: count(facts, ({ status }) => status === "notStarted"),
  draft: count(facts, ({ status }) => status === "draft"),
  awaitingSignOff: count(facts, ({ status }) => status === "awaitingSignOff"),
  submitted: count(facts, ({ status }) => status === "submitted"),
  returned: count(facts, ({ status }) => status === "returned"),
  correcting: count(facts, ({ status }) => status === "correcting"),
  accepted: count(facts, ({ status }) => status === "accepted" || status === "reported"),
  everSent: count(facts, ({ was_sent }) => was_sent),
  onTime: count(facts, ({ was_sent, late }) => was_sent && late === false),
  sentLate: count(facts, ({ was_sent, late }) => was_sent && late === true),
  overdue: count(facts, ({ was_sent, due_on, today }) => !was_sent && due_on < today),
  extended: count(facts, ({ original_due_on }) => original_due_on !== null),
  nothing: count(facts, ({ nothing }) => nothing),
});

/** Deadlines of these reports by kind and day of the plan. */
export const deadlinesOf = (facts: Fact[]) =>
  Object.fromEntries(
    [...Map.groupBy(facts, (fact) => `${fact.original_due_on ?? fact.due_on} ${fact.kind}`)].map(([key, due]) => [
      key,
      {
        owed: due.length,
        unsent: count(due, ({ was_sent }) => !was_sent),
        overdue: standingsOf(due).overdue,
        extended: count(due, ({ was_sent, original_due_on }) => !was_sent && original_due_on !== null),
        sent: standingsOf(due).everSent,
        accepted: standingsOf(due).accepted,
      },
    ]),
  );

/** Sums of the accepted documents by place on the day they were due: “form province kind type indicator option” → “number asked units”. */
export async function sumDocuments(): Promise<Record<string, string>> {
  return keyed(await rows<SumRow>(DOCUMENTS));
}

/** The sums the product keeps; rows that count nobody any more say nothing. */
export async function keptSums(): Promise<Record<string, string>> {
  return keyed(await rows<SumRow>(KEPT));
}

type SumRow = { key: string; number: string; asked: number; units: number };

const keyed = (sums: SumRow[]) =>
  Object.fromEntries(sums.map(({ key, number, asked, units }) => [key, `${Number(number)} ${asked} ${units}`]));

const KEPT = `
  select concat_ws(' ', form_id, place_id, agency_kind, agency_type, indicator_id, option) as key, number, asked, units
  from figure_total where period_id = '2026' and (number <> 0 or asked <> 0 or units <> 0)`;

const DOCUMENTS = `
  with indicator as (
    select f.id as form_id, f.version, i ->> 'id' as id, i ->> 'type' as type
    from report_form f cross join jsonb_array_elements(f.definition -> 'sections') s cross join jsonb_array_elements(s -> 'indicators') i
    where i ->> 'type' in ('count', 'decimal', 'percent', 'boolean', 'choice')
  ), counted as (
    select r.id, r.form_id, r.form_version, v.document, stood.*
    from report r join report_version v on v.id = r.accepted_version_id
    cross join lateral (
      select coalesce(t.province_id, 'VN') as place, t.kind, t.type from agency_term t where t.agency_id = r.agency_id
      order by r.due_on between coalesce(t.valid_from, date '0001-01-01') and coalesce(t.valid_to, date '9999-12-31') desc, coalesce(t.valid_from, date '0001-01-01') desc limit 1
    ) stood
    where r.period_id = '2026' and r.kind = 'own' and r.withdrawn_at is null
  ), told as (
    select c.*, i.id as indicator, case when i.type = 'choice' then c.document -> 'figures' ->> i.id else '' end as option,
      case when i.type = 'choice' then 1 when i.type = 'boolean' then (c.document -> 'figures' ->> i.id)::boolean::int
        else coalesce((c.document -> 'figures' ->> i.id)::numeric, 0) end as number
    from counted c join indicator i on i.form_id = c.form_id and i.version = c.form_version
    where c.document -> 'figures' ? i.id or (c.document -> 'blanks' -> i.id ->> 'reason' = 'none' and i.type in ('count', 'decimal'))
  )
  select concat_ws(' ', form_id, place, kind, type, indicator, option) as key, sum(number) as number, count(*) as asked, count(*) as units
  from told group by 1`;
