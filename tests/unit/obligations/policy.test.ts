import { describe, expect, it } from "vitest";
import type { Actor, Role } from "#lib/identity/actor";
import { mayChangeDuty, obligationScope } from "#lib/reports/obligations/policy";

const agencies = {
  police: { id: "G01", kind: "ministry", path: "/VN/G01/", oversight: "/VN/", provinceId: null },
  homeAffairs: { id: "G09", kind: "ministry", path: "/VN/G09/", oversight: "/VN/", provinceId: null },
  office: { id: "G22", kind: "centralBody", path: "/VN/G22/", oversight: "/VN/", provinceId: null },
  hanoiPolice: {
    id: "H26.CA",
    kind: "provincePolice",
    path: "/VN/H26/H26.CA/",
    oversight: "/VN/H26/",
    provinceId: "H26",
  },
  department: {
    id: "H26.YT",
    kind: "department",
    path: "/VN/H26/H26.YT/",
    oversight: "/VN/H26/H26.YT/",
    provinceId: "H26",
  },
  commune: { id: "00070", kind: "commune", path: "/VN/H26/00070/", oversight: "/VN/H26/00070/", provinceId: "H26" },
} as const;

const roles: Role[] = [
  "reporter",
  "head",
  "recipientOfficer",
  "consolidator",
  "secretariat",
  "administrator",
  "reader",
];
const as = (agency: keyof typeof agencies, role: Role) =>
  ({ agency: agencies[agency], roles: [role] }) as unknown as Actor;

describe("who sees obligations", () => {
  const seeing: Role[] = ["consolidator", "secretariat", "administrator"];

  it.each(roles)("as %s", (role) => {
    const scopes = (Object.keys(agencies) as (keyof typeof agencies)[]).map((agency) =>
      obligationScope(as(agency, role)),
    );
    expect(scopes).toEqual(
      seeing.includes(role) ? ["/VN/", "/VN/", null, "/VN/H26/", null, null] : [null, null, null, null, null, null],
    );
  });
});

describe("who changes the dates of a duty", () => {
  it.each(roles)("as %s", (role) => {
    const may = (agency: keyof typeof agencies, scopePath: string) => mayChangeDuty(as(agency, role), scopePath);
    const secretariat = role === "secretariat";
    expect(may("police", "/VN/")).toBe(secretariat);
    expect(may("homeAffairs", "/VN/H26/")).toBe(secretariat);
    expect(may("hanoiPolice", "/VN/H26/")).toBe(secretariat);
    expect(may("hanoiPolice", "/VN/")).toBe(false);
    expect(may("hanoiPolice", "/VN/H01/")).toBe(false);
    expect(may("office", "/VN/")).toBe(false);
    expect(may("department", "/VN/H26/")).toBe(false);
    expect(may("commune", "/VN/H26/00070/")).toBe(false);
  });
});
