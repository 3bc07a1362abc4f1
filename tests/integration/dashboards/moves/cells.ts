import { enteredIndicators, type FormDefinition, type Indicator, unitKindOf } from "#lib/reports/form";
import { findForm } from "#lib/reports/queries";
import type { Chance } from "./random.ts";
import type { Unit } from "./units.ts";

type Value = string | boolean;

const formOfYear = () => findForm("bao-cao-nam", 1);

/** G9 is bounded by a sum of others, which random values would often break. */
const typedBy = (form: FormDefinition, { agencyKind }: Unit) =>
  form.sections
    .flatMap((section) => enteredIndicators(section, unitKindOf(agencyKind)))
    .filter(({ id, type }) => id !== "G9" && type !== "text" && type !== "date");

const boundsOf = (form: FormDefinition) =>
  new Set(form.sections.flatMap(({ indicators }) => indicators.map(({ max }) => String(max ?? ""))));

/** A value as a clerk types it; what bounds others is always larger than what it bounds, so that most sets can be sent. */
function typed(indicator: Indicator, bounds: Set<string>, chance: Chance): Value {
  if (indicator.type === "boolean") return chance.next() < 0.5;
  if (indicator.type === "choice") return chance.pick(indicator.options ?? []);
  if (indicator.type === "percent") return `${chance.between(0, 99)},${chance.between(0, 9)}`;
  if (indicator.type === "decimal") return `${chance.between(0, 9000)},${chance.between(10, 99)}`;
  return String(bounds.has(indicator.id) ? chance.between(6, 60) : chance.between(0, 5));
}

/** Values for a part of the cells; all that must be there, and the bounds, when the report is filled for the first time. */
export async function someFigures(unit: Unit, chance: Chance, share: number, isFirst: boolean) {
  const form = await formOfYear();
  const bounds = boundsOf(form);
  const chosen = typedBy(form, unit).filter(
    ({ id, required }) => chance.next() < share || (isFirst && (required || bounds.has(id))),
  );
  const figures = Object.fromEntries(chosen.map((indicator) => [indicator.id, typed(indicator, bounds, chance)]));
  // A1 answered “yes” asks for two more cells.
  return figures.A1 === true ? { ...figures, A2: "12/KH-UBND", A3: "03/02/2026" } : figures;
}

/** Cells to clear, or to answer by “nothing occurred”: neither asked for nor bounds of others. */
export async function someBlanks(unit: Unit, chance: Chance) {
  const form = await formOfYear();
  const bounds = boundsOf(form);
  const free = typedBy(form, unit).filter(({ id, required }) => !required && !bounds.has(id));
  const counted = free.filter(({ type }) => type === "count" || type === "decimal");
  const none = chance.pick(counted).id;
  const cleared = chance.some(free, 0.1).filter(({ id }) => id !== none);
  return {
    figures: Object.fromEntries(cleared.map(({ id }) => [id, null])),
    blanks: { [none]: { reason: "none", expectedOn: "" } },
  };
}
