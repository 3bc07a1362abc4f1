import { type FormDefinition, type Indicator, isFigureRow } from "#lib/reports/form";
import { rowsOf } from "../figures/rules.ts";
import type { Member } from "./dimensions.ts";

/** The form the reports of a period are made under. */
export type PeriodForm = { periodId: string; formId: string; form: FormDefinition };

/** An indicator a pivot can show. `differs`: it is not asked in the same way in all these years. */
export type Asked = { indicator: Indicator; sectionId: string; differs: boolean };

export type AskedSection = {
  id: string;
  title: string;
  asked: Asked[] /** labels of words and dates */;
  untold: string[];
};

/** One member of the dimension of indicators: an indicator, or one answer of a choice. */
export type Line = Member & Asked & { option: string };

/** Numbers, yes/no, choices and ratios; words and dates are read in the report itself. */
const isTold = (indicator: Indicator) => isFigureRow(indicator) || indicator.aggregate === "ratio";

/** The sections of these forms, as the newest has them; indicators of older ones follow. `forms`: the newest first. */
export function askedSections(forms: PeriodForm[]): AskedSection[] {
  const sections = new Map<string, AskedSection>();
  const seen = new Map<string, Asked & { told: string }>();
  for (const { formId, form } of forms)
    for (const { id, title, indicators } of form.sections)
      for (const indicator of indicators) {
        const section = sections.get(id) ?? { id, title, asked: [], untold: [] };
        sections.set(id, section);
        learn(section, seen, indicator, formId);
      }
  return [...sections.values()];
}

function learn(
  section: AskedSection,
  seen: Map<string, Asked & { told: string }>,
  indicator: Indicator,
  formId: string,
) {
  if (!isTold(indicator)) {
    if (!section.untold.includes(indicator.id)) section.untold.push(indicator.id);
    return;
  }
  const told = meaningOf(indicator, formId);
  const known = seen.get(indicator.id);
  if (known) {
    known.differs ||= known.told !== told;
    return;
  }
  const asked = { indicator, sectionId: section.id, differs: false, told };
  seen.set(indicator.id, asked);
  section.asked.push(asked);
}

/** What must be the same for figures of two forms to be one indicator. */
const meaningOf = ({ label, unit, type, aggregate, numerator, denominator, options }: Indicator, formId: string) =>
  JSON.stringify([formId, label, unit, type, aggregate, numerator, denominator, options]);

/** The lines of chosen indicators: a choice has one for each of its answers. */
export const linesOf = (chosen: Asked[]): Line[] =>
  chosen.flatMap(({ indicator, sectionId, differs }) => {
    const { id, label } = indicator;
    const asked = { indicator, sectionId, differs };
    if (indicator.type !== "choice")
      return [{ ...asked, id, option: "", name: `${id}. ${label}`, hint: unitWord(indicator) }];
    return (indicator.options ?? []).map((option) => ({
      ...asked,
      id: `${id}:${option}`,
      option,
      name: `${id}. ${label}: ${option}`,
      hint: "(đơn vị chọn / đã trả lời)",
    }));
  });

function unitWord({ type, unit }: Indicator): string | undefined {
  if (type === "boolean") return "(đơn vị trả lời Có / đã trả lời)";
  return unit ? `(${unit})` : undefined;
}

/** Indicators whose sums the lines need: a ratio needs its two counts. */
export const neededIndicators = (lines: Line[]): string[] => [
  ...new Set(lines.flatMap(({ indicator }) => rowsOf(indicator))),
];
