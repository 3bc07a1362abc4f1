import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Node } from "#lib/dashboards/pivot/axis";
import type { Fact } from "#lib/dashboards/pivot/cube";
import { type Definition, problemOf, readDefinition, settle } from "#lib/dashboards/pivot/definition";
import { type Dimension, dimensionsOf, facets } from "#lib/dashboards/pivot/dimensions";
import { facetsOf, type Owed, pivotOf } from "#lib/dashboards/pivot/table";
import { printValue } from "#lib/dashboards/pivot/values";
import { smallChoices } from "./samples.ts";

/** A figure of one report, as report_figure has it. */
type Row = Owed & { indicatorId: string; option: string; cents: number };

const placements = fc.record({
  place: fc.constantFrom("H1", "H2", "H3"),
  year: fc.constantFrom("2025", "2026"),
  type: fc.constantFrom("xã", "phường", "sở"),
});
const regionOf = { H1: "Bắc", H2: "Nam", H3: "Nam" } as Record<string, string>;

const answers = fc.oneof(
  fc.record({
    indicatorId: fc.constantFrom("A1", "B1", "B2"),
    option: fc.constant(""),
    cents: fc.nat(50).map((n) => n * 100),
  }),
  fc.record({ indicatorId: fc.constantFrom("A2", "B4"), option: fc.constant(""), cents: fc.nat(9_999) }),
  fc.record({ indicatorId: fc.constant("A3"), option: fc.constant(""), cents: fc.constantFrom(0, 100) }),
  fc.record({ indicatorId: fc.constant("B5"), option: fc.constantFrom("Tốt", "Khá"), cents: fc.constant(100) }),
);

const reportRows: fc.Arbitrary<Row[]> = fc.array(
  fc.tuple(placements, answers).map(([at, answer]) => ({
    ...at,
    ...answer,
    kind: at.type === "sở" ? "department" : "commune",
    region: regionOf[at.place] ?? "",
    expected: 1,
    counted: 1,
  })),
  { maxLength: 60 },
);

const subset = (ids: string[]) => fc.oneof(fc.constant<string[]>([]), fc.subarray(ids));

const definitions = (isNation: boolean): fc.Arbitrary<Definition> => {
  const offered = dimensionsOf(isNation);
  const axes = fc.shuffledSubarray(offered, { minLength: 2, maxLength: 4 });
  return fc
    .record({
      axes,
      cut: fc.integer({ min: 1, max: 2 }),
      place: subset(["H1", "H2", "H3"]),
      year: subset(["2025", "2026"]),
      type: subset(["xã", "phường", "sở"]),
      indicator: subset(["A1", "A2", "A3", "B1", "B2", "B3", "B4", "B5"]),
      sumYears: fc.boolean(),
    })
    .map(({ axes: chosen, cut, place, year, type, indicator, sumYears }) => ({
      rows: chosen.slice(0, chosen.length > 3 ? 2 : cut),
      columns: chosen.slice(chosen.length > 3 ? 2 : cut),
      sections: [],
      filters: { place, year, type, indicator, kind: [], region: [] },
      sumYears,
      showReports: false,
    }));
};

/** What the database does: adds the rows under the filters by the facets of the axes. */
function factsFrom(rows: Row[], wanted: string[]): Fact[] {
  const facts = new Map<string, Fact & { cents: number }>();
  for (const row of rows) {
    const at = Object.fromEntries(facets.filter((facet) => wanted.includes(facet)).map((facet) => [facet, row[facet]]));
    const key = JSON.stringify([at, row.indicatorId, row.option]);
    const known = facts.get(key) ?? {
      facets: at,
      indicatorId: row.indicatorId,
      option: row.option,
      number: "",
      asked: 0,
      units: 0,
      cents: 0,
    };
    facts.set(key, { ...known, cents: known.cents + row.cents, asked: known.asked + 1, units: known.units + 1 });
  }
  return [...facts.values()].map(({ cents, ...fact }) => ({ ...fact, number: (cents / 100).toFixed(2) }));
}

/** The value of a cell straight from the rows, without the cube. */
function naive(rows: Row[], node: Node["members"], isOneUnit: boolean, id: string): string | null {
  const [indicatorId = "", option = ""] = id.split(":");
  const here = rows.filter((row) => facets.every((facet) => !node[facet] || node[facet].id === row[facet]));
  const of = (one: string) => here.filter((row) => row.indicatorId === one);
  const sum = (one: string) => of(one).reduce((total, { cents }) => total + cents, 0);
  if (indicatorId === "B3") {
    if (of("B2").length === 0 || of("B1").length === 0) return null;
    return sum("B1") === 0 ? "why" : String(Math.round((sum("B2") / sum("B1")) * 1000) / 10);
  }
  const given = of(indicatorId);
  if (given.length === 0) return null;
  if (indicatorId === "B5") return `${given.filter((row) => row.option === option).length}/${given.length}`;
  if (indicatorId === "B4") return isOneUnit && given.length === 1 ? String(sum("B4") / 100) : "why";
  return indicatorId === "A3" ? `${sum("A3") / 100}/${given.length}` : String(sum(indicatorId) / 100);
}

