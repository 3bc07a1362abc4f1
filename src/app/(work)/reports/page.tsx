import type { Metadata } from "next";
import { ReportFilters } from "#components/reports/report-filters";
import { ReportTable } from "#components/reports/report-table";
import { CommandForm } from "#components/ui/command-form";
import { DownloadLinks } from "#components/ui/download-links";
import { Empty } from "#components/ui/empty";
import { PageHeader } from "#components/ui/page-header";
import { Pagination } from "#components/ui/pagination";
import { listProvinces } from "#lib/agencies/queries";
import { campaignClock, chosenPeriod } from "#lib/campaign/clock";
import { mayRemind } from "#lib/dashboards/policy";
import { remindAddress } from "#lib/dashboards/reminders/address";
import { dayOf } from "#lib/dates";
import { hasRole, overseeingRoles } from "#lib/identity/actor";
import { requireActor } from "#lib/identity/session";
import { readReportFilter, reportListHref } from "#lib/reports/filters";
import { isRecipientRole } from "#lib/reports/policy";
import { countByStatus, listReports } from "#lib/reports/queries";
import { printNumber } from "#lib/text";

export const metadata: Metadata = { title: "Báo cáo" };

const PAGE_SIZE = 50;

export default async function ReportsPage({ searchParams }: PageProps<"/reports">) {
  const actor = await requireActor();
  const clock = await campaignClock();
  const { now, periods } = clock;
  const filter = readReportFilter(await searchParams, chosenPeriod(clock));
  const looksAtAll = actor.agency.provinceId === null && hasRole(actor, ...overseeingRoles);
  const [counts, reports, provinces] = await Promise.all([
    countByStatus(actor, filter),
    listReports(actor, filter, { offset: (filter.page - 1) * PAGE_SIZE, limit: PAGE_SIZE }),
    looksAtAll ? listProvinces() : [],
  ]);
  const total = counts
    .filter(({ status }) => !filter.status?.length || filter.status.includes(status))
    .reduce((sum, { count }) => sum + count, 0);
  const mayAccept = isRecipientRole(actor);
  const waiting = (report: (typeof reports)[number]) => {
    const own = report.recipients.find(({ agencyId }) => agencyId === actor.agency.id);
    const isOpen =
      (report.status === "submitted" || report.status === "returned") &&
      (own?.state === "waiting" || own?.state === "reviewing");
    return isOpen ? `${report.id}:${report.sentNumber}` : null;
  };
  const canPick = mayAccept && reports.some((report) => waiting(report) !== null);
  const table = (
    <ReportTable reports={reports} today={dayOf(now)} showsProvince={looksAtAll} pick={canPick ? waiting : undefined} />
  );
  return (
    <>
      <PageHeader
        title={`Báo cáo năm ${filter.period}`}
        facts={`${printNumber(total)} báo cáo trong phạm vi của ${actor.agency.name}`}
      />
      <ReportFilters filter={filter} counts={counts} periods={periods} provinces={provinces} mayBeMine={mayAccept} />
      {reports.length === 0 ? (
        <Empty title="Không có báo cáo nào khớp bộ lọc">
          <a href={`/reports?period=${filter.period}`}>Bỏ bộ lọc</a> để xem tất cả báo cáo trong phạm vi.
        </Empty>
      ) : canPick ? (
        <CommandForm
          action="/api/reports/accept"
          confirm={`Tiếp nhận các báo cáo đã chọn thay mặt ${actor.agency.name}?`}
        >
          {table}
          <p className="actions">
            <button type="submit" className="btn btn-primary">
              Tiếp nhận các báo cáo đã chọn
            </button>
          </p>
        </CommandForm>
      ) : (
        table
      )}
      {mayRemind(actor) && total > 0 && (
        <p className="actions">
          <a className="btn" href={remindAddress(reportListHref(filter, {}))}>
            Nhắc các đơn vị trong danh sách
          </a>
        </p>
      )}
      <DownloadLinks action="/api/reports/download" query={reportListHref(filter, {}).split("?")[1] ?? ""} />
      <Pagination
        page={filter.page}
        pageCount={Math.ceil(total / PAGE_SIZE)}
        hrefOf={(page) => reportListHref(filter, { page })}
      />
    </>
  );
}
