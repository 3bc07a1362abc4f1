import { describe, expect, it } from "vitest";
import { mayOverride, NEW_ITEM, placeOf } from "#lib/awards/rule-sets/change";
import { printValue } from "#lib/awards/rule-sets/labels";
import { keptRules, mayEditRuleSet, mayReadRuleSet } from "#lib/awards/rule-sets/policy";
import { adoptionProblems, endOf, stateOf, warningsOf } from "#lib/awards/rule-sets/rules";
import { readValue } from "#lib/awards/rule-sets/schema";
import { differencesOf, findValue, valuesOf } from "#lib/awards/rule-sets/values";
import type { Actor, Role } from "#lib/identity/actor";
import { rules, rulesNamed } from "./law.ts";

describe("the law as it is loaded", () => {
  it("gives every value a source, and no value where nobody found one", () => {
    for (const id of ["luat-2022-nd-98", "luat-2022-nd-152", "luat-2022-sua-2026-nd-152", "ha-noi-sua-2026-nd-152"])
      for (const { path, kind, value, mark, source } of valuesOf(rulesNamed(id))) {
        expect(source.length, `${id} ${path}`).toBeGreaterThan(10);
        if (mark === "unknown" && !["condition", "words"].includes(kind)) expect(value, `${id} ${path}`).toBeNull();
      }
  });

  it("claims nothing of a decree or an amendment that was not read", () => {
    const marks = (id: string, has: string) =>
      new Set(valuesOf(rulesNamed(id)).flatMap(({ mark, source }) => (source.includes(has) ? mark : [])));
    expect(marks("luat-2022-nd-98", "Nghị định 152")).toEqual(new Set(["background", "unknown"]));
    expect(marks("luat-2022-sua-2026-nd-152", "Luật Thi đua").has("found")).toBe(false);
    expect(marks("luat-2022-nd-152", "Luật Thi đua").has("found")).toBe(true);
  });

  it("differs for Hà Nội in what its plan says, and nowhere else", () => {
    const paths = differencesOf(rules, rulesNamed("ha-noi-nd-152")).map(({ path }) => path);
    expect(paths).toEqual([
      "co-thi-dua-bo-tinh.decides",
      "bang-khen-bo-tinh.proposes",
      "bang-khen-bo-tinh.decides",
      "giay-khen.proposes",
      "giay-khen.decides",
    ]);
  });

  it("differs from itself nowhere, whatever the order of keys", () => {
    const reordered = JSON.parse(JSON.stringify(rules), (_, part) =>
      part && typeof part === "object" && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).toReversed())
        : part,
    );
    expect(differencesOf(rules, reordered)).toEqual([]);
  });
});

describe("a printed value", () => {
  it.each([
    ["co-thi-dua-chinh-phu.threshold", "từ 80 % tổng số thành viên hội đồng"],
    ["co-thi-dua-chinh-phu.ballot", "Bỏ phiếu kín"],
    ["co-thi-dua-chinh-phu.publicityDays", "Không quy định"],
    ["bang-khen-bo-tinh.publicityDays", "Chưa xác minh quy định"],
    ["huan-chuong-lao-dong-3.publicityDays", "10 ngày làm việc"],
    ["giay-khen.bonus", "tập thể 0,6; cá nhân 0,3; hộ gia đình 0,45"],
    ["issuingDays", "dưới 100 trường hợp: 10 ngày làm việc; từ 100 trường hợp: 20 ngày làm việc"],
    ["bonusRounding", "đến 10.000 đồng"],
    ["quorum", "Chưa xác minh quy định"],
  ])("%s: %s", (path, words) => {
    const value = findValue(rules, path);
    expect(value && printValue(value)).toBe(words);
  });

  it("is words for every value of the law", () => {
    for (const value of valuesOf(rules)) expect(printValue(value), value.path).toMatch(/\p{L}/u);
  });
});

const grounds = { mark: "found", document: "Quyết định 1/QĐ-UBND", article: "Điều 2" };

describe("a value from a form", () => {
  it.each([
    [
      "threshold",
      { numerator: "4", denominator: "5", base: "present" },
      { numerator: 4, denominator: 5, base: "present" },
    ],
    ["threshold", { numerator: "", denominator: "", base: "present" }, null],
    ["quorum", { numerator: "2", denominator: "3" }, { numerator: 2, denominator: 3, base: "allMembers" }],
    ["days", { value: "10" }, 10],
    ["days", { value: "" }, null],
    ["ballot", { value: "secret" }, "secret"],
    ["ballot", { value: "" }, null],
    ["subjects", { value: ["collective"] }, ["collective"]],
    [
      "bonus",
      { individual: "0,3", collective: "12", household: "" },
      { individual: 30, collective: 1200, household: null },
    ],
    ["appraisal", { base: "", province: "30", state: "20" }, { base: null, province: 30, state: 20 }],
    ["optionalWords", { value: " " }, null],
  ] as const)("of kind %s, %o, is %o", (kind, input, value) => {
    expect(readValue(kind, { ...input, ...grounds })).toEqual({
      value,
      mark: "found",
      source: "Quyết định 1/QĐ-UBND, Điều 2",
    });
  });

  it("of a condition keeps only what belongs to it", () => {
    const input = {
      value: "Đạt",
      check: "evidence",
      priorAwardId: "giay-khen",
      yearsSince: "5",
      route: "",
      subjects: [],
    };
    expect(readValue("condition", { ...input, ...grounds })).toEqual({
      value: "Đạt",
      check: "evidence",
      mark: "found",
      source: "Quyết định 1/QĐ-UBND, Điều 2",
    });
  });

  it.each([
    ["days", { value: "mười" }, "value"],
    ["days", { value: "-1" }, "value"],
    ["bonus", { individual: "3,555" }, "individual"],
    ["condition", { value: "Đã có", check: "priorAward" }, "priorAwardId"],
    ["words", { value: " " }, "value"],
    ["ballot", { value: "secret", mark: "unknown" }, "mark"],
  ] as const)("of kind %s, %o, is refused at %s", (kind, input, field) => {
    expect(() => readValue(kind, { ...grounds, ...input })).toThrow(
      expect.objectContaining({ status: 422, fields: [expect.objectContaining({ field })] }),
    );
  });
});

