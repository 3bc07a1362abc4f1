import type { Metadata } from "next";
import { AwardWorkList } from "#components/awards/award-work";
import { SessionTable } from "#components/councils/session-table";
import { OwnReminders } from "#components/dashboards/reminders/own-reminders";
import { AwaitingExtensions } from "#components/reports/extensions/awaiting-extensions";
import { ReportTable } from "#components/reports/report-table";
import { StateTag } from "#components/reports/state-tag";
import { Empty } from "#components/ui/empty";
import { PageHeader } from "#components/ui/page-header";
import { countAwardWork } from "#lib/awards/nominations/queries";
import { campaignClock, chosenPeriod } from "#lib/campaign/clock";
import { listOwnSessions } from "#lib/councils/queries";
import { listOwnReminders } from "#lib/dashboards/reminders/queries";
import { dayOf, printDay, printRemaining } from "#lib/dates";
import { hasRole, overseeingRoles } from "#lib/identity/actor";
import { requireActor } from "#lib/identity/session";
import { listAwaitingExtensions } from "#lib/reports/extensions/queries";
import { statusLabels } from "#lib/reports/labels";
import { isRecipientRole } from "#lib/reports/policy";
import { countByStatus, listOwnReports, listReports, type OwnReport, type StatusCount } from "#lib/reports/queries";
import { firstUnfinishedHref } from "#lib/reports/sections";
import { printNumber, printShare } from "#lib/text";

export const metadata: Metadata = { title: "Việc cần làm" };

const FIRST_WAITING = 15;

export default async function WorkPage() {
  const actor = await requireActor();
  const clock = await campaignClock();
  const today = dayOf(clock.now);
  const period = chosenPeriod(clock);
  const receives = isRecipientRole(actor);
  const [own, waiting, counts, awards, sessions, reminders, extensions] = await Promise.all([
    listOwnReports(actor),
    receives ? listReports(actor, { period, mine: true }, { offset: 0, limit: FIRST_WAITING }) : [],
    hasRole(actor, ...overseeingRoles) ? countByStatus(actor, { period }) : [],
    countAwardWork(actor),
    listOwnSessions(actor),
    listOwnReminders(actor),
    listAwaitingExtensions(actor),
  ]);
  const toWrite = own.filter(({ status }) => !["accepted", "reported", "submitted"].includes(status));
  const others = own.filter((report) => !toWrite.includes(report));
  return (
    <>
      <PageHeader title="Việc cần làm" facts={`${actor.fullName}, ${actor.agency.name}`} />
      <OwnReminders reminders={reminders} />
      {toWrite.length > 0 && (
        <section className="section" aria-labelledby="to-write">
          <h2 id="to-write">Báo cáo của cơ quan</h2>
          <ul className="work-list">
            {toWrite.map((report) => (
              <WorkItem
                key={report.id}
                report={report}
                today={today}
                maySign={hasRole(actor, "head") && report.agencyId === actor.agency.id}
              />
            ))}
          </ul>
        </section>
      )}
      <AwaitingExtensions extensions={extensions} />
      {receives && (
        <section className="section" aria-labelledby="waiting">
          <h2 id="waiting">Chờ cơ quan tôi tiếp nhận</h2>
          {waiting.length === 0 ? (
            <p>Không có báo cáo nào đang chờ.</p>
          ) : (
            <>
              <ReportTable reports={waiting} today={today} />
              <p>
                <a href={`/reports?period=${period}&mine=1`}>Xem và tiếp nhận tất cả báo cáo đang chờ</a>
              </p>
            </>
          )}
        </section>
      )}
      <AwardWorkList work={awards} />
      {sessions.length > 0 && (
        <section className="section" aria-labelledby="sessions">
          <h2 id="sessions">Phiên họp hội đồng</h2>
          <SessionTable sessions={sessions} />
        </section>
      )}
      {counts.length > 1 && <Overview period={period} counts={counts} />}
      {others.length > 0 && (
        <section className="section" aria-labelledby="done">
          <h2 id="done">Đã gửi</h2>
          <ReportTable reports={others} today={today} yearOf={({ periodId }) => periodId} />
        </section>
      )}
      {own.length === 0 && !receives && counts.length === 0 && sessions.length === 0 && (
        <Empty title="Hiện không có việc nào">
          Cơ quan không có báo cáo phải nộp trong kỳ này. Xem <a href="/plans">kế hoạch</a> hoặc{" "}
          <a href="/agencies">danh mục cơ quan</a>.
        </Empty>
      )}
    </>
  );
}

function WorkItem({ report, today, maySign }: { report: OwnReport; today: string; maySign: boolean }) {
  const isConsolidated = report.kind === "consolidated";
  const act = actOf(report, maySign);
  return (
    <li>
      <div>
        <a href={`/reports/${report.id}`}>
          <b>
            {isConsolidated ? "Báo cáo tổng hợp" : "Báo cáo"} năm {report.periodId} –{" "}
            {isConsolidated ? report.name : report.agencyName}
          </b>
        </a>{" "}
        <StateTag {...report} nothing={report.nothingToReport} />
        <p className="quiet">
          Hạn {printDay(report.dueOn)} ({printRemaining(today, report.dueOn)}). Gửi:{" "}
          {report.recipients.map(({ name }) => name).join(" và ") || "Thủ tướng Chính phủ"}.
          {isConsolidated &&
            ` Đã tiếp nhận ${printNumber(report.accepted)}/${printNumber(report.expected)} đơn vị (${printShare(report.accepted, report.expected)}).`}
        </p>
      </div>
      <a className="btn btn-primary" href={act.href}>
        {act.label}
      </a>
    </li>
  );
}

/** The one next act: to the first empty cell, to the signature, or to the consolidation. */
function actOf({ id, status, kind }: OwnReport, maySign: boolean) {
  if (status === "awaitingSignOff")
    return maySign ? { label: "Xem và ký", href: `/reports/${id}` } : { label: "Xem", href: `/reports/${id}` };
  if (kind === "consolidated")
    return {
      label: status === "notStarted" ? "Bắt đầu tổng hợp" : "Tiếp tục tổng hợp",
      href: `/reports/${id}/consolidation`,
    };
  if (status === "returned") return { label: "Xem lý do và sửa", href: `/reports/${id}` };
  return { label: status === "notStarted" ? "Bắt đầu nhập" : "Nhập tiếp", href: firstUnfinishedHref(id) };
}

function Overview({ period, counts }: { period: string; counts: StatusCount[] }) {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const overdue = counts.reduce((sum, each) => sum + each.overdue, 0);
  return (
    <section className="section" aria-labelledby="overview">
      <h2 id="overview">Tình hình năm {period} trong phạm vi phụ trách</h2>
      <ul className="stats">
        <li>
          <a href={`/reports?period=${period}`}>
            <b className="num">{printNumber(total)}</b> báo cáo phải nộp
          </a>
        </li>
        {byState(counts).map(({ status, count }) => (
          <li key={status}>
            <a href={`/reports?period=${period}&status=${status}`}>
              <b className="num">{printNumber(count)}</b>{" "}
              <span data-shape={statusLabels[status].shape}>{statusLabels[status].word}</span>
            </a>
          </li>
        ))}
        {overdue > 0 && (
          <li>
            <a href={`/reports?period=${period}&late=1`}>
              <b className="num">{printNumber(overdue)}</b> <span data-shape="!">quá hạn chưa gửi</span>
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}

/** In the order of a report's life. */
const byState = (counts: StatusCount[]) =>
  Object.keys(statusLabels).flatMap((status) => counts.filter((count) => count.status === status));
