import { describe, expect, it } from "vitest";
import { mayRemind, mayWatch } from "#lib/dashboards/policy";
import { homeScope, type Role } from "#lib/identity/actor";

const acting = (oversight: string, provinceId: string | null, ...roles: Role[]) => ({
  roles,
  agency: {
    id: "X",
    name: "",
    shortName: "",
    kind: "province" as const,
    path: oversight,
    oversight,
    provinceId,
  },
});

describe("who watches what", () => {
  const headquarters = acting("/VN/", null, "recipientOfficer");
  const city = acting("/VN/H26/", "H26", "consolidator");

  it("lets who looks after the nation watch it and every province", () => {
    expect(homeScope(headquarters)).toBe("VN");
    expect(mayWatch(headquarters, "VN")).toBe(true);
    expect(mayWatch(headquarters, "H57")).toBe(true);
  });
  it("lets a province's agencies watch their own only", () => {
    expect(homeScope(city)).toBe("H26");
    expect(mayWatch(city, "H26")).toBe(true);
    expect(mayWatch(city, "VN")).toBe(false);
    expect(mayWatch(city, "H57")).toBe(false);
  });
  it("gives communes, departments, ministries and clerks none", () => {
    expect(homeScope(acting("/VN/H26/00070/", "H26", "head"))).toBeNull();
    expect(homeScope(acting("/VN/G12/", null, "head"))).toBeNull();
    expect(homeScope(acting("/VN/", null, "reporter"))).toBeNull();
  });
  it("lets readers look and not remind", () => {
    expect(mayRemind(headquarters)).toBe(true);
    expect(mayRemind(acting("/VN/", null, "reader"))).toBe(false);
    expect(mayRemind(acting("/VN/H26/00070/", "H26", "head"))).toBe(false);
  });
});