const actor = (agencyId: string, oversight: string, ...roles: Role[]) =>
  ({ agency: { id: agencyId, oversight, path: `/VN/${agencyId}/` }, roles }) as unknown as Actor;

describe("whose rules somebody keeps", () => {
  it.each([
    ["Bộ Nội vụ the nation's", actor("G09", "/VN/", "secretariat"), null],
    ["Bộ Công an its own", actor("G01", "/VN/", "secretariat"), "G01"],
    ["Sở Nội vụ its province's", actor("H26.NV", "/VN/H26/", "secretariat"), "H26"],
    ["a ward's nobody's", actor("00070", "/VN/H26/00070/", "secretariat"), undefined],
    ["a head nobody's", actor("H26", "/VN/H26/", "head"), undefined],
  ])("%s", (_, somebody, owner) => {
    expect(keptRules(somebody)).toBe(owner);
  });

  it("lets everybody read what is in use, its makers alone a draft, and nobody change what is in use", () => {
    const [maker, stranger] = [actor("H26.NV", "/VN/H26/", "secretariat"), actor("H57.NV", "/VN/H57/", "secretariat")];
    const draft = { agencyId: "H26", path: "/VN/H26/", adoptedAt: null };
    const inUse = { ...draft, adoptedAt: new Date() };
    expect([maker, stranger].map((who) => mayReadRuleSet(who, draft))).toEqual([true, false]);
    expect([maker, stranger].map((who) => mayReadRuleSet(who, inUse))).toEqual([true, true]);
    expect([maker, stranger].map((who) => mayEditRuleSet(who, draft))).toEqual([true, false]);
    expect(mayEditRuleSet(maker, inUse)).toBe(false);
  });
});

describe("what an agency may set otherwise", () => {
  it.each([
    ["quorum", true],
    ["recusal", true],
    ["freshnessMonths", false],
    ["bonusRounding", false],
    ["bang-khen-bo-tinh.threshold", true],
    [`giay-khen.dossier.${NEW_ITEM}`, true],
    ["giay-khen.bonus", false],
    ["co-thi-dua-chinh-phu.threshold", false],
    ["bang-khen-thu-tuong.threshold", true],
    ["bang-khen-thu-tuong.decides", false],
    [`bang-khen-thu-tuong.preconditions.${NEW_ITEM}`, false],
  ])("%s: %s [NĐ 152/2025, Đ6.2]", (path, may) => {
    const place = placeOf(rules, path);
    expect(place && mayOverride(rules, place)).toBe(may);
  });
});

describe("the days of a set", () => {
  const span = (effectiveFrom: string, effectiveTo: string | null = null) => ({ effectiveFrom, effectiveTo });
  const base = { title: "Quốc gia", ...span("2026-10-01", "2027-02-28") };

  it("begin today at the earliest, inside the base, on a day of their own", () => {
    const problems = (effectiveFrom: string) =>
      adoptionProblems({ effectiveFrom, agencyId: "H26" }, { base, others: [span("2026-12-01")], today: "2026-11-26" })
        .length;
    expect(["2026-11-25", "2026-11-26", "2027-02-28", "2027-03-01", "2026-12-01"].map(problems)).toEqual([
      1, 0, 0, 1, 1,
    ]);
  });

  it("end before the next one and with the base", () => {
    expect(endOf("2026-11-26", [span("2026-10-01"), span("2026-12-01")], base)).toBe("2026-11-30");
    expect(endOf("2026-12-01", [span("2026-11-01")], base)).toBe("2027-02-28");
    expect(endOf("2026-12-01", [], null)).toBeNull();
  });

  it("make its state", () => {
    const state = (effectiveFrom: string, effectiveTo: string | null, adopted = true) =>
      stateOf({ adoptedAt: adopted ? new Date() : null, effectiveFrom, effectiveTo }, "2026-11-26");
    expect(state("2026-11-26", null)).toBe("inForce");
    expect(state("2026-11-27", null)).toBe("coming");
    expect(state("2026-01-01", "2026-11-25")).toBe("ended");
    expect(state("2026-12-01", "2026-11-30")).toBe("ended");
    expect(state("2026-11-26", null, false)).toBe("draft");
  });

  it("are told of 120 days before they end", () => {
    const told = (day: string) => warningsOf([{ title: "Nghị định", warning: null, effectiveTo: "2027-02-28" }], day);
    expect(told("2026-10-30")).toEqual([]);
    expect(told("2026-10-31")[0]).toContain("còn 120 ngày");
    expect(told("2027-03-01")[0]).toContain("đã hết hiệu lực");
  });
});
