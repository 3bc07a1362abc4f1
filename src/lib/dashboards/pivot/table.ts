import { axisOf, type Members, type Node, type Pair } from "./axis.ts";
import { type Cube, cubeOf, type Fact, type Point } from "./cube.ts";
import type { Settled } from "./definition.ts";
import { type Dimension, type Facet, facets } from "./dimensions.ts";
import type { Line } from "./indicators.ts";
import { NOT_ADDED, type Value, valueAt } from "./values.ts";

/** Reports owed in a year by the units of a place, kind and type, and how many of them are accepted and counted here. */
export type Owed = Record<Facet, string> & { expected: number; counted: number };

/** A pivot ready to be drawn or written: the cell of a row and a column is `at(row, column)`. */
export type PivotTable = {
  rows: Node[];
  columns: Node[];
  lineAt: (row: Node, column: Node) => Line;
  at: (row: Node, column: Node) => Value;
  /** sentences: what a dash means, over what there are no totals, and why */
  notes: string[];
};

/** Facets the facts must be told apart by, those of the axes. */
export const facetsOf = ({ onAxes }: Pick<Settled, "onAxes">): Facet[] =>
  facets.filter((facet) => onAxes.includes(facet));

/** @param owed only those under the filters of the definition */
export function pivotOf(settled: Settled, facts: Fact[], owed: Owed[], isNation: boolean): PivotTable {
  const { rows, columns, lines } = settled;
  const addable = (dimension: Dimension) =>
    dimension === "indicator" ? false : dimension !== "year" || settled.sumYears;
  const cube = cubeOf(facts, facetsOf(settled), addable);
  const members: Members = { indicator: lines, ...presentOf(settled, owed) };
  const occurs = occursIn(owed);
  const lineAt = (row: Node, column: Node) => (row.members.indicator ?? column.members.indicator ?? lines[0]) as Line;
  return {
    rows: axisOf(rows, members, addable, occurs),
    columns: axisOf(columns, members, addable, occurs),
    lineAt,
    at: (row, column) => cellOf(settled, cube, { ...pointOf(row), ...pointOf(column) }, lineAt(row, column), isNation),
    notes: notesOf(settled, members),
  };
}

const pointOf = ({ members }: Node): Point =>
  Object.fromEntries(facets.flatMap((facet) => (members[facet] ? [[facet, members[facet].id]] : [])));

function cellOf({ members }: Settled, cube: Cube, point: Point, line: Line, isNation: boolean): Value {
  const isOneYear = point.year !== undefined || members.year.length === 1;
  const value = valueAt(cube, point, line, !isNation && point.place !== undefined && isOneYear);
  return value && !isOneYear && line.differs ? { why: NOT_ADDED, reports: value.reports } : value;
}

/** Places and years stand even when nothing came from them; kinds, types and regions only where somebody owes a report. */
function presentOf({ members }: Settled, owed: Owed[]): Settled["members"] {
  const present = (facet: Facet) => {
    const ids = new Set(owed.map((each) => each[facet]));
    return members[facet].filter(({ id }) => ids.has(id));
  };
  return {
    ...members,
    place: present("place"),
    kind: present("kind"),
    type: present("type"),
    region: present("region"),
  };
}

/** Whether two members meet in some unit: no department stands among communes. */
function occursIn(owed: Owed[]) {
  const met = new Map<string, Set<string>>();
  const always: Dimension[] = ["indicator", "year"];
  return ([first, { id }]: Pair, [second, { id: other }]: Pair): boolean => {
    if (always.includes(first) || always.includes(second)) return true;
    const key = `${first}/${second}`;
    const pairs = met.get(key) ?? new Set(owed.map((each) => `${each[first as Facet]}\u0001${each[second as Facet]}`));
    met.set(key, pairs);
    return pairs.has(`${id}\u0001${other}`);
  };
}

function notesOf({ onAxes, sumYears, lines }: Settled, members: Members): string[] {
  const sentences = ["– : không báo cáo nào đã được tiếp nhận có số liệu này."];
  if (onAxes.includes("indicator") && lines.length > 1)
    sentences.push(
      "Không cộng qua các chỉ tiêu: đơn vị tính khác nhau, và chỉ tiêu này có thể nằm trong chỉ tiêu kia.",
    );
  if (onAxes.includes("year") && members.year.length > 1 && !sumYears)
    sentences.push(
      "Không cộng qua các năm, vì nhiều chỉ tiêu là số hiện có; đánh dấu “Cộng các năm” nếu chỉ tiêu là số thực hiện trong năm.",
    );
  if (lines.some(({ indicator }) => indicator.aggregate === "none"))
    sentences.push(`Tỷ lệ do đơn vị tự ghi không có tử số và mẫu số nên “${NOT_ADDED}”: chỉ xem được của từng đơn vị.`);
  if (lines.some(({ differs }) => differs)) {
    const ids = [...new Set(lines.filter(({ differs }) => differs).map(({ indicator }) => indicator.id))];
    sentences.push(`${ids.join(", ")}: cách hỏi khác nhau giữa mẫu của các năm, không cộng qua các năm.`);
  }
  return sentences;
}
