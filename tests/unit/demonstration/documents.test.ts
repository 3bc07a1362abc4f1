import { describe, expect, it } from "vitest";
import { blockingProblems } from "#lib/reports/checks";
import type { ReportDocument } from "#lib/reports/document";
import { enteredIndicators, type Indicator, indicatorsById, unitKindOf } from "#lib/reports/form";
import { readValue } from "#lib/reports/values";
import {
  begunDocument,
  completeDocument,
  correctedDocument,
  documentOfSections,
  earlierDocument,
} from "../../../src/lib/demonstration/documents.ts";
import { figuresOf } from "../../../src/lib/demonstration/figures.ts";
import { narrativesOf } from "../../../src/lib/demonstration/narratives.ts";
import { seeded } from "../../../src/lib/demonstration/random.ts";
import type { Unit } from "../../../src/lib/demonstration/unit.ts";
import { bodies, communes, criteria, form, hoangSa, provinceUnits, sourceOf } from "./cases.ts";

const units = [...communes, ...bodies, hoangSa];
const years = [2025, 2026];
const every = units.flatMap((unit) =>
  years.map((year) => ({ unit, year, document: completeDocument(sourceOf(unit, year)) })),
);

const problemsOf = (unit: Unit, document: ReportDocument, lastYear: ReportDocument | null = null) =>
  blockingProblems({
    form,
    unit: unitKindOf(unit.kind),
    isConsolidated: false,
    criteriaIds: criteria.map(({ id }) => id),
    document,
    lastYear,
    peers: {},
    today: "2026-11-23",
  });

describe("a document of the demonstration", () => {
  it("explains what changed beyond the limits of the form", () => {
    const told = every
      .filter(({ year }) => year === 2026)
      .map(({ unit, document }) => ({ unit, document, lastYear: completeDocument(sourceOf(unit, 2025)) }));
    expect(told.flatMap(({ unit, document, lastYear }) => problemsOf(unit, document, lastYear))).toEqual([]);
    expect(told.some(({ document }) => Object.keys(document.explanations).length > 0)).toBe(true);
  });

  it("passes every check of the form, for every kind of agency", () => {
    expect(
      every.flatMap(({ unit, document }) => problemsOf(unit, document).map(({ message }) => `${unit.id}: ${message}`)),
    ).toEqual([]);
  });

  it("fills every cell its agency is asked, and no other", () => {
    for (const { unit, document } of every) {
      const asked = form.sections
        .flatMap((section) => enteredIndicators(section, unitKindOf(unit.kind)))
        .map(({ id }) => id);
      const optional = document.figures.A1 ? [] : ["A2", "A3"];
      expect(Object.keys(document.figures).sort()).toEqual(asked.filter((id) => !optional.includes(id)).sort());
    }
  });

  it("holds each value as a person's typing would be stored", () => {
    const indicators = indicatorsById(form);
    const typed = (value: unknown) => (typeof value === "boolean" ? (value ? "có" : "không") : String(value));
    const misread = every.flatMap(({ document }) =>
      Object.entries(document.figures).filter(
        ([id, value]) => readValue(indicators.get(id) as Indicator, typed(value)).value !== value,
      ),
    );
    expect(misread).toEqual([]);
  });

  it("is the same every time", () => {
    for (const { unit, year, document } of every.slice(0, 60))
      expect(completeDocument(sourceOf(unit, year))).toEqual(document);
  });

  it("tells narratives of 120 to 600 characters without an open blank", () => {
    const texts = every.flatMap(({ document }) => Object.values(document.narratives));
    expect(texts.filter((text) => text.length < 120 || text.length > 600)).toEqual([]);
    expect(texts.filter((text) => /[{}]|undefined|NaN|\(\)| {2}/.test(text) || text !== text.normalize("NFC"))).toEqual(
      [],
    );
  });

  it("varies from unit to unit", () => {
    const texts = new Set(communes.map((unit) => completeDocument(sourceOf(unit)).narratives.N4));
    expect(texts.size).toBeGreaterThan(communes.length * 0.9);
    expect(new Set(communes.map((unit) => figuresOf(form, unit, 2026).B1)).size).toBeGreaterThan(25);
  });
});

