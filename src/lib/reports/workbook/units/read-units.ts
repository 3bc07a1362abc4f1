import type { ReportStatus } from "#generated/prisma/enums";
import type { ReadWorkbook } from "#lib/sheets/workbook";
import { fold } from "#lib/text";
import type { FigureValue } from "../../document.ts";
import type { FormDefinition } from "../../form.ts";
import { statusLabels } from "../../labels.ts";
import { writableStatuses } from "../../rules.ts";
import { readFigure } from "../cell-values.ts";
import { UNITS_SHEET, unitColumns } from "../layout.ts";
import { type FileProblem, findSheet, rowReader } from "../read-report.ts";
import { unitIndicators } from "./template.ts";

export type UnitReport = { reportId: string; agencyId: string; name: string; status: ReportStatus };

/** What a file says of many units: figures by unit, and what cannot be taken. */
export type FilledUnits = {
  units: { reportId: string; agencyId: string; name: string; figures: Record<string, FigureValue> }[];
  problems: FileProblem[];
};

/** Reads one row for each unit. A row whose code and name do not belong together is nobody's. */
export function readUnits(workbook: ReadWorkbook, form: FormDefinition, units: UnitReport[]): FilledUnits {
  const file: FilledUnits = { units: [], problems: [] };
  const indicators = unitIndicators(form);
  const heads = { ...unitColumns, ...Object.fromEntries(indicators.map(({ id }) => [id, id])) };
  const found = findSheet(workbook, UNITS_SHEET, heads, { edits: [], problems: file.problems });
  if (!found) return file;
  const { sheet, columns, rowOf } = found;
  const reader = rowReader(sheet, { edits: [], problems: file.problems });
  for (const [code, [row]] of rowOf)
    if (units.every(({ agencyId }) => agencyId !== code))
      reader.tell(
        `${columns.code}${row}`,
        null,
        code,
        "mã phải là của một đơn vị gửi báo cáo lên đây",
        "Không sửa cột mã đơn vị; chép số liệu vào mẫu mới tải về.",
      );
  for (const unit of units) {
    const [row, second] = rowOf.get(unit.agencyId) ?? [];
    if (row === undefined) continue;
    if (second !== undefined) {
      reader.tell(
        `${columns.code}${second}`,
        null,
        unit.agencyId,
        "mỗi đơn vị chỉ có một dòng",
        "Xóa dòng thừa rồi tải lên lại.",
      );
      continue;
    }
    const name = sheet.cells[`${columns.name}${row}`]?.value ?? "";
    if (fold(name) !== fold(unit.name)) {
      reader.tell(
        `${columns.name}${row}`,
        null,
        name,
        `mã ${unit.agencyId} là của ${unit.name}`,
        "Mã và tên phải cùng một dòng như trong mẫu; có thể dòng đã bị sắp xếp lệch.",
      );
      continue;
    }
    const figures: Record<string, FigureValue> = {};
    for (const indicator of indicators) {
      const reading = reader.take(`${columns[indicator.id]}${row}`, indicator.id, (cell) =>
        readFigure(indicator, cell),
      );
      if (reading && reading.value !== null) figures[indicator.id] = reading.value;
    }
    if (Object.keys(figures).length === 0) continue;
    if (writableStatuses.includes(unit.status)) file.units.push({ ...unit, figures });
    else
      reader.tell(
        `${columns.code}${row}`,
        null,
        unit.name,
        `báo cáo của đơn vị đang ở trạng thái “${statusLabels[unit.status].word}” nên không nhận đề xuất`,
        "Muốn sửa, nơi nhận trả lại báo cáo cho đơn vị trước.",
      );
  }
  return file;
}
