import { describe, expect, it } from "vitest";
import { addressOf, problemOf, readDefinition, settle, wordsOf } from "#lib/dashboards/pivot/definition";
import { askedSections } from "#lib/dashboards/pivot/indicators";
import { parametersOf } from "#lib/list-route";
import { formsOf, smallChoices, smallForm } from "./samples.ts";

const nation = smallChoices(true);
const read = (query: string, choices = nation) => readDefinition(parametersOf(new URLSearchParams(query)), choices);
const settled = (query: string, choices = nation) => settle(read(query, choices).definition, choices);
const problem = (query: string) => problemOf(settled(query), true);

describe("a definition", () => {
  it("shows every indicator by year when an address says nothing", () => {
    const { rows, columns, lines, members } = settled("period=2026");
    expect({ rows, columns, years: members.year.map(({ id }) => id) }).toEqual({
      rows: ["indicator"],
      columns: ["year"],
      years: ["2025", "2026"],
    });
    expect(lines.map(({ id }) => id)).toEqual(["A1", "A2", "A3", "B1", "B2", "B3", "B4", "B5:Tốt", "B5:Khá"]);
  });

  it("comes back from its own address and from what is saved of it", () => {
    const query =
      "rows=region&rows=place&columns=indicator&section=A&indicator=B3&place=H2&year=2025&type=x%C3%A3&sumYears=1&reports=1";
    const { definition } = read(query);
    expect(readDefinition(parametersOf(addressOf(definition)), nation).definition).toEqual(definition);
    expect(readDefinition(wordsOf(definition), nation).definition).toEqual(definition);
    expect(settle(definition, nation).lines.map(({ id }) => id)).toEqual(["A1", "A2", "A3", "B3"]);
  });

  it("leaves out what is not of the scope, and says so", () => {
    const { definition, ignored } = read("rows=place&columns=indicator&place=H2&place=H9&indicator=Z1&rows=colour");
    expect(definition.filters.place).toEqual(["H2"]);
    expect(definition.rows).toEqual(["place"]);
    expect(ignored).toEqual(["colour", "Z1", "H9"]);
    expect(read("rows=region&columns=indicator", smallChoices(false)).ignored).toEqual(["region"]);
  });

  it("takes the latest year where years stand nowhere", () => {
    expect(settled("rows=place&columns=indicator").members.year.map(({ id }) => id)).toEqual(["2026"]);
    expect(settled("rows=place&columns=indicator&sumYears=1").members.year.map(({ id }) => id)).toEqual([
      "2025",
      "2026",
    ]);
  });

  it.each([
    ["rows=place&columns=year", "không cộng được với nhau"],
    ["rows=place&columns=year&indicator=B5", "không cộng được với nhau"],
    ["rows=place&rows=place&columns=indicator&columns=place", "đứng hai lần"],
    ["rows=place", "cho cột"],
    ["columns=place", "cho hàng"],
    ["rows=place&rows=kind&rows=type&columns=indicator", "tối đa hai chiều"],
    ["rows=place&columns=indicator&year=2025&year=2026", "nhiều năm không tự cộng"],
  ])("%s makes no table: %s", (query, words) => {
    expect(problem(query)).toContain(words);
  });

  it.each([
    "rows=place&columns=year&indicator=A1",
    "rows=place&columns=indicator&year=2025",
    "rows=place&columns=indicator&year=2025&year=2026&sumYears=1",
    "rows=kind&rows=type&columns=year&columns=indicator",
  ])("%s makes a table", (query) => {
    expect(problem(query)).toBeNull();
  });
});

describe("the indicators of several forms", () => {
  it("are one where they mean the same, and told where they do not", () => {
    const other = structuredClone(smallForm);
    other.version = 2;
    Object.assign(other.sections[0]?.indicators[0] ?? {}, { unit: "triệu đồng" });
    const [first] = askedSections(formsOf(["2026", other], ["2025", smallForm]));
    expect(first?.asked.map(({ indicator, differs }) => [indicator.id, indicator.unit, differs])).toEqual([
      ["A1", "triệu đồng", true],
      ["A2", "vụ", false],
      ["A3", "", false],
    ]);
    expect(first?.untold).toEqual(["A4"]);
  });
});
