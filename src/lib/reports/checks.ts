import type { Day } from "#lib/dates";
import type { FieldProblem } from "#lib/errors";
import { isAnswered, type ReportDocument } from "./document.ts";
import { figureProblems, type Peer } from "./figure-checks.ts";
import { ASSESSMENT, enteredIndicators, type FormDefinition, NARRATIVES, type UnitKind } from "./form.ts";

/** Blocks sending; must be explained before sending; warns; informs. */
export type Severity = "block" | "explain" | "warn" | "info";

export type Check = FieldProblem & { sectionId: string; severity: Severity };

/** What a report is checked against. A consolidated one need not have own figures: its parts give them. */
export type Checked = {
  form: FormDefinition;
  unit: UnitKind;
  isConsolidated: boolean;
  criteriaIds: string[];
  document: ReportDocument;
  /** the agency's accepted document of the year before */
  lastYear: ReportDocument | null;
  /** figures of comparable units last year, by indicator */
  peers: Record<string, Peer>;
  today: Day;
};

/** Everything there is to say: each names the cell, the value, the rule and what would be right. Pure: runs in the browser too. */
export const checksOf = (checked: Checked): Check[] => [
  ...figureProblems(checked),
  ...narrativeProblems(checked),
  ...assessmentProblems(checked),
];

/** Whether sending waits for it: a block until it is put right, “phải giải trình” until its explanation is there. */
export const isOpen = ({ severity, field }: Check, { explanations }: ReportDocument) =>
  severity === "block" || (severity === "explain" && !explanations[field.slice(field.indexOf(".") + 1)]);

/** Everything that keeps a report from being sent. */
export const blockingProblems = (checked: Checked): Check[] =>
  checksOf(checked).filter((check) => isOpen(check, checked.document));

const narrativeProblems = ({ form, document }: Checked): Check[] =>
  form.narratives.flatMap(({ id, title, required, maxChars }) => {
    const length = document.narratives[id]?.length ?? 0;
    const field = { sectionId: NARRATIVES, field: `narratives.${id}`, severity: "block" as const };
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
      {
        sectionId: ASSESSMENT,
        field: `assessments.${id}`,
        severity: "block" as const,
        message: `Tiêu chí ${index + 1}: chưa có ${lacking}.`,
      },
    ];
  });

export type SectionProgress = { id: string; title: string; filled: number; asked: number; problems: number };

/** Progress of each section in counts: cells answered of cells asked. */
export function progressOf(checked: Checked): SectionProgress[] {
  const { form, unit, criteriaIds, document } = checked;
  const problems = blockingProblems(checked);
  const count = (sectionId: string) => problems.filter((problem) => problem.sectionId === sectionId).length;
  const figures = form.sections.map((section) => {
    const asked = enteredIndicators(section, unit);
    return {
      id: section.id,
      title: `${section.id}. ${section.title}`,
      filled: asked.filter(({ id }) => isAnswered(document, id)).length,
      asked: asked.length,
      problems: count(section.id),
    };
  });
  const narratives = {
    id: NARRATIVES,
    title: "Phần lời",
    filled: form.narratives.filter(({ id }) => document.narratives[id]).length,
    asked: form.narratives.filter(({ id, required }) => required || document.narratives[id]).length,
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
