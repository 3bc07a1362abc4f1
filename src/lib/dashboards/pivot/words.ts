import type { Choices, Settled } from "./definition.ts";
import { type Dimension, dimensionName, dimensions } from "./dimensions.ts";

const MOST_NAMES = 20;

/** What a table is of, in short: “Chỉ tiêu theo Năm”, “Vùng và Tỉnh, thành phố theo Chỉ tiêu”. */
export function titleOf({ rows, columns }: Pick<Settled, "rows" | "columns">, isNation: boolean): string {
  const [down, across] = [rows, columns].map((axis) =>
    axis.map((dimension, index) => {
      const name = dimensionName(dimension, isNation);
      return index === 0 ? name : name.toLowerCase();
    }),
  );
  return `${down?.join(" và ")} theo ${across?.join(" và ").toLowerCase()}`;
}

/** A definition in words: its axes, and each filter with the names it takes. */
export function conditionsOf(settled: Settled, choices: Choices): string[] {
  const filters = dimensions.flatMap((dimension) => {
    const names = filterNames(settled, choices, dimension);
    return names.length === 0 ? [] : [`${dimensionName(dimension, choices.isNation)}: ${shorten(names)}`];
  });
  return [titleOf(settled, choices.isNation), ...filters, ...(settled.sumYears ? ["cộng các năm"] : [])];
}

function filterNames({ filters, sections }: Settled, choices: Choices, dimension: Dimension): string[] {
  if (dimension === "indicator") return [...sections.map((id) => `phần ${id}`), ...filters.indicator];
  const chosen = new Set(filters[dimension]);
  return choices.facets[dimension].filter(({ id }) => chosen.has(id)).map(({ name }) => name);
}

const shorten = (names: string[]) =>
  names.length <= MOST_NAMES
    ? names.join(", ")
    : `${names.slice(0, MOST_NAMES).join(", ")} và ${names.length - MOST_NAMES} mục khác`;
