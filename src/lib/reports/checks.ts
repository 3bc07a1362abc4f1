import type { FieldProblem } from "#lib/errors";
import type { ReportDocument } from "./document.ts";
import {
  ASSESSMENT,
  enteredIndicators,
  type FormDefinition,
  type Indicator,
  indicatorsById,
  NARRATIVES,
  type UnitKind,
} from "./form.ts";
import { printValue } from "./values.ts";

export type Check = FieldProblem & { sectionId: string };

/** What a report is checked against. A consolidated one need not have own figures: its parts give them. */
export type Checked = {
  form: FormDefinition;
  unit: UnitKind;
  isConsolidated: boolean;
  criteriaIds: string[];
  document: ReportDocument;
};

/** Everything that blocks sending: each names the cell, the value, the rule and what would be right. */
export const blockingProblems = (checked: Checked): Check[] => [
  ...figureProblems(checked),
  ...narrativeProblems(checked),
  ...assessmentProblems(checked),
];

function figureProblems({ form, unit, isConsolidated, document }: Checked): Check[] {
  const known = indicatorsById(form);
  return form.sections.flatMap((section) =>
    enteredIndicators(section, unit).flatMap((indicator) => {
      const messages = [
        isConsolidated ? null : missing(indicator, document, known),
        tooLarge(indicator, document, known),
      ];
      return messages
        .filter((message) => message !== null)
        .map((message) => ({ sectionId: section.id, field: `figures.${indicator.id}`, message }));
    }),
  );
}

function missing(indicator: Indicator, { figures }: ReportDocument, known: Map<string, Indicator>): string | null {
  if (figures[indicator.id] !== undefined) return null;
  const name = `Ô ${indicator.id} “${indicator.label}”`;
  if (indicator.required) return `${name}: chưa có giá trị; đây là ô bắt buộc.`;
  if (!indicator.requiredIf || figures[indicator.requiredIf] !== true) return null;
  return `${name}: chưa có giá trị; bắt buộc vì ô ${indicator.requiredIf} “${known.get(indicator.requiredIf)?.label}” trả lời Có.`;
}

function tooLarge(indicator: Indicator, { figures }: ReportDocument, known: Map<string, Indicator>): string | null {
  const value = figures[indicator.id];
  if (value === undefined || indicator.max === undefined) return null;
  const limit = limitOf(indicator.max, figures);
  if (limit === null || Number(value) <= limit.value) return null;
  const parts = limit.ids.map((id) => `${id} “${known.get(id)?.label}”`).join(" + ");
  return `Ô ${indicator.id} “${indicator.label}”: giá trị ${printValue(indicator, value)} lớn hơn ${parts ? `${parts} (${limit.value})` : limit.value}; hãy sửa lại một trong các ô này.`;
}

/** The value of a `max` expression; null while one of its indicators has no value (that is another problem). */
function limitOf(max: number | string, figures: ReportDocument["figures"]): { value: number; ids: string[] } | null {
  if (typeof max === "number") return { value: max, ids: [] };
  const ids = max.split("+");
  const values = ids.map((id) => figures[id]);
  if (values.every((value) => value === undefined)) return null;
  return { value: values.reduce<number>((sum, value) => sum + Number(value ?? 0), 0), ids };
}

const narrativeProblems = ({ form, document }: Checked): Check[] =>
  form.narratives.flatMap(({ id, title, required, maxChars }) => {
    const length = document.narratives[id]?.length ?? 0;
    const field = { sectionId: NARRATIVES, field: `narratives.${id}` };
    if (required && length === 0)
      return [{ ...field, message: `Phần lời “${title}”: chưa có nội dung; đây là phần bắt buộc.` }];
    return length > maxChars
      ? [{ ...field, message: `Phần lời “${title}”: ${length} ký tự, vượt quá ${maxChars}; hãy rút gọn.` }]
      : [];
  });

const assessmentProblems = ({ criteriaIds, document }: Checked): Check[] =>
  criteriaIds.flatMap((id, index) => {
    const assessment = document.assessments[id];
    if (assessment?.level && assessment.grounds) return [];
    const lacking =
      !assessment?.level && !assessment?.grounds
        ? "mức tự đánh giá và căn cứ"
        : assessment.level
          ? "căn cứ"
          : "mức tự đánh giá";
    return [
      { sectionId: ASSESSMENT, field: `assessments.${id}`, message: `Tiêu chí ${index + 1}: chưa có ${lacking}.` },
    ];
  });

export type SectionProgress = { id: string; title: string; filled: number; asked: number; problems: number };

/** Progress of each section in counts: cells with a value of cells asked. */
export function progressOf(checked: Checked): SectionProgress[] {
  const { form, unit, criteriaIds, document } = checked;
  const problems = blockingProblems(checked);
  const count = (sectionId: string) => problems.filter((problem) => problem.sectionId === sectionId).length;
  const figures = form.sections.map((section) => {
    const asked = enteredIndicators(section, unit);
    return {
      id: section.id,
      title: `${section.id}. ${section.title}`,
      filled: asked.filter(({ id }) => document.figures[id] !== undefined).length,
      asked: asked.length,
      problems: count(section.id),
    };
  });
  const narratives = {
    id: NARRATIVES,
    title: "Phần lời",
    filled: form.narratives.filter(({ id }) => document.narratives[id]).length,
    asked: form.narratives.length,
    problems: count(NARRATIVES),
  };
  const assessed = criteriaIds.filter(
    (id) => document.assessments[id]?.level && document.assessments[id]?.grounds,
  ).length;
  return [
    ...figures,
    narratives,
    {
      id: ASSESSMENT,
      title: "Tự đánh giá theo tiêu chí",
      filled: assessed,
      asked: criteriaIds.length,
      problems: count(ASSESSMENT),
    },
  ];
}