describe("figures", () => {
  it("move little from one year to the next", () => {
    for (const unit of communes) {
      const [before, after] = [figuresOf(form, unit, 2025), figuresOf(form, unit, 2026)];
      for (const id of ["B1", "B15", "E2", "F4"]) {
        if (Number(before[id]) < 20) continue;
        expect(Number(after[id]) / Number(before[id]), `${unit.id} ${id}`).toSatisfy(
          (change: number) => change > 0.85 && change < 1.3,
        );
      }
    }
  });

  it("keep the proportions of the real thing", () => {
    for (const unit of communes) {
      const figures = figuresOf(form, unit, 2026);
      const figure = (id: string) => Number(figures[id]);
      if (figure("E1") > 0) expect(figure("E2") / figure("E1")).toSatisfy((ratio: number) => ratio >= 3 && ratio <= 9);
      if (figure("F4") > 0)
        expect(figure("F5") / figure("F4")).toSatisfy((ratio: number) => ratio >= 40 && ratio <= 120);
      const byType = ["B5", "B6", "B7", "B8", "B9"].reduce((sum, id) => sum + figure(id), 0);
      expect(Math.max(byType, ...["B10", "B11", "B12", "B13", "B14"].map(figure))).toBeLessThanOrEqual(figure("B1"));
      expect([figure("G7"), figure("G8")]).toEqual([0, 0]);
    }
  });

  it("put models at the border or the sea only where there is one", () => {
    const inHanoi = communes.filter(({ provinceId, type }) => provinceId === "H26" && type !== "đặc khu");
    expect(inHanoi.map((unit) => figuresOf(form, unit, 2026).B12)).toEqual(inHanoi.map(() => 0));
    const islands = communes.filter(({ type }) => type === "đặc khu");
    expect(
      islands.every((unit) => Number(figuresOf(form, unit, 2026).B12) >= Number(figuresOf(form, unit, 2026).B1) * 0.5),
    ).toBe(true);
  });
});

describe("other stages of a document", () => {
  const unit = communes[0] as Unit;
  const complete = completeDocument(sourceOf(unit));

  it("was poorer before it was returned, and passed the checks then too", () => {
    for (const each of units) {
      const earlier = earlierDocument(completeDocument(sourceOf(each)), seeded(each.id));
      expect(problemsOf(each, earlier), each.id).toEqual([]);
      expect(earlier).not.toEqual(completeDocument(sourceOf(each)));
    }
  });

  it("passes the checks while it is corrected", () => {
    for (const each of units)
      expect(problemsOf(each, correctedDocument(completeDocument(sourceOf(each)), seeded(each.id))), each.id).toEqual(
        [],
      );
  });

  it("is never complete while it is begun", () => {
    for (const each of units) {
      const begun = begunDocument(completeDocument(sourceOf(each)), form, each, seeded(each.id));
      expect(Object.keys(begun.figures).length).toBeGreaterThan(0);
      expect(begun.assessments).toEqual({});
    }
  });

  it("can hold two sections and nothing else", () => {
    const { figures, narratives, assessments } = documentOfSections(complete, form, ["A", "B"]);
    expect(new Set(Object.keys(figures).map((id) => id[0]))).toEqual(new Set(["A", "B"]));
    expect({ narratives, assessments }).toEqual({ narratives: {}, assessments: {} });
  });
});

it("a consolidated narrative speaks for everyone it counts", () => {
  const [hanoi] = provinceUnits;
  const numbers = Object.fromEntries(
    Object.entries(figuresOf(form, communes[0] as Unit, 2026)).map(([id, value]) => [id, Number(value) * 100]),
  );
  const narratives = narrativesOf(form, hanoi as Unit, 2026, { numbers, units: 126 });
  expect(narratives.N1).toContain("126 đơn vị");
  expect(Object.values(narratives).join(" ")).toMatch(/[Cc]ác cấp, các ngành của thành phố Hà Nội/);
  expect(Object.values(narratives).join(" ")).not.toMatch(/[{}]|undefined|NaN/);
});
