import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { UnitPart } from "#lib/dashboards/provenance/queries";
import { explainDifference, type Part, totalOfUnits } from "#lib/dashboards/provenance/rules";
import { findingOf, printSigned, tellCause, tellMissing, tellNoted } from "#lib/dashboards/provenance/words";
import type { ReportDocument } from "#lib/reports/document";
import type { Indicator } from "#lib/reports/form";

const COUNT: Indicator = { id: "B1", label: "Số mô hình", unit: "mô hình", type: "count", aggregate: "sum" };
const YES: Indicator = { id: "A1", label: "Đã ban hành", unit: "", type: "boolean", aggregate: "countTrue" };
const RATIO: Indicator = { ...COUNT, type: "ratio", aggregate: "ratio", numerator: "B17", denominator: "B16" };

const part = (name: string, live: string | null, counted: string | null = live, change: Partial<Part> = {}): Part => ({
  name,
  live,
  counted,
  isCounted: counted !== null,
  isLive: true,
  ...change,
});
type Stated = Pick<ReportDocument, "totals" | "figures" | "adjustments">;
const document = (number: string, own?: number | boolean, by?: string): Stated => ({
  totals: { B1: { "": { number, asked: 1, units: 1 } }, A1: { "": { number, asked: 1, units: 1 } } },
  figures: own === undefined ? {} : { B1: own, A1: own },
  adjustments: by === undefined ? {} : { B1: { by, reason: "Trùng mô hình." } },
});

describe("the official figure against the parts of now", () => {
  it("has nothing to explain when it is their sum", () => {
    const found = explainDifference(COUNT, document("7"), [part("a", "3"), part("b", "4")]);
    expect(found).toEqual({ live: "7", official: "7", by: "0", causes: [] });
  });

  it("names every cause with what it adds", () => {
    const parts = [
      part("same", "3"),
      part("corrected", "5", "4"),
      part("late", "6", null),
      part("gone", null, "2", { isLive: false }),
    ];
    expect(explainDifference(COUNT, document("18", 10, "-1"), parts)).toEqual({
      live: "14",
      official: "18",
      by: "4",
      causes: [
        { kind: "adjustment", by: "-1", reason: "Trùng mô hình." },
        { kind: "own", by: "10" },
        { kind: "later", by: "-6", parts: ["late"] },
        { kind: "changed", by: "-1", parts: ["corrected"] },
        { kind: "gone", by: "2", parts: ["gone"] },
      ],
    });
  });

  it("names what provinces added of their own, apart from what changed since", () => {
    const parts = [part("P", "10", "15", { own: "3", adjusted: "1" }), part("Q", "4", "4", { own: null })];
    expect(explainDifference(COUNT, document("19"), parts)?.causes).toEqual([
      { kind: "ownBelow", by: "3", parts: ["P"] },
      { kind: "adjustedBelow", by: "1", parts: ["P"] },
      { kind: "changed", by: "1", parts: ["P"] },
    ]);
  });

  it("counts a yes of the level itself as one, and says what it cannot explain", () => {
    expect(explainDifference(YES, document("3", true), [part("a", "1")])?.causes).toEqual([
      { kind: "own", by: "1" },
      { kind: "unknown", by: "1" },
    ]);
  });

  it("is not taken apart where parts do not add up, or where it states nothing", () => {
    expect(explainDifference(RATIO, document("7"), [])).toBeNull();
    expect(explainDifference(COUNT, { totals: {}, figures: {}, adjustments: {} }, [])).toBeNull();
  });

  const cents = fc.integer({ min: 0, max: 1_000_000 }).map((value) => String(value / 100));
  const parts = fc.array(
    fc.record({ live: fc.option(cents), counted: fc.option(cents), isLive: fc.boolean(), own: fc.option(cents) }),
    { maxLength: 20 },
  );

  it("has causes that add up to the difference, whatever happened", () => {
    const toCents = (decimal: string) => Math.round(Number(decimal) * 100);
    fc.assert(
      fc.property(parts, cents, fc.option(cents), (all, stated, by) => {
        const made = all.map(({ live, counted, isLive, own }, index) =>
          part(`x${index}`, isLive ? live : null, counted, { isLive, own: counted === null ? null : own }),
        );
        const found = explainDifference(COUNT, document(stated, 5, by ?? undefined), made);
        expect(found).not.toBeNull();
        const causes = found?.causes ?? [];
        expect(causes.reduce((sum, cause) => sum + toCents(cause.by), 0)).toBe(toCents(found?.by ?? ""));
        expect(toCents(found?.official ?? "") - toCents(found?.live ?? "")).toBe(toCents(found?.by ?? ""));
      }),
    );
  });
});

const unit = (change: Partial<UnitPart>): UnitPart => ({
  reportId: "r",
  agencyId: "a",
  name: "a",
  path: "/VN/H26/a/",
  status: "accepted",
  late: false,
  nothing: false,
  isLive: true,
  isSent: true,
  version: 1,
  sentAt: null,
  enteredByName: null,
  signedByName: null,
  option: "",
  blank: null,
  live: { number: "1", base: null },
  countedVersion: null,
  counted: { number: null, base: null },
  ...change,
});
const none = { number: null, base: null };

describe("the total of units", () => {
  const units = [
    unit({ live: { number: "2.5", base: null }, late: true }),
    unit({ live: { number: "0", base: null }, nothing: true }),
    unit({ live: none }),
    unit({ live: none, version: null, late: true }),
    unit({ live: none, version: null, isSent: false }),
    unit({ isLive: false, version: null, live: none, counted: { number: "9", base: null } }),
  ];

  it("says how many gave it, what is missing, and what is to be known", () => {
    const total = totalOfUnits(COUNT, units);
    expect(total).toEqual({
      number: "2.5",
      base: null,
      expected: 5,
      accepted: 3,
      gave: 2,
      notSent: 1,
      waiting: 1,
      blank: 1,
      nothing: 1,
      late: 1,
    });
    expect(findingOf(COUNT, total)).toBe("Số mô hình: 2,5 mô hình từ 2/5 đơn vị, thiếu 3");
    expect(tellMissing(total)).toBe(
      "1 chưa gửi, 1 đã gửi, chưa được tiếp nhận, 1 đã được tiếp nhận nhưng bỏ trống chỉ tiêu này",
    );
    expect(tellNoted(total)).toBe("1 báo cáo không phát sinh, 1 gửi muộn");
  });

  it("of a ratio leaves out who gave only one of its counts", () => {
    const given = [
      unit({ live: { number: "1", base: "2" } }),
      unit({ live: { number: "9", base: null } }),
      unit({ live: { number: "2", base: "2" } }),
    ];
    expect(totalOfUnits(RATIO, given)).toMatchObject({ number: "3", base: "4", gave: 2, blank: 1 });
  });
});

describe("the words", () => {
  it("give a difference its sign", () => {
    expect(["12", "-3.5", "0"].map(printSigned)).toEqual(["+12", "−3,5", "0"]);
  });

  it("name the first few places of a cause and count the rest", () => {
    const parts = ["a", "b", "c", "d", "e", "f", "g"];
    expect(tellCause({ kind: "later", by: "1", parts }, false)).toBe(
      "7 đơn vị chưa được tính khi tổng hợp: a, b, c, d, e và 2 nơi khác",
    );
  });
});
