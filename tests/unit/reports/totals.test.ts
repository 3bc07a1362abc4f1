import fc from "fast-check";
import { expect, it } from "vitest";
import type { FormDefinition } from "#lib/reports/form";
import { addDecimals, addOwn, figureRows, ratioOf } from "#lib/reports/totals";
import definition from "../../../prisma/reference/report-form.json" with { type: "json" };

const form = definition as unknown as FormDefinition;

it("adds decimals exactly, where floating point would not", () => {
  expect(addDecimals("0.1", "0.2")).toBe("0.3");
  expect(addDecimals("100", "-0.05")).toBe("99.95");
  expect(addDecimals("-5", "3")).toBe("-2");
  expect(addDecimals("50.50", "49.5")).toBe("100");
  const cents = fc.integer({ min: -1e9, max: 1e9 });
  fc.assert(
    fc.property(
      cents,
      cents,
      (a, b) => Number(addDecimals((a / 100).toFixed(2), (b / 100).toFixed(2))) === Number(((a + b) / 100).toFixed(2)),
    ),
  );
});

it("turns a unit's figures into rows: yes/no as 1 or 0 of 1 asked, a choice as one of its option, ratios and texts not at all", () => {
  expect(
    figureRows(form, { A1: true, A2: "12/KH-UBND", A4: 7, A8: false, A9: "120.5", C13: "Khá", E5: "98.5" }),
  ).toEqual([
    { indicatorId: "A1", option: "", number: "1", asked: 1 },
    { indicatorId: "A4", option: "", number: "7", asked: 1 },
    { indicatorId: "A8", option: "", number: "0", asked: 1 },
    { indicatorId: "A9", option: "", number: "120.5", asked: 1 },
    { indicatorId: "C13", option: "Khá", number: "1", asked: 1 },
    { indicatorId: "E5", option: "", number: "98.5", asked: 1 },
  ]);
});

it("adds the level's own figures and adjustments to the parts, and leaves what is not consolidated alone", () => {
  const parts = { A4: { "": { number: "10", asked: 2, units: 2 } }, A1: { "": { number: "1", asked: 2, units: 2 } } };
  expect(addOwn(form, parts, { A4: 5, A1: true, E5: "90" }, { A4: { by: "-1", reason: "trùng" } })).toEqual({
    A4: { "": { number: "14", asked: 3, units: 3 } },
    A1: { "": { number: "2", asked: 3, units: 3 } },
  });
  expect(parts.A4[""].number).toBe("10");
});

it("recomputes a ratio from its counts and never divides by nothing", () => {
  const ratio = form.sections.flatMap(({ indicators }) => indicators).find(({ id }) => id === "B18");
  if (!ratio) throw new Error("B18");
  expect(ratioOf(ratio, (id) => ({ B17: 45, B16: 60 })[id] ?? null)).toBe(75);
  expect(ratioOf(ratio, (id) => ({ B17: 0, B16: 0 })[id] ?? null)).toBeNull();
});
