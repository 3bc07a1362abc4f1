import { type FigureValue, type ReportDocument, readDocument } from "#lib/reports/document";
import { isChange } from "#lib/reports/figure-checks";
import { allIndicators, enteredIndicators, type FormDefinition, isNumber, unitKindOf } from "#lib/reports/form";
import { assessmentsOf, type CriterionText } from "./assessments.ts";
import { figuresOf } from "./figures.ts";
import { narrativesOf } from "./narratives.ts";
import type { Random } from "./random.ts";
import type { Unit } from "./unit.ts";

/** What a unit's documents are made from. `named` is the unit as it was called in that year. */
export type Source = {
  form: FormDefinition;
  unit: Unit;
  named: Unit;
  year: number;
  criteria: CriterionText[];
  levels: string[];
};

type Figures = ReportDocument["figures"];

/** A complete report that passes every check of the form. */
export function completeDocument(source: Source): ReportDocument {
  const { form, unit, named, year, criteria, levels } = source;
  const figures = figuresOf(form, unit, year);
  return readDocument({
    figures,
    narratives: narrativesOf(form, named, year, { numbers: numbersOf(figures) }),
    assessments: assessmentsOf(criteria, levels, unit, year),
    explanations: year > FIRST_YEAR ? explanationsOf(form, figures, figuresOf(form, unit, year - 1)) : {},
  });
}

/** The year before has no reports to be compared with. */
const FIRST_YEAR = 2025;

/** A sentence for each figure that the form asks to explain. */
function explanationsOf(form: FormDefinition, figures: Figures, before: Figures) {
  const limits = form.checks?.change;
  return Object.fromEntries(
    allIndicators(form)
      .filter(({ id }) => limits && figures[id] !== undefined && before[id] !== undefined)
      .filter((indicator) => isNumber(indicator) && indicator.type !== "percent")
      .filter(({ id }) => limits && isChange(limits, Number(before[id]), Number(figures[id])))
      .map(({ id }) => [id, Number(figures[id]) > Number(before[id]) ? INCREASED : DECREASED]),
  );
}

const INCREASED = "Tăng do trong năm đơn vị mở rộng việc triển khai và thống kê đầy đủ hơn năm trước.";
const DECREASED = "Giảm do năm trước tổ chức nhiều hoạt động cao điểm; năm nay duy trì theo kế hoạch thường xuyên.";

const numbersOf = (figures: Figures) =>
  Object.fromEntries(
    Object.entries(figures).flatMap(([id, value]) =>
      typeof value === "boolean" || Number.isNaN(Number(value)) ? [] : [[id, Number(value)]],
    ),
  );

/** The report as it was before it was returned: some of its results were counted too low. */
export function earlierDocument({ figures, ...rest }: ReportDocument, random: Random): ReportDocument {
  const lowered = ["A7", "B4", "B17", "C2", "C5", "D3", "E3", "F5", "F7", "G9"].filter(
    (id) => Number(figures[id]) > 2 && random.chance(0.4),
  );
  const changed = (lowered.length > 0 ? lowered : ["A4"]).map((id): [string, FigureValue] => [
    id,
    Math.floor(Number(figures[id] ?? 0) * random.between(0.8, 0.97)),
  ]);
  return { figures: { ...figures, ...Object.fromEntries(changed) }, ...rest };
}

/** An accepted report while its unit corrects it. */
export function correctedDocument({ figures, ...rest }: ReportDocument, random: Random): ReportDocument {
  return {
    figures: {
      ...figures,
      G2: Number(figures.G2 ?? 0) + random.whole(1, 4),
      F9: Number(figures.F9 ?? 0) + random.whole(1, 2),
    },
    ...rest,
  };
}

/** A report half written: some sections whole, the next one begun, the rest empty. */
export function begunDocument(
  document: ReportDocument,
  form: FormDefinition,
  unit: Unit,
  random: Random,
): ReportDocument {
  const whole = random.whole(1, form.sections.length);
  const sections = form.sections.map((section) =>
    enteredIndicators(section, unitKindOf(unit.kind)).map(({ id }) => id),
  );
  const begun = sections[whole] ?? [];
  const ids = [...sections.slice(0, whole).flat(), ...begun.slice(0, random.whole(0, begun.length))];
  const narratives = Object.entries(document.narratives).slice(0, random.whole(0, whole));
  return readDocument({ figures: only(document.figures, ids), narratives: Object.fromEntries(narratives) });
}

/** A report of which nothing but these sections is filled. */
export function documentOfSections(
  document: ReportDocument,
  form: FormDefinition,
  sectionIds: string[],
): ReportDocument {
  const ids = form.sections
    .filter(({ id }) => sectionIds.includes(id))
    .flatMap(({ indicators }) => indicators.map(({ id }) => id));
  return readDocument({ figures: only(document.figures, ids) });
}

const only = (figures: ReportDocument["figures"], ids: string[]) =>
  Object.fromEntries(Object.entries(figures).filter(([id]) => ids.includes(id)));
