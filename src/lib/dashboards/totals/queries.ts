import "server-only";
import { rows } from "#lib/db";

/** The latest comparison of every period, for who looks after the system. */
export const listLastChecks = () =>
  rows<{ periodId: string; at: Date; wrong: number; doubtful: number }>(
    `select distinct on (period_id) period_id as "periodId", at, wrong, doubtful from totals_check order by period_id, id desc`,
  );
