import {
  type Dimension,
  dimensionName,
  dimensions,
  dimensionsOf,
  type Facet,
  facets,
  isDimension,
  type Member,
} from "./dimensions.ts";
import { type Asked, type AskedSection, type Line, linesOf } from "./indicators.ts";

/** What somebody wants to see. Filters hold ids; an empty one takes all. */
export type Definition = {
  rows: Dimension[];
  columns: Dimension[];
  sections: string[];
  filters: Record<Dimension, string[]>;
  /** totals over years: off unless asked for, because many figures are what there is and not what was done */
  sumYears: boolean;
  /** beside each value, how many reports gave it */
  showReports: boolean;
};

/** What can be chosen in a scope. */
export type Choices = { isNation: boolean; sections: AskedSection[]; facets: Record<Facet, Member[]> };

/** The query of a page or of a saved view: several words under one name. */
export type Words = Record<string, string | string[] | undefined>;

/**
 * The definition in an address. What does not exist in the scope is left out and named in `ignored`: a province's address
 * with another province's units in it shows the own ones only.
 */
export function readDefinition(query: Words, choices: Choices): { definition: Definition; ignored: string[] } {
  const words = (name: string) => [...new Set([query[name] ?? []].flat().filter((word) => word !== ""))];
  const ignored: string[] = [];
  const known = (name: string, allowed: string[]) => {
    const allowedSet = new Set(allowed);
    ignored.push(...words(name).filter((word) => !allowedSet.has(word)));
    return words(name).filter((word) => allowedSet.has(word));
  };
  const offered = dimensionsOf(choices.isNation);
  const [rows, columns] = [known("rows", offered), known("columns", offered)].map((names) => names.filter(isDimension));
  const isFresh = !rows?.length && !columns?.length;
  const definition = {
    rows: isFresh ? (["indicator"] as Dimension[]) : (rows ?? []),
    columns: isFresh ? (["year"] as Dimension[]) : (columns ?? []),
    sections: known(
      "section",
      choices.sections.map(({ id }) => id),
    ),
    filters: Object.fromEntries(
      dimensions.map((dimension) => [dimension, known(dimension, idsOf(choices, dimension))]),
    ) as Definition["filters"],
    sumYears: words("sumYears").includes("1"),
    showReports: words("reports").includes("1"),
  };
  return { definition, ignored: ignored.map((word) => word.slice(0, 40)) };
}

const idsOf = (choices: Choices, dimension: Dimension): string[] =>
  dimension === "indicator"
    ? choices.sections.flatMap(({ asked }) => asked.map(({ indicator }) => indicator.id))
    : choices.facets[dimension].map(({ id }) => id);

/** The definition as an address or a saved view holds it; empty filters are left out. */
export const wordsOf = ({
  rows,
  columns,
  sections,
  filters,
  sumYears,
  showReports,
}: Definition): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries({
      rows,
      columns,
      section: sections,
      ...filters,
      sumYears: sumYears ? ["1"] : [],
      reports: showReports ? ["1"] : [],
    }).filter(([, words]) => words.length > 0),
  );

export const addressOf = (definition: Definition): URLSearchParams =>
  new URLSearchParams(
    Object.entries(wordsOf(definition)).flatMap(([name, words]) => words.map((word) => [name, word])),
  );

/** The members a definition takes of each facet, and its lines. Years that stand nowhere and are not chosen: the latest one. */
export type Settled = Definition & { lines: Line[]; members: Record<Facet, Member[]>; onAxes: Dimension[] };

export function settle(definition: Definition, choices: Choices): Settled {
  const onAxes = [...definition.rows, ...definition.columns];
  const members = Object.fromEntries(
    facets.map((facet) => [facet, chosenOf(choices.facets[facet], definition.filters[facet])]),
  ) as Record<Facet, Member[]>;
  const yearIsOpen = !onAxes.includes("year") && definition.filters.year.length === 0 && !definition.sumYears;
  if (yearIsOpen) members.year = members.year.slice(0, 1);
  else members.year = members.year.toReversed();
  return { ...definition, members, onAxes, lines: linesOf(chosenIndicators(definition, choices.sections)) };
}

const chosenOf = (members: Member[], ids: string[]) =>
  ids.length === 0 ? members : members.filter(({ id }) => ids.includes(id));

/** Those of the chosen sections, and those chosen one by one; all when nothing is chosen. */
function chosenIndicators({ sections, filters }: Definition, all: AskedSection[]): Asked[] {
  const everything = all.flatMap(({ asked }) => asked);
  if (sections.length === 0 && filters.indicator.length === 0) return everything;
  return everything.filter(
    ({ indicator, sectionId }) => sections.includes(sectionId) || filters.indicator.includes(indicator.id),
  );
}

/** Why a definition makes no table, with the remedy; null when it does. */
export function problemOf(
  { rows, columns, onAxes, lines, members, sumYears }: Settled,
  isNation: boolean,
): string | null {
  if (rows.length === 0) return "Chưa chọn chiều nào cho hàng. Hãy chọn ít nhất một chiều.";
  if (columns.length === 0) return "Chưa chọn chiều nào cho cột. Hãy chọn ít nhất một chiều.";
  if (rows.length > 2 || columns.length > 2) return "Hàng và cột mỗi bên có tối đa hai chiều. Hãy bỏ bớt một chiều.";
  const twice = onAxes.find((dimension, index) => onAxes.indexOf(dimension) !== index);
  if (twice) return `“${dimensionName(twice, isNation)}” đứng hai lần. Mỗi chiều chỉ đứng một lần, ở hàng hoặc ở cột.`;
  if (lines.length === 0) return "Không còn chỉ tiêu nào. Hãy chọn ít nhất một chỉ tiêu.";
  if (!onAxes.includes("indicator") && lines.length > 1)
    return "Số liệu của các chỉ tiêu khác nhau không cộng được với nhau. Hãy đặt Chỉ tiêu ở hàng hoặc cột, hoặc chọn đúng một chỉ tiêu.";
  if (!onAxes.includes("year") && members.year.length > 1 && !sumYears)
    return "Số liệu của nhiều năm không tự cộng với nhau. Hãy đặt Năm ở hàng hoặc cột, chọn đúng một năm, hoặc đánh dấu “Cộng các năm”.";
  return null;
}
