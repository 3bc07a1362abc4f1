import "server-only";
import type { PoolClient } from "pg";
import { recordAudit } from "#lib/audit";
import { type Day, printDay } from "#lib/dates";
import { row, rows, transaction } from "#lib/db";
import { authorize, conflict, notFound, refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { mayChangeDuty, obligationScope } from "#lib/reports/obligations/policy";
import { findPeriod, listTimedDuties, type Period } from "#lib/reports/obligations/queries";
import { beganBefore, dutyIdFrom, refuseDueOrder, type TimedDuty, yearlyDates } from "#lib/reports/obligations/rules";
import type { ChangeDuty, EnterProvinceDuty } from "#lib/reports/obligations/schema";

type Duty = TimedDuty & {
  opensMonth: number;
  opensDay: number;
  wording: string;
  source: string;
  effectiveFrom: Day;
  version: number;
};

/**
 * Gives a duty other dates from a period on; earlier periods keep the old ones. Reports change only when applied.
 * @throws refused when a lower duty would fall due after the upper one; conflict when the duty has moved on.
 */
export async function changeDuty(
  actor: Actor,
  { dutyId, periodId, version, wording, source, ...days }: ChangeDuty,
): Promise<Period> {
  return transaction(async (tx) => {
    const period = await openPeriod(tx, periodId);
    const duty = await findDuty(tx, dutyId);
    if (!duty || !reaches(actor, duty.scopePath)) throw notFound("nghĩa vụ báo cáo");
    authorize(mayChangeDuty(actor, duty.scopePath));
    if (duty.version !== version) throw conflict();

    const dates = yearlyDates(period.year, days);
    const others = (await listTimedDuties(period, tx)).filter(({ id }) => id !== dutyId);
    refuseDueOrder([...others, { ...duty, ...dates }], period.year, dutyId);

    const id = await saveDates(tx, duty, period.year, { ...dates, wording, source });
    const before = {
      opensMonth: duty.opensMonth,
      opensDay: duty.opensDay,
      dueMonth: duty.dueMonth,
      dueDay: duty.dueDay,
      wording: duty.wording,
      source: duty.source,
    };
    await recordAudit(tx, {
      actor,
      action: "reportingDuty.change",
      subject: { type: "reportingDuty", id, path: duty.scopePath },
      note: source,
      detail: { period: periodId, from: { id: dutyId, ...before }, to: { id, ...dates, wording, source } },
    });
    return period;
  });
}

/**
 * A province's own date for its communes, in place of the default.
 * @throws refused when the province has one already, or it would fall due after the province's own report.
 */
export async function enterProvinceDuty(
  actor: Actor,
  { provinceId, periodId, wording, source, ...days }: EnterProvinceDuty,
): Promise<Period> {
  return transaction(async (tx) => {
    const period = await openPeriod(tx, periodId);
    const province = await findProvince(tx, provinceId, period.year);
    if (!province || !reaches(actor, province.path)) throw notFound("tỉnh, thành phố");
    authorize(mayChangeDuty(actor, province.path));

    const dates = yearlyDates(period.year, days);
    const duties = await listTimedDuties(period, tx);
    if (duties.some((duty) => duty.scopePath === province.path && duty.reporterKinds.includes("commune"))) {
      throw refused(`${province.name} đã có hạn riêng cho cấp xã trong kỳ ${period.name}. Hãy sửa hạn đó.`);
    }
    const name = `Báo cáo năm của xã, phường, đặc khu thuộc ${province.name}`;
    const entered: TimedDuty = {
      id: `co-so-${provinceId}-tu-${period.year}`,
      name,
      reporterKinds: ["commune"],
      reportKind: "own",
      scopePath: province.path,
      ...dates,
    };
    refuseDueOrder([...duties, entered], period.year, entered.id);

    await insertFromDefault(tx, entered, period.year, { ...dates, wording, source });
    await recordAudit(tx, {
      actor,
      action: "reportingDuty.enter",
      subject: { type: "reportingDuty", id: entered.id, path: province.path },
      note: source,
      detail: { period: periodId, ...dates, wording, source },
    });
    return period;
  });
}

const reaches = (actor: Actor, scopePath: string) => {
  const scope = obligationScope(actor);
  return scope !== null && (scopePath.startsWith(scope) || scope.startsWith(scopePath));
};

/** Duties and obligations are changed one after the other. @throws refused for a period that is over. */
async function openPeriod(tx: PoolClient, periodId: string): Promise<Period> {
  await tx.query("select pg_advisory_xact_lock(hashtext('obligations'))");
  const period = await findPeriod(periodId, tx);
  if (!period) throw notFound("kỳ báo cáo");
  const over = await row<{ endsOn: Day }>(
    `select ends_on as "endsOn" from reporting_period where id = $1 and ends_on < campaign_today()`,
    [periodId],
    tx,
  );
  if (over)
    throw refused(
      `Kỳ ${period.name} đã kết thúc ngày ${printDay(over.endsOn)} nên hạn của kỳ này không sửa được nữa. Hãy chọn kỳ sau.`,
    );
  return period;
}

const findDuty = (tx: PoolClient, dutyId: string) =>
  row<Duty>(
    `select id, name, reporter_kinds::text[] as "reporterKinds", report_kind as "reportKind", scope_path as "scopePath", opens_month as "opensMonth", opens_day as "opensDay",
       due_month as "dueMonth", due_day as "dueDay", wording, source, effective_from as "effectiveFrom", version
     from reporting_duty where id = $1 for update`,
    [dutyId],
    tx,
  );

const findProvince = (tx: PoolClient, provinceId: string, year: number) =>
  row<{ name: string; path: string }>(
    "select short_name as name, path from agency_on(make_date($2, 12, 31)) where agency_id = $1 and kind = 'province'",
    [provinceId, year],
    tx,
  );

type SavedDates = ReturnType<typeof yearlyDates> & { wording: string; source: string };

/** In place when the duty began in that year; otherwise the old one ends and a new one goes on. Returns the id that holds the dates. */
async function saveDates(tx: PoolClient, duty: Duty, year: number, dates: SavedDates): Promise<string> {
  const values = [dates.opensMonth, dates.opensDay, dates.dueMonth, dates.dueDay, dates.wording, dates.source];
  if (!beganBefore(year, duty.effectiveFrom)) {
    await rows(
      `update reporting_duty set opens_month = $2, opens_day = $3, due_month = $4, due_day = $5, wording = $6, source = $7, version = version + 1 where id = $1`,
      [duty.id, ...values],
      tx,
    );
    return duty.id;
  }
  const id = dutyIdFrom(duty.id, year);
  await rows(
    `insert into reporting_duty (id, plan_id, name, reporter_kinds, scope_path, excluded_ids, report_kind, recipients, form_id,
       opens_month, opens_day, due_month, due_day, wording, source, is_default, note, effective_from, effective_to)
     select $8, plan_id, name, reporter_kinds, scope_path, excluded_ids, report_kind, recipients, form_id,
       $2, $3, $4, $5, $6, $7, is_default, note, make_date($9, 1, 1), effective_to
     from reporting_duty where id = $1`,
    [duty.id, ...values, id, year],
    tx,
  );
  await rows(
    "update reporting_duty set effective_to = make_date($2 - 1, 12, 31), version = version + 1 where id = $1",
    [duty.id, year],
    tx,
  );
  return id;
}

async function insertFromDefault(tx: PoolClient, { id, name, scopePath }: TimedDuty, year: number, dates: SavedDates) {
  const inserted = await rows(
    `insert into reporting_duty (id, plan_id, name, reporter_kinds, scope_path, report_kind, recipients, form_id,
       opens_month, opens_day, due_month, due_day, wording, source, note, effective_from)
     select $1, plan_id, $2, array['commune']::agency_kind[], $3, report_kind, recipients, form_id, $4, $5, $6, $7, $8, $9, $10, make_date($11, 1, 1)
     from reporting_duty
     where is_default and scope_path = '/VN/' and 'commune' = any (reporter_kinds) and effective_from <= make_date($11, 12, 31)
     order by effective_from desc limit 1
     returning id`,
    [
      id,
      name,
      scopePath,
      dates.opensMonth,
      dates.opensDay,
      dates.dueMonth,
      dates.dueDay,
      dates.wording,
      dates.source,
      enteredNote,
      year,
    ],
    tx,
  );
  if (inserted.length === 0)
    throw refused("Chưa có nghĩa vụ mặc định cho cấp xã để lấy mẫu báo cáo và nơi nhận. Hãy nạp lại dữ liệu gốc.");
}

const enteredNote = "Hạn do cơ quan thường trực của tỉnh nhập theo văn bản của tỉnh; toàn văn kế hoạch chưa được nhập.";
