import { describe, expect, it } from "vitest";
import type { Actor, Role } from "#lib/identity/actor";
import { mayConfirm, mayReadFor } from "#lib/plans/policy";

const ministry = (id: string) => ({ id, kind: "ministry", path: `/VN/${id}/`, oversight: "/VN/" });
const hanoi = (id: string, kind: string) => ({ id, kind, path: `/VN/H26/${id}/`, oversight: "/VN/H26/" });
const as = (agency: object, ...roles: Role[]) => ({ agency, roles }) as unknown as Actor;

const national = { agencyId: "VN", holderPath: "/VN/" };
const city = { agencyId: "H26", holderPath: "/VN/H26/" };

describe("who may confirm the words of a plan", () => {
  it("is the secretariat of both ministries for the national plan", () => {
    expect(mayConfirm(as(ministry("G01"), "secretariat"), national)).toBe(true);
    expect(mayConfirm(as(ministry("G09"), "secretariat"), national)).toBe(true);
    expect(mayConfirm(as(ministry("G22"), "secretariat"), national)).toBe(false);
    expect(mayConfirm(as(hanoi("H26.CA", "provincePolice"), "secretariat"), national)).toBe(false);
  });

  it("is the secretariat of the province for its plan", () => {
    for (const [id, kind] of [
      ["H26", "province"],
      ["H26.CA", "provincePolice"],
      ["H26.NV", "provinceHomeAffairs"],
    ] as const) {
      expect(mayConfirm(as(hanoi(id, kind), "secretariat"), city)).toBe(true);
    }
    expect(mayConfirm(as(hanoi("H26.YT", "department"), "secretariat"), city)).toBe(false);
    expect(
      mayConfirm(
        as({ id: "H01.CA", kind: "provincePolice", path: "/VN/H01/H01.CA/", oversight: "/VN/H01/" }, "secretariat"),
        city,
      ),
    ).toBe(false);
    expect(mayConfirm(as(ministry("G01"), "secretariat"), city)).toBe(false);
  });

  it("is no other role", () => {
    expect(mayConfirm(as(ministry("G01"), "head", "administrator", "consolidator", "reader"), national)).toBe(false);
  });
});

describe("for whom a plan may be read", () => {
  const commune = { id: "00070", path: "/VN/H26/00070/" };
  it("is the own agency, and those it looks after", () => {
    expect(mayReadFor(as({ ...commune, kind: "commune", oversight: commune.path }, "reporter"), commune)).toBe(true);
    expect(mayReadFor(as(hanoi("H26.CA", "provincePolice"), "recipientOfficer"), commune)).toBe(true);
    expect(mayReadFor(as({ id: "00004", path: "/VN/H26/00004/", oversight: "/VN/H26/00004/" }, "head"), commune)).toBe(
      false,
    );
  });
});
