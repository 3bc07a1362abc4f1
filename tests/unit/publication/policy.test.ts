import { expect, it } from "vitest";
import type { ActingAgency, Role } from "#lib/identity/actor";
import { exemplarScope, mayPublishNumbers } from "#lib/publication/policy";

const acting = (id: string, kind: ActingAgency["kind"], role: Role) => ({
  roles: [role],
  agency: { id, kind, name: "", shortName: "", path: `/VN/${id}/`, oversight: "/VN/H26/", provinceId: null },
});

it("lets heads and secretariats of the two leading ministries publish numbers, and nobody else", () => {
  for (const ministry of ["G01", "G09"]) {
    for (const role of ["head", "secretariat"] as Role[])
      expect(mayPublishNumbers(acting(ministry, "ministry", role))).toBe(true);
    for (const role of ["reporter", "recipientOfficer", "consolidator", "reader", "administrator"] as Role[])
      expect(mayPublishNumbers(acting(ministry, "ministry", role))).toBe(false);
  }
  expect(mayPublishNumbers(acting("G03", "ministry", "head"))).toBe(false);
  expect(mayPublishNumbers(acting("H26", "province", "head"))).toBe(false);
});

it("lets a province's head and its secretariat show models of the province", () => {
  expect(exemplarScope(acting("G09", "ministry", "secretariat"))).toBe("/VN/");
  expect(exemplarScope(acting("H26", "province", "head"))).toBe("/VN/H26/");
  expect(exemplarScope(acting("H26.NV", "provinceHomeAffairs", "secretariat"))).toBe("/VN/H26/");
  expect(exemplarScope(acting("H26.CA", "provincePolice", "recipientOfficer"))).toBeNull();
  expect(exemplarScope(acting("00070", "commune", "head"))).toBeNull();
});
