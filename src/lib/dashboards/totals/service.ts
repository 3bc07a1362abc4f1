import "server-only";
import { row, rows, transaction } from "#lib/db";

export type TotalsCheck = { periodId: string; wrong: number; doubtful: number; sample: object[] };

/**
 * Compares the kept sums of every period, and what is kept of the quality of its reports, with a recount, puts them right and
 * records what it found. May run at any time, and twice.
 * Facts kept on a report beside its state are checked too; a contradiction there is reported, not repaired.
 */
export async function checkTotals(): Promise<TotalsCheck[]> {
  const periods = await rows<{ id: string }>("select id from reporting_period order by id");
  const checks: TotalsCheck[] = [];
  for (const { id } of periods) checks.push(await checkPeriod(id)); // a handful of years: each in a transaction of its own
  return checks;
}

const checkPeriod = (periodId: string) =>
  transaction(async (tx) => {
    await tx.query("set local statement_timeout = '5min'");
    const wrongOnes = await rows<object>(DIFFERENCES, [periodId], tx);
    const repaired = await row<{ wrong: number }>("select repair_figure_totals($1) as wrong", [periodId], tx);
    const judged = await row<{ wrong: number }>("select repair_quality($1) as wrong", [periodId], tx);
    const doubtful = await rows<object>(CONTRADICTIONS, [periodId], tx);
    const check = {
      periodId,
      wrong: (repaired?.wrong ?? 0) + (judged?.wrong ?? 0),
      doubtful: doubtful.length,
      sample: [...wrongOnes.slice(0, 20), ...doubtful.slice(0, 20)],
    };
    await rows(
      `insert into totals_check (period_id, wrong, doubtful, sample, seconds) values ($1, $2, $3, $4, extract(epoch from clock_timestamp() - now()))`,
      [periodId, check.wrong, check.doubtful, JSON.stringify(check.sample)],
      tx,
    );
    return check;
  });

const DIFFERENCES = `
  select indicator_id as "indicatorId", option, place_id as "placeId", agency_type as "agencyType", k.number as kept, n.number as right
  from (select * from figure_total where period_id = $1 and units <> 0) k
  full join recount_figures($1) n using (period_id, form_id, indicator_id, option, place_id, agency_kind, agency_type)
  where (k.number, k.asked, k.units) is distinct from (n.number, n.asked, n.units) limit 20`;

const CONTRADICTIONS = `
  select r.id as "reportId", doubt.fact from report r
  left join report_version sent on sent.id = r.sent_version_id
  cross join lateral (values
    ('accepted without the instant of its first acceptance', r.accepted_version_id is not null and r.first_accepted_at is null),
    ('sent without the instant of its first sending', r.sent_version_id is not null and (r.first_sent_at is null or r.late is null)),
    ('extended to a day not after the first', r.original_due_on >= r.due_on),
    ('marked as nothing to report against what was sent', sent.id is not null and r.nothing_to_report <> (sent.document ? 'statement'))
  ) doubt (fact, holds)
  where r.period_id = $1 and doubt.holds limit 1000`;
