import { refused } from "#lib/errors";
import type { Checked } from "./checks.ts";
import { type Blank, type ReportDocument, readDocument } from "./document.ts";
import { blankReasons, enteredIndicators } from "./form.ts";

/** The sentence that is signed. */
export const statementOf = (agencyName: string, periodId: string) =>
  `${agencyName} báo cáo: trong kỳ báo cáo năm ${periodId} không phát sinh số liệu thuộc nội dung của mẫu báo cáo.`;

/** Cells that say that something occurred. */
export const cellsTold = ({ form, unit, document }: Pick<Checked, "form" | "unit" | "document">) =>
  form.sections
    .flatMap((section) => enteredIndicators(section, unit))
    .filter(({ id }) => ![undefined, 0, "0", false].includes(document.figures[id] as undefined));

/** A report that says so in one sentence must not have said otherwise. @throws refused naming the cells that do */
export function checkNothing(checked: Checked) {
  const told = cellsTold(checked);
  if (told.length === 0) return;
  throw refused(
    `Báo cáo đã có ${told.length} ô có giá trị nên không thể báo cáo “không phát sinh”. Hãy xóa các ô đó, hoặc gửi báo cáo thường.`,
    told.map(({ id, label }) => ({ field: `figures.${id}`, message: `Ô ${id} “${label}”: đang có giá trị.` })),
  );
}

/** What the signed statement stands for: nothing occurred in every cell that counts something. */
export function nothingDocument({ form, unit }: Pick<Checked, "form" | "unit">, statement: string): ReportDocument {
  const blanks = form.sections
    .flatMap((section) => enteredIndicators(section, unit))
    .filter((indicator) => blankReasons(indicator).includes("none"))
    .map(({ id }): [string, Blank] => [id, { reason: "none" }]);
  return { ...readDocument({}), blanks: Object.fromEntries(blanks), statement };
}
