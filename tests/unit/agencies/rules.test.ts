import { describe, expect, it } from "vitest";
import {
  type Duty,
  dutiesOf,
  dutiesTo,
  matchedOtherNames,
  maySeePeople,
  searchPatterns,
  termOn,
} from "#lib/agencies/rules";
import type { Actor } from "#lib/identity/actor";

const commune = { id: "00070", kind: "commune" as const, path: "/VN/H26/00070/", provinceId: "H26" };
const police = { id: "H26.CA", kind: "provincePolice" as const, path: "/VN/H26/H26.CA/", provinceId: "H26" };

const aDuty = (duty: Partial<Duty> & { id: string }): Duty => ({
  name: duty.id,
  reporterKinds: ["commune"],
  scopePath: "/VN/",
  excludedIds: [],
  reportKind: "own",
  recipients: ["@police", "@homeAffairs"],
  isDefault: false,
  ...duty,
});
const byDefault = aDuty({ id: "default", isDefault: true });
const ofHanoi = aDuty({ id: "hanoi", scopePath: "/VN/H26/" });

describe("duties of an agency", () => {
  it("are those for its kind and place", () => {
    expect(
      dutiesOf(commune, [
        byDefault,
        aDuty({ id: "ministries", reporterKinds: ["ministry"] }),
        aDuty({ id: "elsewhere", scopePath: "/VN/H01/" }),
      ]),
    ).toEqual([byDefault]);
  });

  it("come from the plan of the province before the default", () => {
    expect(dutiesOf(commune, [byDefault, ofHanoi])).toEqual([ofHanoi]);
  });

  it("leave out who is excluded", () => {
    expect(dutiesOf(commune, [aDuty({ id: "others", excludedIds: ["00070"] })])).toEqual([]);
  });
});

describe("duties to an agency", () => {
  it("are those that name it, or its office in every province", () => {
    expect(dutiesTo(police, [byDefault])).toEqual([byDefault]);
    expect(
      dutiesTo({ ...police, id: "G01", kind: "ministry", path: "/VN/G01/", provinceId: null }, [
        aDuty({ id: "up", recipients: ["G01"] }),
        byDefault,
      ]).map(({ id }) => id),
    ).toEqual(["up"]);
  });

  it("do not repeat the default where the province has its own", () => {
    expect(dutiesTo(police, [byDefault, ofHanoi])).toEqual([ofHanoi]);
  });
});

describe("the term of a day", () => {
  const terms = [
    { validFrom: "2025-07-01", validTo: "2026-04-29" },
    { validFrom: "2026-04-30", validTo: null },
  ];

  it("is the one in force, the last one before, or the first to come", () => {
    expect(termOn(terms, "2026-04-29")).toBe(terms[0]);
    expect(termOn(terms, "2026-04-30")).toBe(terms[1]);
    expect(termOn(terms, "2025-06-30")).toBe(terms[0]);
    expect(termOn([{ validFrom: null, validTo: "2025-06-30" }], "2026-01-01")).toEqual({
      validFrom: null,
      validTo: "2025-06-30",
    });
    expect(termOn([], "2026-01-01")).toBeNull();
  });
});

describe("a search", () => {
  it("looks for the beginnings of words, without diacritics", () => {
    expect(searchPatterns("  Kiên  Giang ")).toEqual(["% kien%", "% giang%"]);
    expect(searchPatterns("")).toEqual([]);
  });

  it("says which former name it found, not the others", () => {
    const anGiang = {
      name: "Ủy ban nhân dân tỉnh An Giang",
      otherNames: [{ name: "Kiên Giang", kind: "former" as const }],
    };
    expect(matchedOtherNames("kien giang", anGiang)).toEqual(anGiang.otherNames);
    expect(matchedOtherNames("an giang", anGiang)).toEqual([]);
  });
});

describe("people of an agency", () => {
  const actor = (agency: Partial<Actor["agency"]>, roles: Actor["roles"]) =>
    ({ agency: { id: "x", path: "/VN/x/", oversight: "/VN/x/", provinceId: null, ...agency }, roles }) as Actor;
  const seen = (by: Actor) => maySeePeople(by, commune);

  it("are known in their own province and to those who oversee or administer it", () => {
    expect(seen(actor({ id: "00074", provinceId: "H26" }, ["reporter"]))).toBe(true);
    expect(seen(actor({ id: "G01", oversight: "/VN/" }, ["reader"]))).toBe(true);
    expect(seen(actor({ id: "G09", oversight: "/VN/" }, ["administrator"]))).toBe(true);
  });

  it("are unknown elsewhere", () => {
    expect(seen(actor({ id: "26734", provinceId: "H29" }, ["head"]))).toBe(false);
    expect(seen(actor({ id: "G02", oversight: "/VN/G02/" }, ["head", "administrator"]))).toBe(false);
    expect(seen(actor({ id: "G01", oversight: "/VN/" }, ["reporter"]))).toBe(false);
  });
});
