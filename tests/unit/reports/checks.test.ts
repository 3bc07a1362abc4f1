import { expect, it } from "vitest";
import { blockingProblems, type Checked, checksOf, progressOf } from "#lib/reports/checks";
import { readDocument } from "#lib/reports/document";
import { allIndicators, enteredIndicators, type FormDefinition } from "#lib/reports/form";
import { sectionsOf } from "#lib/reports/sections";
import definition from "../../../prisma/reference/report-form.json" with { type: "json" };

const form = definition as unknown as FormDefinition;
const narratives = Object.fromEntries(form.narratives.map(({ id }) => [id, "Đã triển khai."]));
const assessments = { "hn-sbn-1": { level: "tot", grounds: "Có kế hoạch." } };
const complete = { figures: { A1: false, B1: 3 }, narratives, assessments };
const checked = (document: object, more: Partial<Checked> = {}): Checked => ({
  form,
  unit: "commune",
  isConsolidated: false,
  criteriaIds: ["hn-sbn-1"],
  document: readDocument(document),
  lastYear: null,
  peers: {},
  today: "2026-11-05",
  ...more,
});
const messages = (document: object) => blockingProblems(checked(document)).map(({ message }) => message);
const told = (document: object, more: Partial<Checked> = {}) =>
  checksOf(checked(document, more)).map(({ severity, field, message }) => [severity, field, message]);

it("has the 70 figures in 7 sections and the 11 narratives of the form", () => {
  expect([allIndicators(form).length, form.sections.length, form.narratives.length]).toEqual([70, 7, 11]);
});

it("lets a complete report through", () => expect(messages(complete)).toEqual([]));

it("asks for what is required, and for what an answer makes required", () => {
  expect(messages({ ...complete, figures: {} })).toEqual([
    expect.stringContaining("A1"),
    expect.stringContaining("B1"),
  ]);
  expect(messages({ ...complete, figures: { A1: true, B1: 3 } })).toEqual([
    expect.stringContaining("A2"),
    expect.stringContaining("A3"),
  ]);
});

it("holds a figure to its limit, naming both", () => {
  expect(messages({ ...complete, figures: { A1: false, B1: 3, B2: 4 } })).toEqual([
    expect.stringMatching(/B2.*4.*B1.*3/),
  ]);
  expect(messages({ ...complete, figures: { A1: false, B1: 3, G2: 1, G4: 1, G9: 3 } })).toEqual([
    expect.stringMatching(/G9.*3 lớn hơn G2.*G4.*\(2\)/),
  ]);
});

it("asks for narratives and for a level with grounds at each criterion", () => {
  expect(messages({ ...complete, narratives: { ...narratives, N9: "" } })).toEqual([
    expect.stringContaining("Tồn tại"),
  ]);
  expect(messages({ ...complete, assessments: { "hn-sbn-1": { level: "tot", grounds: "" } } })).toEqual([
    "Tiêu chí 1: chưa có căn cứ.",
  ]);
  expect(messages({ ...complete, narratives: { ...narratives, N1: "x".repeat(5001) } })).toEqual([
    expect.stringContaining("5001 ký tự"),
  ]);
});

it("does not ask a department for what only communes are asked", () => {
  const asked = enteredIndicators(form.sections[1] as FormDefinition["sections"][0], "department").map(({ id }) => id);
  expect(asked).toContain("B5");
  expect(asked).not.toContain("B7");
  expect(asked).not.toContain("B18");
});

it("tells progress in counts, and keeps a returned section to correct", () => {
  const progress = progressOf(checked(complete));
  expect(progress.find(({ id }) => id === "B")).toMatchObject({ filled: 1, asked: 17, problems: 0 });
  const sections = sectionsOf(checked(complete), "returned", [
    { name: "Công an", state: "returned", reasons: { B: "B1 chưa khớp" } },
  ]);
  expect(sections.find(({ id }) => id === "B")).toMatchObject({
    state: "toCorrect",
    reasons: [{ by: "Công an", reason: "B1 chưa khớp" }],
  });
  expect(sections.find(({ id }) => id === "D")).toMatchObject({ state: "notStarted" });
});

it("takes a reason for having no value as an answer, and keeps a promised figure in sight", () => {
  const later = (expectedOn: string) => ({
    ...complete,
    figures: { A1: false },
    blanks: { B1: { reason: "pending", expectedOn } },
  });
  expect(messages(later("2026-11-25"))).toEqual([]);
  expect(told(later("2026-11-25"))).toEqual([["info", "figures.B1", expect.stringContaining("25/11/2026")]]);
  expect(told(later("2026-11-01"))).toEqual([["warn", "figures.B1", expect.stringMatching(/B1.*01\/11\/2026 đã qua/)]]);
  expect(messages({ ...complete, figures: { A1: false }, blanks: { B1: { reason: "none" } } })).toEqual([]);
});

it("asks to explain a large change against last year, until the explanation is there", () => {
  const lastYear = readDocument({ figures: { B1: 20, F1: 3 } });
  const changed = { ...complete, figures: { A1: false, B1: 31, F1: 9 } };
  expect(told(changed, { lastYear })).toEqual([
    ["explain", "figures.B1", expect.stringMatching(/31 tăng quá 50 %.*\(20\)/)],
  ]);
  expect(blockingProblems(checked(changed, { lastYear }))).toHaveLength(1);
  const explained = { ...changed, explanations: { B1: "Sáp nhập thêm địa bàn." } };
  expect(blockingProblems(checked(explained, { lastYear }))).toEqual([]);
  expect(told(explained, { lastYear })).toHaveLength(1);
  expect(told({ ...changed, figures: { A1: false, B1: 30 } }, { lastYear })).toEqual([]);
  expect(blockingProblems(checked(changed, { lastYear, isConsolidated: true }))).toEqual([]);
});

it("warns of a figure far from those of comparable units, if there are enough of them", () => {
  const peer = { units: 100, median: 20, lower: 15, upper: 25 };
  const document = { ...complete, figures: { A1: false, B1: 56 } };
  expect(told(document, { peers: { B1: peer } })).toEqual([
    ["warn", "figures.B1", expect.stringMatching(/56 khác xa 100 đơn vị.*trung vị 20.*15 đến 25/)],
  ]);
  expect(told({ ...document, figures: { A1: false, B1: 55 } }, { peers: { B1: peer } })).toEqual([]);
  expect(told(document, { peers: { B1: { ...peer, units: 9 } } })).toEqual([]);
});

it("tells when the parts of a group exceed the figure they belong to", () => {
  const document = { ...complete, figures: { A1: false, B1: 3, B5: 2, B6: 2, B10: 4 } };
  expect(told(document)).toEqual([
    ["warn", "figures.B1", expect.stringMatching(/theo loại.*= 4\) lớn hơn 3/)],
    ["info", "figures.B1", expect.stringMatching(/theo địa bàn.*= 4\) lớn hơn 3/)],
  ]);
});

it("does not let a copied figure go unconfirmed", () => {
  const document = { ...complete, figures: { A1: false, B1: 3, E1: 5 }, copied: { E1: true } };
  expect(messages(document)).toEqual([expect.stringMatching(/E1.*chép từ năm trước/)]);
});
