import "server-only";
import { printInstant } from "#lib/dates";
import type { FoundList, ListRequest } from "#lib/list-route";
import { oneBatch } from "#lib/sheets/writing/list";
import { allIndicators } from "../form.ts";
import { printTimeliness, statusLabels } from "../labels.ts";
import { maySeeDraft } from "../policy.ts";
import { findForm, findReport, findVersion } from "../queries.ts";
import { partValues } from "../totals.ts";
import { findTotals, listPartFigures, listParts } from "./queries.ts";

/** Every unit a consolidated report should be made of, with the version that was counted. */
export async function partList({ actor, params }: ListRequest): Promise<FoundList> {
  const found = await findTotals(actor, params.id ?? "");
  if (!found) return null;
  const { report, consolidation } = found;
  const parts = await listParts(report, consolidation?.id ?? null);
  return {
    fileName: `don-vi-tong-hop-${report.periodId}-${report.agencyId.replaceAll(/[^\w.-]/g, "_")}`,
    title: `Đơn vị trong tổng hợp năm ${report.periodId} – ${report.agencyName}`,
    filters: [consolidation ? `tổng hợp lúc ${printInstant(consolidation.at)}` : "chưa tổng hợp"],
    columns: [
      { head: "Đơn vị", width: 36 },
      { head: "Loại báo cáo", width: 14 },
      { head: "Trạng thái", width: 18 },
      { head: "Gửi lần đầu", width: 18 },
      { head: "Đúng hạn", width: 12 },
      { head: "Bản được tiếp nhận", width: 12 },
      { head: "Bản được tính", width: 12 },
    ],
    batches: oneBatch(
      parts.map((part) => [
        part.name,
        part.kind === "consolidated" ? "Tổng hợp" : "Của đơn vị",
        statusLabels[part.status].word,
        part.firstSentAt && printInstant(part.firstSentAt),
        printTimeliness(part),
        part.acceptedNumber,
        part.countedNumber,
      ]),
    ),
  };
}

/** One figure in each of the units that were counted, with who entered and who signed it. */
export async function partFigureList({ actor, params, query }: ListRequest): Promise<FoundList> {
  const report = await findReport(actor, params.id ?? "");
  if (report?.kind !== "consolidated") return null;
  const asked = Number(query.get("version")) || null;
  const [form, sent] = await Promise.all([findForm(report.formId, report.formVersion), findVersion(report, asked)]);
  const indicator = allIndicators(form).find(({ id }) => id === params.indicatorId);
  if (!indicator) return null;
  const consolidationId =
    asked === null && maySeeDraft(actor, report) ? report.consolidationId : (sent?.consolidationId ?? null);
  const ids = indicator.type === "ratio" ? [indicator.numerator ?? "", indicator.denominator ?? ""] : [indicator.id];
  const figures = consolidationId ? await listPartFigures(consolidationId, ids) : [];
  const isPlain = indicator.aggregate === "sum";
  return {
    fileName: `so-lieu-${indicator.id}-${report.periodId}-${report.agencyId.replaceAll(/[^\w.-]/g, "_")}`,
    title: `${indicator.id} ${indicator.label} – ${report.agencyName} năm ${report.periodId}`,
    filters: [asked === null ? "lần tổng hợp mới nhất" : `bản đã gửi số ${asked}`],
    holdsPeople: `Số liệu ${indicator.id} theo đơn vị`,
    columns: [
      { head: "Đơn vị", width: 36 },
      { head: indicator.unit || "Giá trị", width: 18 },
      { head: "Người nhập", width: 26 },
      { head: "Người ký", width: 26 },
      { head: "Bản được tính", width: 12 },
    ],
    batches: oneBatch(
      partValues(indicator, figures).map(({ part, text }) => [
        part.name,
        isPlain && part.number !== null ? Number(part.number) : text,
        part.enteredByName,
        part.signedByName,
        part.versionNumber,
      ]),
    ),
  };
}