describe.each([true, false])("a pivot (of the nation: %s)", (isNation) => {
  const choices = smallChoices(isNation);
  it("has in every cell and every total what the rows themselves give, ratios included", () => {
    let cells = 0;
    fc.assert(
      fc.property(reportRows, definitions(isNation), (rows, definition) => {
        const settled = settle(definition, choices);
        if (problemOf(settled, isNation)) return;
        const under = rows.filter((row) =>
          facets.every((facet) => settled.members[facet].some(({ id }) => id === row[facet])),
        );
        const table = pivotOf(settled, factsFrom(under, facetsOf(settled)), under, isNation);
        for (const row of table.rows)
          for (const column of table.columns) {
            cells++;
            const members = { ...row.members, ...column.members };
            const isOneUnit =
              !isNation &&
              members.place !== undefined &&
              (members.year !== undefined || settled.members.year.length === 1);
            const value = table.at(row, column);
            const told =
              value === null
                ? null
                : "why" in value
                  ? "why"
                  : [value.number, value.of].filter((part) => part !== null).join("/");
            expect(told).toBe(naive(under, members, isOneUnit, table.lineAt(row, column).id));
          }
      }),
      { numRuns: 300 },
    );
    expect(cells).toBeGreaterThan(1_000);
  });

  it("never adds over indicators, and over years only when asked", () => {
    fc.assert(
      fc.property(reportRows, definitions(isNation), (rows, definition) => {
        const settled = settle(definition, choices);
        if (problemOf(settled, isNation)) return;
        const table = pivotOf(settled, [], rows, isNation);
        const isOpen = (dimension: Dimension, axis: Dimension[], nodes: Node[]) =>
          axis.includes(dimension) && nodes.some(({ members }) => !members[dimension]);
        for (const [axis, nodes] of [
          [settled.rows, table.rows],
          [settled.columns, table.columns],
        ] as const) {
          expect(isOpen("indicator", axis, nodes)).toBe(false);
          if (!settled.sumYears) expect(isOpen("year", axis, nodes)).toBe(false);
        }
      }),
    );
  });
});

const choices = smallChoices(true);
const owed: Owed[] = [
  { place: "H1", year: "2026", kind: "commune", type: "xã", region: "Bắc", expected: 2, counted: 2 },
  { place: "H2", year: "2026", kind: "department", type: "sở", region: "Nam", expected: 1, counted: 1 },
];

const drawn = (query: Record<string, string[]>, facts: Fact[]) => {
  const settled = settle(readDefinition(query, choices).definition, choices);
  const table = pivotOf(settled, facts, owed, true);
  return table.rows.map((row) => [
    row.isSum ? `Σ ${row.groupName}` : row.name,
    ...table.columns.map((column) => printValue(table.at(row, column), table.lineAt(row, column))),
  ]);
};

const fact = (place: string, indicatorId: string, number: string, asked = 1, option = ""): Fact => ({
  facets: { place },
  indicatorId,
  option,
  number,
  asked,
  units: asked,
});

describe("a table", () => {
  it("divides sums for a ratio, counts answers, and says what cannot be added", () => {
    const facts = [
      fact("H1", "B1", "10.00"),
      fact("H1", "B2", "9.00"),
      fact("H2", "B1", "1000.00"),
      fact("H2", "B2", "100.00"),
      fact("H1", "A3", "1.00", 2),
      fact("H2", "A3", "1.00", 1),
      fact("H2", "B4", "70.00", 1),
      fact("H1", "B5", "1.00", 1, "Tốt"),
    ];
    expect(drawn({ rows: ["place"], columns: ["indicator"], indicator: ["A3", "B3", "B4", "B5"] }, facts)).toEqual([
      ["H1", "1/2 (50 %)", "90 %", "–", "1/1 (100 %)", "0/1 (0 %)"],
      ["H2", "1/1 (100 %)", "10 %", "không cộng được", "–", "–"],
      ["Σ Cộng", "2/3 (66,7 %)", "10,8 %", "không cộng được", "1/1 (100 %)", "0/1 (0 %)"],
    ]);
  });

  it("adds decimals to the last digit", () => {
    const facts = [fact("H1", "A2", "0.10"), fact("H2", "A2", "9999999999999999.20")];
    const settled = settle(
      readDefinition({ rows: ["place"], columns: ["indicator"], indicator: ["A2"] }, choices).definition,
      choices,
    );
    const table = pivotOf(settled, facts, owed, true);
    const [total, column] = [table.rows.at(-1), table.columns[0]];
    expect(total && column && table.at(total, column)).toEqual({ number: "9999999999999999.3", of: null, reports: 2 });
  });

  it("groups rows, each group's sum first, only the pairs that occur, and the totals as the last group", () => {
    const facts = [
      { ...fact("H1", "A1", "3.00", 2), facets: { kind: "commune", type: "xã" } },
      { ...fact("H2", "A1", "4.00", 1), facets: { kind: "department", type: "sở" } },
    ];
    expect(drawn({ rows: ["kind", "type"], columns: ["indicator"], indicator: ["A1"] }, facts)).toEqual([
      ["Σ commune", "3"],
      ["xã", "3"],
      ["Σ department", "4"],
      ["sở", "4"],
      ["Σ Cộng", "7"],
      ["xã", "3"],
      ["sở", "4"],
    ]);
  });
});
