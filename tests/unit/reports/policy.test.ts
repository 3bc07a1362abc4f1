import { describe, expect, it } from "vitest";
import type { Actor, Role } from "#lib/identity/actor";
import { may, maySee, maySeeDraft, movesFor, type Routed } from "#lib/reports/policy";
import type { Move } from "#lib/reports/rules";

const agencies: Record<string, Pick<Actor["agency"], "kind" | "path" | "oversight">> = {
  "00070": { kind: "commune", path: "/VN/H26/00070/", oversight: "/VN/H26/00070/" },
  "00004": { kind: "commune", path: "/VN/H26/00004/", oversight: "/VN/H26/00004/" },
  "H26.CA": { kind: "provincePolice", path: "/VN/H26/H26.CA/", oversight: "/VN/H26/" },
  "H26.NV": { kind: "provinceHomeAffairs", path: "/VN/H26/H26.NV/", oversight: "/VN/H26/" },
  H26: { kind: "province", path: "/VN/H26/", oversight: "/VN/H26/" },
  "H29.CA": { kind: "provincePolice", path: "/VN/H29/H29.CA/", oversight: "/VN/H29/" },
  G01: { kind: "ministry", path: "/VN/G01/", oversight: "/VN/" },
};

const actor = (agencyId: string, ...roles: Role[]): Actor => {
  const agency = agencies[agencyId];
  if (!agency) throw new Error(agencyId);
  return {
    personId: "p",
    fullName: "Người thử",
    position: null,
    username: "thu",
    sessionId: "s",
    mustChangePassword: false,
    agency: { id: agencyId, name: agencyId, shortName: agencyId, provinceId: null, ...agency },
    roles,
    agencies: [],
  };
};

const report = (over: Partial<Routed> = {}): Routed => ({
  agencyId: "00070",
  path: "/VN/H26/00070/",
  kind: "own",
  editorIds: ["00070"],
  status: "submitted",
  dueOn: "2026-11-09",
  opensOn: "2026-10-01",
  closesOn: null,
  firstSentAt: new Date(),
  late: false,
  sentVersionId: "v",
  acceptedVersionId: null,
  sentNumber: 1,
  lastNumber: 1,
  withdrawnAt: null,
  recipients: [
    { agencyId: "H26.CA", name: "Công an", state: "waiting" },
    { agencyId: "H26.NV", name: "Sở Nội vụ", state: "waiting" },
  ],
  ...over,
});

describe("who may know of a commune's report", () => {
  it.each([
    ["its clerk", actor("00070", "reporter"), true],
    ["its head", actor("00070", "head"), true],
    ["its administrator, who looks after people only", actor("00070", "administrator"), false],
    ["another commune", actor("00004", "reporter", "head", "reader"), false],
    ["the city's police", actor("H26.CA", "recipientOfficer"), true],
    ["a clerk of the city's police", actor("H26.CA", "reporter"), false],
    ["another province's police", actor("H29.CA", "recipientOfficer", "consolidator", "head"), false],
    ["Bộ Công an", actor("G01", "consolidator"), true],
    ["the administrator of Bộ Công an", actor("G01", "administrator"), false],
  ])("%s", (_who, person, sees) => expect(maySee(person, report())).toBe(sees));
});

it("keeps drafts with those who write and sign", () => {
  expect(maySeeDraft(actor("00070", "reporter"), report())).toBe(true);
  expect(maySeeDraft(actor("00070", "reader"), report())).toBe(false);
  expect(maySeeDraft(actor("H26.CA", "recipientOfficer", "consolidator", "head"), report())).toBe(false);
});

const everyone = [
  actor("00070", "reporter"),
  actor("00070", "head"),
  actor("H26.CA", "recipientOfficer"),
  actor("H26.NV", "recipientOfficer"),
  actor("H26.CA", "consolidator"),
  actor("H26", "head"),
  actor("H29.CA", "recipientOfficer"),
  actor("00004", "head"),
];

it.each<[Move, boolean[]]>([
  ["askSignOff", [true, true, false, false, false, false, false, false]],
  ["handBack", [true, true, false, false, false, false, false, false]],
  ["signAndSend", [false, true, false, false, false, false, false, false]],
  ["recall", [true, true, false, false, false, false, false, false]],
  ["startReview", [false, false, true, true, false, false, false, false]],
  ["accept", [false, false, true, true, false, false, false, false]],
  ["return", [false, false, true, true, false, false, false, false]],
  ["openCorrection", [true, true, false, false, false, false, false, false]],
  ["markReported", [false, false, false, false, false, false, false, false]],
])("%s belongs to the right people", (move, allowed) =>
  expect(everyone.map((person) => may[move](person, report()))).toEqual(allowed),
);

it("gives a consolidated report to its consolidators, and its signature to the head of the agency that owes it", () => {
  const city = report({
    agencyId: "H26",
    path: "/VN/H26/",
    kind: "consolidated",
    editorIds: ["H26.CA", "H26.NV"],
    status: "awaitingSignOff",
    recipients: [{ agencyId: "G01", name: "Bộ Công an", state: "waiting" }],
  });
  expect(movesFor(actor("H26", "head"), city)).toEqual(["signAndSend", "handBack"]);
  expect(movesFor(actor("H26.CA", "head"), city)).toEqual([]);
  expect(movesFor(actor("H26.NV", "consolidator"), city)).toEqual(["handBack"]);
  expect(movesFor(actor("H26.NV", "recipientOfficer"), city)).toEqual([]);
});

it("offers a recipient nothing more once it has answered", () => {
  const answered = report({
    recipients: [
      { agencyId: "H26.CA", name: "Công an", state: "accepted" },
      { agencyId: "H26.NV", name: "Sở Nội vụ", state: "reviewing" },
    ],
  });
  expect(movesFor(actor("H26.CA", "recipientOfficer"), answered)).toEqual([]);
  expect(movesFor(actor("H26.NV", "recipientOfficer"), answered)).toEqual(["accept", "return"]);
  expect(movesFor(actor("00070", "head"), answered)).toEqual([]);
});
