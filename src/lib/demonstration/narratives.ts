import type { FormDefinition } from "#lib/reports/form";
import { capital, printNumber } from "#lib/text";
import { sentences } from "./narrative-sentences.ts";
import { narrationFor } from "./place.ts";
import { type Random, seeded } from "./random.ts";
import type { Unit } from "./unit.ts";

/** What a narrative may draw on: the numbers of the report, and for a consolidated one how many units it counts. */
export type Facts = { numbers: Record<string, number>; units?: number };

/** The narratives of a report. The optional ones are not always written. */
export function narrativesOf(
  form: FormDefinition,
  unit: Unit,
  year: number,
  { numbers, units }: Facts,
): Record<string, string> {
  const random = seeded(`narratives:${unit.id}:${year}:${units ?? "own"}`);
  const words = { ...narrationFor(unit, units), year: String(year), next: String(year + 1) };
  const written = form.narratives.filter(({ id, required }) => required || random.chance(id === "N8" ? 0.85 : 0.55));
  return Object.fromEntries(written.map(({ id }) => [id, tell(slots.get(id) ?? [], words, numbers, random)]));
}

/** A sentence cut at its blanks. Of `only` it takes nothing but leave to be said. */
type Sentence = { texts: string[]; blanks: string[]; only: string[] };

const slots = new Map(
  Object.entries(sentences).map(([id, alternatives]) => [id, alternatives.map((slot) => slot.map(cut))]),
);

function cut(sentence: string): Sentence {
  const only = [...sentence.matchAll(/ \(\{(local|xa|body)\}\)/g)].map(([, name]) => name ?? "");
  const parts = sentence.replace(/ \(\{(local|xa|body)\}\)/g, "").split(/\{([^}]+)\}/);
  return {
    texts: parts.filter((_, index) => index % 2 === 0),
    blanks: parts.filter((_, index) => index % 2 === 1),
    only,
  };
}

/** Of each slot one sentence whose every blank has something to say. */
function tell(
  alternatives: Sentence[][],
  words: Record<string, string>,
  numbers: Record<string, number>,
  random: Random,
): string {
  const isSayable = ({ blanks, only }: Sentence) =>
    only.every((name) => name in words) && blanks.every((blank) => blank in words || hasFigure(blank, numbers));
  const chosen = alternatives
    .map((slot) => slot.filter(isSayable))
    .filter((usable) => usable.length > 0)
    .map((usable) => random.pick(usable));
  return chosen
    .map(({ texts, blanks }) =>
      capital(texts.map((text, index) => text + textOf(blanks[index], words, numbers)).join("")),
    )
    .join(" ");
}

/** Nothing is told of what was not counted. */
const hasFigure = (blank: string, numbers: Record<string, number>) =>
  blank.split("/").every((id) => (numbers[id] ?? 0) > 0);

function textOf(blank: string | undefined, words: Record<string, string>, numbers: Record<string, number>): string {
  if (blank === undefined) return "";
  const [id = "", whole] = blank.split("/");
  if (blank in words) return words[blank] ?? "";
  const number = numbers[id] ?? 0;
  return whole === undefined
    ? printNumber(number)
    : `${printNumber(Math.round((number / (numbers[whole] ?? 1)) * 1000) / 10)} %`;
}
