import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StateTag } from "#components/reports/state-tag";
import { CommandForm } from "#components/ui/command-form";
import { DownloadLinks } from "#components/ui/download-links";
import { Empty } from "#components/ui/empty";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { printInstant } from "#lib/dates";
import { requireActor } from "#lib/identity/session";
import { type ConsolidationRow, findTotals, listParts, type PartRow } from "#lib/reports/consolidation/queries";
import { printTotal } from "#lib/reports/figure-rows";
import { isEditor } from "#lib/reports/policy";
import { findForm, type ReportRow } from "#lib/reports/queries";
import { writableStatuses } from "#lib/reports/rules";
import { firstUnfinishedHref } from "#lib/reports/sections";
import { printNumber, printShare } from "#lib/text";

export const metadata: Metadata = { title: "Tổng hợp" };

export default async function ConsolidationPage({ params }: PageProps<"/reports/[id]/consolidation">) {
  const actor = await requireActor();
  const found = await findTotals(actor, (await params).id);
  if (!found) notFound();
  const { report, consolidation, totals } = found;
  const [parts, form] = await Promise.all([
    listParts(report, consolidation?.id ?? null),
    findForm(report.formId, report.formVersion),
  ]);
  const writes = isEditor(actor, report) && writableStatuses.includes(report.status);
  return (
    <>
      <PageHeader
        crumbs={[
          { href: `/reports?period=${report.periodId}&kind=consolidated`, label: `Tổng hợp năm ${report.periodId}` },
          { href: `/reports/${report.id}`, label: report.agencyShortName },
        ]}
        title={`Tổng hợp năm ${report.periodId} – ${report.agencyName}`}
        tag={<StateTag status={report.status} late={report.late} isExtended={report.originalDueOn !== null} />}
        facts={
          consolidation
            ? `Tính từ ${printNumber(consolidation.counted)}/${printNumber(consolidation.expected)} đơn vị (${printShare(consolidation.counted, consolidation.expected)}), ${consolidation.personName} tổng hợp lúc ${printInstant(consolidation.at)}.`
            : "Chưa tổng hợp."
        }
      />
      {consolidation && consolidation.outdated > 0 && (
        <Notice tone="care" title="Số liệu đã cũ">
          {consolidation.outdated} đơn vị đã có bản mới được tiếp nhận sau lần tổng hợp này. Tổng hợp lại để tính bản
          mới.
        </Notice>
      )}
      {writes && (
        <ConsolidateForm
          report={report}
          consolidation={consolidation}
          ready={parts.filter(({ acceptedNumber }) => acceptedNumber !== null).length}
          expected={parts.length}
        />
      )}
      <Missing parts={parts} counted={consolidation !== null} />
      <DownloadLinks action={`/api/reports/${report.id}/consolidation/download`} />
      <h2 className="section">Số liệu tổng hợp</h2>
      {totals ? (
        form.sections.map((section) => (
          <section key={section.id} className="section" aria-labelledby={`section-${section.id}`}>
            <h3 id={`section-${section.id}`}>
              <a href={`/reports/${report.id}/sections/${section.id}`}>
                {section.id}. {section.title}
              </a>
            </h3>
            <div className="table-wrap">
              <table className="table grid-figures">
                <thead>
                  <tr>
                    <th scope="col">Chỉ tiêu</th>
                    <th scope="col" className="num">
                      Tổng
                    </th>
                    <th scope="col" className="num">
                      Đơn vị có số liệu
                    </th>
                    <th scope="col">Đơn vị tính</th>
                  </tr>
                </thead>
                <tbody>
                  {section.indicators
                    .filter(({ aggregate }) => aggregate !== "none")
                    .map((indicator) => (
                      <tr key={indicator.id}>
                        <th scope="row">
                          <span className="code">{indicator.id}</span> {indicator.label}
                        </th>
                        <td className="num">
                          <a href={`/reports/${report.id}/consolidation/${indicator.id}`}>
                            {printTotal(indicator, totals)}
                          </a>
                        </td>
                        <td className="num">
                          {indicator.computed
                            ? ""
                            : `${printNumber(Object.values(consolidation?.totals[indicator.id] ?? {}).reduce((sum, { units }) => sum + units, 0))}/${printNumber(consolidation?.expected ?? 0)}`}
                        </td>
                        <td className="text">{indicator.unit}</td>
                      </tr>
                    ))}
                </tbody>
              </table>
            </div>
          </section>
        ))
      ) : (
        <Empty title="Chưa có số liệu tổng hợp">
          {writes
            ? "Bấm Tổng hợp để tính từ các báo cáo đã được tiếp nhận."
            : "Cơ quan chủ trì chưa gửi báo cáo tổng hợp."}
        </Empty>
      )}
    </>
  );
}

