import { type Day, dayOf, printDay, printInstant, printRemaining } from "#lib/dates";
import { nextActs } from "#lib/reports/labels";
import type { ListedReport } from "#lib/reports/queries";
import { holderOf } from "#lib/reports/rules";
import { RecipientTag, StateTag } from "./state-tag.tsx";

type Props<Report extends ListedReport> = {
  reports: Report[];
  today: Day;
  /** Name the province beside the unit: for lists over several. */
  showsProvince?: boolean;
  /** Name the year beside the unit: for lists over several. */
  yearOf?: (report: Report) => string;
  /** The value of the box that picks a report for an act on many; null = it cannot be picked. */
  pick?: ((report: ListedReport) => string | null) | undefined;
};

/** Rows of work: what, state, who holds it, since when, due, next act. */
export function ReportTable<Report extends ListedReport>({
  reports,
  today,
  showsProvince = false,
  yearOf,
  pick,
}: Props<Report>) {
  return (
    <div className="table-wrap">
      <table className="table table-dense table-stack">
        <thead>
          <tr>
            {pick && <th scope="col">Chọn</th>}
            <th scope="col">Đơn vị</th>
            <th scope="col">Trạng thái</th>
            <th scope="col">Đang ở</th>
            <th scope="col">Từ ngày</th>
            <th scope="col">Hạn</th>
            <th scope="col">Việc tiếp theo</th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <tr key={report.id}>
              {pick && <td data-label="Chọn">{pickBox(report, pick(report))}</td>}
              <th scope="row">
                <a href={`/reports/${report.id}`}>
                  {report.name}
                  {report.kind === "consolidated" && <span className="quiet"> – tổng hợp</span>}
                  {showsProvince && report.provinceName && <span className="quiet">, {report.provinceName}</span>}
                  {yearOf && <span className="quiet">, năm {yearOf(report)}</span>}
                </a>
              </th>
              <td data-label="Trạng thái">
                <span>
                  <StateTag {...report} nothing={report.nothingToReport} />
                </span>
              </td>
              <td data-label="Đang ở">{holder(report)}</td>
              <td data-label="Từ ngày" className="figures far" title={printInstant(report.statusSince)}>
                {report.status === "notStarted" ? "" : printDay(dayOf(report.statusSince))}
              </td>
              <td data-label="Hạn" className="figures">
                {printDay(report.dueOn)}
                {report.firstSentAt === null && <span className="quiet"> {printRemaining(today, report.dueOn)}</span>}
              </td>
              <td data-label="Việc tiếp theo" className="far">
                {nextActs[report.status][report.kind]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const pickBox = ({ name }: ListedReport, value: string | null) =>
  value && <input type="checkbox" name="reports[]" value={value} aria-label={`Chọn ${name}`} />;

/** While it is with its recipients each is named with its answer; otherwise whoever has it in hand. */
const holder = ({ status, name, recipients }: ListedReport) =>
  status === "submitted" || status === "returned"
    ? recipients.map((recipient) => <RecipientTag key={recipient.agencyId} {...recipient} />)
    : holderOf(status, name, recipients);
