import { expect, it } from "vitest";
import { blockingProblems, type Checked, progressOf } from "#lib/reports/checks";
import { readDocument } from "#lib/reports/document";
import { allIndicators, enteredIndicators, type FormDefinition } from "#lib/reports/form";
import { sectionsOf } from "#lib/reports/sections";
import definition from "../../../prisma/reference/report-form.json" with { type: "json" };

const form = definition as unknown as FormDefinition;
const narratives = Object.fromEntries(form.narratives.map(({ id }) => [id, "Đã triển khai."]));
const assessments = { "hn-sbn-1": { level: "tot", grounds: "Có kế hoạch." } };
const complete = { figures: { A1: false, B1: 3 }, narratives, assessments };
const checked = (document: object): Checked => ({
  form,
  unit: "commune",
  isConsolidated: false,
  criteriaIds: ["hn-sbn-1"],
  document: readDocument(document),
});
const messages = (document: object) => blockingProblems(checked(document)).map(({ message }) => message);

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
