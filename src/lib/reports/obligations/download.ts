import "server-only";
import { listPeriods } from "#lib/agencies/queries";
import { lastWorkingDay, printDay } from "#lib/dates";
import type { FoundList, ListRequest } from "#lib/list-route";
import { printRecipients, printReporters } from "#lib/reports/obligations/labels";
import { obligationScope } from "#lib/reports/obligations/policy";
import { listDutiesInForce, listHolidays, listProvincesOnDefault } from "#lib/reports/obligations/queries";
import { tierOf } from "#lib/reports/obligations/rules";
import { oneBatch } from "#lib/sheets/writing/list";

/** The duties of a period as the page of obligations shows them. */
export async function dutyList({ actor, query }: ListRequest): Promise<FoundList> {
  const scope = obligationScope(actor);
  const periods = await listPeriods();
  const chosen = periods.find(({ id }) => id === (query.get("period") ?? periods[0]?.id));
  if (!scope || !chosen) return null;
  const period = { ...chosen, year: Number(chosen.id) };
  const [inForce, provinces, holidays] = await Promise.all([
    listDutiesInForce(period, scope),
    listProvincesOnDefault(period, scope),
    listHolidays(period.year),
  ]);
  const duties = inForce
    .filter(({ isDefault }) => !isDefault || provinces.length > 0)
    .sort((a, b) => tierOf(a) - tierOf(b));
  return {
    fileName: `nghia-vu-bao-cao-${period.id}`,
    title: `Nghĩa vụ báo cáo năm ${period.id}`,
    filters: [`năm ${period.id}`, scope === "/VN/" ? "cả nước" : `phạm vi của ${actor.agency.name}`],
    columns: [
      { head: "Nhiệm vụ báo cáo", width: 44 },
      { head: "Ai báo cáo", width: 40 },
      { head: "Nơi nhận", width: 40 },
      { head: "Mở nhập", width: 12 },
      { head: "Ngày cuối đúng hạn", width: 14 },
      { head: "Câu chữ của văn bản", width: 34 },
      { head: "Ngày làm việc cuối", width: 14 },
      { head: "Số báo cáo", width: 11 },
      { head: "Căn cứ", width: 44 },
    ],
    batches: oneBatch(
      duties.map((duty) => [
        duty.isDefault ? `${duty.name} (mặc định – tỉnh chưa nhập kế hoạch)` : duty.name,
        printReporters(duty),
        printRecipients(duty),
        printDay(duty.opensOn),
        printDay(duty.dueOn),
        duty.wording,
        printDay(lastWorkingDay(duty.dueOn, holidays)),
        duty.reports,
        duty.source,
      ]),
    ),
  };
}
