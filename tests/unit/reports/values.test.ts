import { describe, expect, it } from "vitest";
import type { Indicator } from "#lib/reports/form";
import { printValue, readDay, readDecimal, readDecimalSigned, readValue } from "#lib/reports/values";

const indicator = (over: Partial<Indicator> = {}): Indicator => ({
  id: "A4",
  label: "Số văn bản",
  unit: "văn bản",
  type: "count",
  aggregate: "sum",
  ...over,
});

describe("numbers as people type them", () => {
  it.each([
    ["1234", "1234"],
    ["1.234", "1234"],
    ["1.234.567", "1234567"],
    ["1.234,5", "1234.5"],
    ["12,50", "12.5"],
    ["12.5", "12.5"],
    [" 1 234 ", "1234"],
    ["1\u00a0234", "1234"],
    ["007", "7"],
    ["0,0", "0"],
    ["100", "100"],
  ])("reads %j as %s", (typed, stored) => expect(readDecimal(typed)).toBe(stored));

  it.each(["", "abc", "-1", "1,234", "1.23.4", "1e3", "١٢", "12,345", "=1+1"])("does not read %j", (typed) =>
    expect(readDecimal(typed)).toBeNull(),
  );

  it("takes a sign for adjustments only", () => {
    expect(readDecimalSigned("-1.234,5")).toBe("-1234.5");
    expect(readDecimalSigned("+3")).toBe("3");
    expect(readDecimalSigned("-0")).toBe("0");
    expect(readDecimalSigned("--3")).toBeNull();
  });
});

it.each([
  ["23/11/2026", "2026-11-23"],
  ["3-1-2026", "2026-01-03"],
  ["2026-02-28", "2026-02-28"],
  ["29/02/2026", null],
  ["31/11/2026", null],
  ["23/13/2026", null],
  ["hôm nay", null],
])("reads the day %j as %j", (typed, day) => expect(readDay(typed)).toBe(day));

it("keeps counts as integers, decimals as exact text, answers as yes or no", () => {
  expect(readValue(indicator(), "1.234")).toEqual({ value: 1234 });
  expect(readValue(indicator({ type: "decimal" }), "0,1")).toEqual({ value: "0.1" });
  expect(readValue(indicator({ type: "boolean" }), "Có")).toEqual({ value: true });
  expect(readValue(indicator({ type: "boolean" }), "không")).toEqual({ value: false });
  expect(readValue(indicator({ type: "choice", options: ["Tốt", "Khá"] }), "tốt")).toEqual({ value: "Tốt" });
  expect(readValue(indicator(), "  ")).toEqual({ value: null });
});

it.each([
  [indicator(), "1,5", "số nguyên"],
  [indicator(), "12345678901", "nhỏ hơn"],
  [indicator({ type: "percent" }), "101", "0 đến 100"],
  [indicator({ type: "boolean" }), "có lẽ", "Có hoặc Không"],
  [indicator({ type: "choice", options: ["Tốt"] }), "Giỏi", "Tốt"],
  [indicator({ type: "ratio", computed: true }), "5", "hệ thống tính"],
  [indicator({ type: "date" }), "30/02/2026", "ngày có thật"],
])("names the cell, the value and the remedy", (cell, typed, remedy) => {
  const { problem } = readValue(cell, typed);
  expect(problem).toContain("Ô A4");
  expect(problem).toContain(typed);
  expect(problem).toContain(remedy);
});

it("prints what it reads", () => {
  for (const [cell, typed] of [
    [indicator(), "1.234"],
    [indicator({ type: "decimal" }), "1.234,5"],
    [indicator({ type: "date" }), "23/11/2026"],
    [indicator({ type: "boolean" }), "Có"],
  ] as const) {
    expect(printValue(cell, readValue(cell, typed).value)).toBe(typed);
  }
});
