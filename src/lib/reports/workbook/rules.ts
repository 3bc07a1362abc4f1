import type { ReportKind } from "#generated/prisma/enums";
import { refused } from "#lib/errors";
import type { Binding } from "./binding.ts";

/** The report a file is uploaded to, as far as it is compared with the file's binding. */
export type Target = {
  id: string;
  agencyId: string;
  agencyName: string;
  periodId: string;
  kind: ReportKind;
  formId: string;
  formVersion: number;
};

/** How long an uploaded file waits to be looked at. */
export const UPLOAD_DAYS = 7;

/**
 * A file is taken only where its template comes from.
 * @throws refused naming what the file is and what the open report is
 */
export function refuseOtherFile(
  binding: Binding | "none" | "forged",
  report: Target,
  kind: Binding["kind"],
): asserts binding is Binding {
  const remedy = "Hãy tải mẫu từ trang này, điền rồi tải lên.";
  if (binding === "none")
    throw refused(`Tệp này không phải mẫu tải từ hệ thống nên không biết số liệu là của đơn vị và năm nào. ${remedy}`);
  if (binding === "forged")
    throw refused(`Phần ràng buộc ẩn trong tệp đã bị sửa hoặc ghép từ tệp khác nên không nhận được. ${remedy}`);
  const theirs = `${binding.agencyName} năm ${binding.period}`;
  const ours = `${report.agencyName} năm ${report.periodId}`;
  if (binding.agencyId !== report.agencyId || binding.period !== report.periodId)
    throw refused(`Tệp này là của ${theirs}; báo cáo đang mở là của ${ours}. ${remedy}`);
  if (binding.formId !== report.formId || binding.formVersion !== report.formVersion)
    throw refused(
      `Tệp này theo mẫu biểu ${binding.formId} bản ${binding.formVersion}; báo cáo đang mở theo mẫu biểu ${report.formId} bản ${report.formVersion}. ${remedy}`,
    );
  if (binding.kind !== kind)
    throw refused(
      binding.kind === "units"
        ? `Tệp này là bảng số liệu của nhiều đơn vị thuộc ${theirs}. Hãy tải lên ở mục “Đề xuất số liệu cho các đơn vị”.`
        : `Tệp này là mẫu của một báo cáo (${theirs}), không phải bảng số liệu của nhiều đơn vị. ${remedy}`,
    );
  if (binding.reportId !== report.id)
    throw refused(
      `Tệp này là của một báo cáo khác của ${theirs}; báo cáo đang mở là ${kindWords[report.kind]}. ${remedy}`,
    );
}

const kindWords: Record<ReportKind, string> = { own: "báo cáo của đơn vị", consolidated: "báo cáo tổng hợp" };

/** The name a template is saved under: letters any system takes. */
export const fileNameOf = (what: string, { agencyId, periodId }: { agencyId: string; periodId: string }) =>
  `${what}-${periodId}-${agencyId.replaceAll(/[^\w.-]/g, "_")}.xlsx`;
