import { describe, expect, it } from "vitest";
import type { Actor } from "#lib/identity/actor";
import {
  type Held,
  isAdministrator,
  mayGrantIn,
  maySee,
  whyNotChangeAccount,
  whyNotEnd,
  whyNotGrant,
} from "#lib/identity/people/policy";

const anActor = (agency: Partial<Actor["agency"]>, roles: Actor["roles"] = ["administrator"]): Actor => ({
  personId: "admin",
  fullName: "Quản trị",
  position: null,
  username: "quantri",
  sessionId: "s",
  mustChangePassword: false,
  agency: {
    id: "H26",
    name: "Hà Nội",
    shortName: "Hà Nội",
    kind: "province",
    path: "/VN/H26/",
    oversight: "/VN/H26/",
    provinceId: "H26",
    ...agency,
  },
  roles,
  agencies: [],
});

const hanoi = anActor({});
const commune = anActor({ id: "00070", kind: "commune", path: "/VN/H26/00070/", oversight: "/VN/H26/00070/" });
const nation = anActor({ id: "G01", kind: "ministry", path: "/VN/G01/", oversight: "/VN/" });

const places = {
  ministry: { path: "/VN/G01/", oversight: "/VN/" },
  hanoi: { path: "/VN/H26/", oversight: "/VN/H26/" },
  police: { path: "/VN/H26/H26.CA/", oversight: "/VN/H26/" },
  commune: { path: "/VN/H26/00070/", oversight: "/VN/H26/00070/" },
  anGiang: { path: "/VN/H01/", oversight: "/VN/H01/" },
};
type PlaceName = keyof typeof places;
const aPerson = (...held: (PlaceName | `was ${PlaceName}`)[]) => ({
  id: "person",
  held: held.map(
    (name): Held => ({ ...places[name.replace("was ", "") as PlaceName], running: !name.startsWith("was ") }),
  ),
});

describe("an administrator", () => {
  it("is who holds the role in the agency acted for", () => {
    expect(isAdministrator(hanoi)).toBe(true);
    expect(isAdministrator(anActor({}, ["head", "secretariat"]))).toBe(false);
  });

  it.each<[string, Actor, PlaceName[]]>([
    ["a commune", commune, ["commune"]],
    ["a province", hanoi, ["hanoi", "police", "commune"]],
    ["the ministry that leads", nation, ["ministry", "hanoi", "police", "commune", "anGiang"]],
    ["nothing without the role", anActor({}, ["head"]), []],
  ])("of %s grants roles there and below only", (_, actor, allowed) => {
    expect((Object.keys(places) as PlaceName[]).filter((name) => mayGrantIn(actor, places[name]))).toEqual(allowed);
  });

  it("hands out no sight they lack, even inside the own path", () => {
    expect(mayGrantIn(hanoi, { path: "/VN/H26/X/", oversight: "/VN/" })).toBe(false);
  });

  it("is not fooled by a path that only begins alike", () => {
    expect(mayGrantIn(anActor({ path: "/VN/H2/", oversight: "/VN/H2/" }), places.hanoi)).toBe(false);
  });
});

describe("a person", () => {
  it("is seen by administrators of any agency they have or had a role in, and of those above", () => {
    expect(maySee(commune, aPerson("commune"))).toBe(true);
    expect(maySee(commune, aPerson("was commune", "anGiang"))).toBe(true);
    expect(maySee(hanoi, aPerson("commune"))).toBe(true);
    expect(maySee(commune, aPerson("hanoi"))).toBe(false);
    expect(maySee(hanoi, aPerson("anGiang"))).toBe(false);
    expect(maySee(anActor({}, ["head", "reader"]), aPerson("commune"))).toBe(false);
  });

  it("is locked, reset and handed over only where every running role lies inside", () => {
    expect(whyNotChangeAccount(hanoi, aPerson("commune", "police"))).toBeNull();
    expect(whyNotChangeAccount(hanoi, aPerson("commune", "was anGiang"))).toBeNull();
    expect(whyNotChangeAccount(hanoi, aPerson("commune", "anGiang"))).toContain(
      "còn 1 vai trò ở cơ quan ngoài phạm vi",
    );
    expect(whyNotChangeAccount(commune, aPerson("commune", "police"))).toContain("còn 1 vai trò");
    expect(whyNotChangeAccount(nation, aPerson("commune", "anGiang", "ministry"))).toBeNull();
  });

  it("with roles outside still loses the roles inside", () => {
    expect(whyNotEnd(hanoi, aPerson("commune", "anGiang"), places.commune)).toBeNull();
    expect(whyNotEnd(hanoi, aPerson("commune", "anGiang"), places.anGiang)).toContain("ngoài phạm vi");
  });

  it("is never the administrator themselves", () => {
    const self = { ...aPerson("hanoi"), id: hanoi.personId };
    expect(whyNotGrant(hanoi, self, places.hanoi)).toContain("chính mình");
    expect(whyNotEnd(hanoi, self, places.hanoi)).toContain("chính mình");
    expect(whyNotChangeAccount(hanoi, self)).toContain("chính đồng chí");
  });
});