function ConsolidateForm({
  report,
  consolidation,
  ready,
  expected,
}: {
  report: ReportRow;
  consolidation: ConsolidationRow | null;
  ready: number;
  expected: number;
}) {
  return (
    <CommandForm action={`/api/reports/${report.id}/consolidation`} className="move">
      <input type="hidden" name="version" value={report.version} />
      <p>
        Hiện có {printNumber(ready)}/{printNumber(expected)} đơn vị đã được tiếp nhận.
      </p>
      <button type="submit" className="btn btn-primary">
        {consolidation ? "Tổng hợp lại" : "Tổng hợp"}
      </button>{" "}
      <a className="btn" href={firstUnfinishedHref(report.id)}>
        Nhập số liệu của cấp tổng hợp, phần lời, tự đánh giá
      </a>
    </CommandForm>
  );
}

/** What is missing from the total, by name: not sent, sent and not accepted; and what is to be known of those counted. */
function Missing({ parts, counted }: { parts: PartRow[]; counted: boolean }) {
  const missing = parts.filter((part) => (counted ? part.countedNumber === null : part.acceptedNumber === null));
  const within = counted ? parts.filter((part) => !missing.includes(part)) : [];
  const lacking = [
    { title: "Chưa gửi", units: missing.filter(({ firstSentAt }) => firstSentAt === null) },
    {
      title: "Đã gửi nhưng chưa được tiếp nhận",
      units: missing.filter(({ firstSentAt, status }) => firstSentAt !== null && status !== "accepted"),
    },
    { title: "Được tiếp nhận sau lần tổng hợp", units: missing.filter(({ status }) => status === "accepted") },
  ];
  const notable = [
    { title: "Gửi muộn", units: within.filter(({ late, isExtended }) => late && !isExtended) },
    { title: "Gửi muộn (đã gia hạn)", units: within.filter(({ late, isExtended }) => late && isExtended) },
    { title: "Gửi đúng hạn đã gia hạn", units: within.filter(({ late, isExtended }) => !late && isExtended) },
    { title: "Báo cáo không phát sinh", units: within.filter(({ nothingToReport }) => nothingToReport) },
  ];
  return (
    <>
      {missing.length === 0 && <p>Đủ tất cả đơn vị.</p>}
      <Units heading="Còn thiếu" groups={lacking} />
      <Units heading="Trong số đã tính" groups={notable} />
    </>
  );
}

function Units({ heading, groups }: { heading: string; groups: { title: string; units: PartRow[] }[] }) {
  const shown = groups.filter(({ units }) => units.length > 0);
  if (shown.length === 0) return null;
  return (
    <section className="section">
      <h2>{heading}</h2>
      {shown.map(({ title, units }) => (
        <details key={title} open={units.length <= 12}>
          <summary>
            {title}: <b className="num">{printNumber(units.length)}</b> đơn vị
          </summary>
          <ul className="names">
            {units.map(({ reportId, name, status, nothingToReport }) => (
              <li key={reportId}>
                <a href={`/reports/${reportId}`}>{name}</a> <StateTag status={status} nothing={nothingToReport} />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
