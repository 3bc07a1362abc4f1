import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DownloadLinks } from "#components/ui/download-links";
import { Empty } from "#components/ui/empty";
import { PageHeader } from "#components/ui/page-header";
import { requireActor } from "#lib/identity/session";
import { findConsolidation, listPartFigures } from "#lib/reports/consolidation/queries";
import { printTotal } from "#lib/reports/figure-rows";
import { allIndicators, sectionOf } from "#lib/reports/form";
import { maySeeDraft } from "#lib/reports/policy";
import { findChecked, findReport, findVersion } from "#lib/reports/queries";
import { partValues } from "#lib/reports/totals";
import { printNumber } from "#lib/text";

export const metadata: Metadata = { title: "Số liệu theo đơn vị" };

/** One figure in its parts: a click leads one level down, to the unit's own parts or to its cell. */
export default async function PartsPage({
  params,
  searchParams,
}: PageProps<"/reports/[id]/consolidation/[indicatorId]">) {
  const actor = await requireActor();
  const { id, indicatorId } = await params;
  const report = await findReport(actor, id);
  if (report?.kind !== "consolidated") notFound();
  const asked = Number([(await searchParams).version].flat()[0]) || null;
  const [{ form }, sent] = await Promise.all([findChecked(report), findVersion(report, asked)]);
  const indicator = allIndicators(form).find((each) => each.id === indicatorId);
  const section = sectionOf(form, indicatorId);
  if (!indicator || !section) notFound();
  const consolidationId =
    asked === null && maySeeDraft(actor, report) ? report.consolidationId : (sent?.consolidationId ?? null);
  const ids = indicator.type === "ratio" ? [indicator.numerator ?? "", indicator.denominator ?? ""] : [indicatorId];
  const [consolidation, figures] = await Promise.all([
    findConsolidation(consolidationId),
    consolidationId ? listPartFigures(consolidationId, ids) : [],
  ]);
  const document = consolidationId === sent?.consolidationId ? sent?.document : undefined;
  const parts = partValues(indicator, figures);
  return (
    <>
      <PageHeader
        crumbs={[
          { href: `/reports/${id}`, label: report.agencyShortName },
          { href: `/reports/${id}/consolidation`, label: `Tổng hợp năm ${report.periodId}` },
        ]}
        title={`${indicator.id} ${indicator.label}`}
        facts={
          consolidation
            ? `Từ các đơn vị: ${printTotal(indicator, consolidation.totals)} ${indicator.unit}, tính từ ${printNumber(consolidation.counted)}/${printNumber(consolidation.expected)} đơn vị.`
            : undefined
        }
      />
      {document?.totals && (
        <p>
          Tổng trong báo cáo đã gửi: <b className="num">{printTotal(indicator, document.totals)}</b> {indicator.unit}
          {document.figures[indicatorId] !== undefined &&
            `, gồm số của cấp tổng hợp: ${String(document.figures[indicatorId])}`}
          {document.adjustments[indicatorId] &&
            `, điều chỉnh ${document.adjustments[indicatorId]?.by} (lý do: ${document.adjustments[indicatorId]?.reason})`}
          .
        </p>
      )}
      {parts.length === 0 ? (
        <Empty title="Chưa có đơn vị nào được tính">Tổng hợp báo cáo trước rồi xem số liệu theo đơn vị.</Empty>
      ) : (
        <>
          <DownloadLinks
            action={`/api/reports/${id}/consolidation/${indicatorId}/download`}
            query={asked ? `version=${asked}` : ""}
          />
          <div className="table-wrap">
            <table className="table table-stack">
              <thead>
                <tr>
                  <th scope="col">Đơn vị</th>
                  <th scope="col" className="num">
                    {indicator.unit || "Giá trị"}
                  </th>
                  <th scope="col">Người nhập</th>
                  <th scope="col">Người ký</th>
                  <th scope="col">Bản được tính</th>
                </tr>
              </thead>
              <tbody>
                {parts.map(({ part, text }) => (
                  <tr key={part.reportId}>
                    <th scope="row">{part.name}</th>
                    <td className="num" data-label="Giá trị">
                      <a
                        href={
                          part.kind === "consolidated"
                            ? `/reports/${part.reportId}/consolidation/${indicatorId}?version=${part.versionNumber}`
                            : `/reports/${part.reportId}/sections/${section.id}?version=${part.versionNumber}#${indicatorId}`
                        }
                      >
                        {text}
                      </a>
                    </td>
                    <td data-label="Người nhập">{part.enteredByName ?? "–"}</td>
                    <td data-label="Người ký">{part.signedByName}</td>
                    <td data-label="Bản được tính">Bản {part.versionNumber}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  );
}
