import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { bonusesOf, type Chosen, checkDecision, decidedBy, recordState } from "#lib/awards/decisions/rules";
import type { RuleSetDefinition } from "#lib/awards/rule-set";

/** Worked by hand from domain/legal-rules.md §1.4; the salary is 2.530.000 đ from 1 July 2026 (NĐ 161/2026/NĐ-CP, Điều 3). */

const reference = JSON.parse(readFileSync("prisma/reference/award-rules.json", "utf8"));
const rules: RuleSetDefinition = reference.ruleSets.find(
  ({ id }: { id: string }) => id === "luat-2022-nd-152",
).definition;
const steps = [
  { effectiveFrom: "2024-07-01", amount: 2_340_000, source: "NĐ 73/2024/NĐ-CP, Điều 3" },
  { effectiveFrom: "2026-07-01", amount: 2_530_000, source: "NĐ 161/2026/NĐ-CP, Điều 3" },
];

const dossier = (changes: Partial<Chosen> = {}): Chosen => ({
  id: "one",
  subjectId: "subject",
  subjectKind: "individual",
  subjectName: "Nguyễn Thị Hoa",
  awardId: "bang-khen-bo-tinh",
  achievedFrom: "2026-01-01",
  achievedTo: "2026-10-31",
  passedOn: "2026-11-20",
  holderName: "Ủy ban nhân dân thành phố Hà Nội",
  rules,
  ...changes,
});

const amount = (changes: Partial<Chosen>, day = "2026-11-23") =>
  bonusesOf([dossier(changes)], steps, day, []).get("one")?.amount;

it("pays by the salary of the day of the decision, rounded up to 10.000 đ", () => {
  expect(amount({})).toBe(3_800_000); // 1,5 × 2.530.000 = 3.795.000
  expect(amount({}, "2026-06-30")).toBe(3_510_000); // 1,5 × 2.340.000
  expect(amount({ subjectKind: "household" })).toBe(5_700_000); // 2,25 × 2.530.000 = 5.692.500
  expect(amount({ awardId: "giay-khen" })).toBe(760_000); // 0,3 × 2.530.000 = 759.000
  expect(amount({ awardId: "co-thi-dua-chinh-phu", subjectKind: "collective" })).toBe(30_360_000);
});

it("pays nothing by guess: no multiplier for the kind, or no salary for the day", () => {
  const unknown = bonusesOf([dossier({ awardId: "co-thi-dua-bo-tinh" })], steps, "2026-11-23", []).get("one");
  expect(unknown).toMatchObject({ amount: null, note: expect.stringContaining("Chưa xác minh") });
  expect(bonusesOf([dossier()], steps, "2020-01-01", []).get("one")).toMatchObject({
    amount: null,
    note: expect.stringContaining("lương cơ sở"),
  });
});

it("pays the highest of several titles of one day and period only, also against an earlier decision of that day", () => {
  const flag = (id: string, awardId: string) => dossier({ id, awardId, subjectKind: "collective" });
  const both = [flag("low", "co-thi-dua-bo-tinh"), flag("high", "co-thi-dua-chinh-phu")];
  const paid = bonusesOf(both, steps, "2026-11-23", []);
  expect([paid.get("low")?.amount, paid.get("high")?.amount]).toEqual([0, 30_360_000]);
  const earlier = { ...both[1], subjectId: "subject", decidedOn: "2026-11-23", bonus: 30_360_000 } as never;
  expect(bonusesOf([both[0] as Chosen], steps, "2026-11-23", [earlier]).get("low")).toMatchObject({
    amount: 0,
    note: expect.stringContaining("Không chi"),
  });
  const other = { ...(both[0] as Chosen), achievedFrom: "2025-01-01", achievedTo: "2025-12-31" };
  expect(bonusesOf([other], steps, "2026-11-23", [earlier]).get("low")?.amount).toBe(20_240_000);
});

it("names the decider, and lets one decision have only one", () => {
  expect(decidedBy(dossier())).toBe("Chủ tịch Ủy ban nhân dân thành phố Hà Nội");
  expect(decidedBy(dossier({ awardId: "bang-khen-thu-tuong", holderName: "Bộ Nội vụ" }))).toBe("Thủ tướng Chính phủ");
  expect(decidedBy(dossier({ awardId: "huan-chuong-lao-dong-3", holderName: "Bộ Nội vụ" }))).toBe("Chủ tịch nước");
  const state = ["bang-khen-thu-tuong", "huan-chuong-lao-dong-3"].map((awardId) => dossier({ awardId }));
  expect(() => checkDecision(state, "2026-11-23", "2026-11-23")).toThrow(/một người có thẩm quyền/);
});

it("takes a day from the council's conclusion to today, both included", () => {
  for (const day of ["2026-11-20", "2026-11-23"])
    expect(() => checkDecision([dossier()], day, "2026-11-23")).not.toThrow();
  for (const day of ["2026-11-19", "2026-11-24"]) expect(() => checkDecision([dossier()], day, "2026-11-23")).toThrow();
});

it("tells what became of an award", () => {
  const days = { issuedOn: null, revokedOn: null, returnedOn: null };
  expect(recordState(days)).toBe("toIssue");
  expect(recordState({ ...days, issuedOn: "2026-12-01" })).toBe("issued");
  expect(recordState({ ...days, issuedOn: "2026-12-01", revokedOn: "2027-01-04" })).toBe("revoked");
  expect(recordState({ issuedOn: null, revokedOn: "2027-01-04", returnedOn: "2027-01-20" })).toBe("returned");
});
