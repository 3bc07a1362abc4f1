import { describe, expect, it } from "vitest";
import { gatherMinutes } from "../../../src/lib/councils/minutes.ts";
import {
  checkQuorum,
  computedRecusals,
  headsOf,
  printFraction,
  type Sitting,
} from "../../../src/lib/councils/rules.ts";
import type { Item, Seat, SessionView } from "../../../src/lib/councils/sessions/queries.ts";

const seat = (seatId: string, rest: Partial<Seat> = {}): Seat => ({
  seatId,
  personId: seatId,
  fullName: `Người ${seatId}`,
  memberName: `Người ${seatId}`,
  role: "member",
  post: "Ủy viên",
  agencyName: "Sở",
  agencyIds: ["H26.X"],
  state: "present",
  isSubstitute: false,
  reason: null,
  substitutes: [],
  ...rest,
});

const found = <T>(value: T) => ({ value, mark: "found" as const, source: "Điều 5" });

describe("the minutes", () => {
  const ballot = {
    id: "b",
    kind: "secret",
    means: "electronic",
    rule: {
      awardName: "Bằng khen",
      threshold: found({ numerator: 4, denominator: 5, base: "allMembers" }),
      recusal: found("staysInBase"),
    },
    slips: [],
    result: {
      inFavour: 8,
      against: 1,
      invalid: 0,
      base: 11,
      needed: 9,
      passed: false,
      unknown: null,
      handedOut: 9,
      cast: 9,
      written: 1,
    },
    override: { passed: true, reason: "Thành tích đặc biệt.", name: "Người 1", at: "" },
  };
  const nomination = {
    id: "n",
    subjectName: "Tổ dân phố số 7",
    awardId: "bk",
    agencyName: "UBND phường",
    achievement: "An toàn cả năm.",
  };
  const view = {
    session: {
      councilName: "Hội đồng",
      agencyName: "UBND Thành phố",
      title: "Xét khen thưởng",
      meetsAt: new Date("2026-12-10T01:00:00Z"),
      place: null,
      openedAt: null,
      closedAt: null,
      memberCount: 3,
      quorum: found({ numerator: 2, denominator: 3, base: "allMembers" }),
    },
    seats: [
      seat("1", { role: "chair" }),
      seat("2", { isSubstitute: true, fullName: "Người thay" }),
      seat("3", { state: "writing", reason: "công tác" }),
    ],
    items: [
      {
        nominationId: "n",
        nomination,
        recusals: { "2": { kind: "declared", reason: "có người thân" } },
        ballot,
        dissent: "Một ý kiến đề nghị giấy khen.",
        outcome: { passed: true, by: "chair" },
      },
    ],
  } as unknown as SessionView;

  it("tell attendance, votes and ratio, who stepped back, publicity, dissent and the chair's own conclusion", () => {
    const minutes = gatherMinutes(view, [
      {
        nominationId: "n",
        place: "Cổng thông tin",
        startsOn: "2026-11-13",
        endsOn: "2026-11-30",
        feedback: null,
        isComplaint: false,
      },
    ]);
    expect(minutes).toMatchObject({
      members: 3,
      chair: "Người 1",
      quorum: "Cần ít nhất 2/3 tổng số thành viên (Điều 5)",
      absent: [{ name: "Người 3", reason: "công tác", written: true }],
    });
    expect(minutes.present[1]).toEqual({
      name: "Người thay",
      role: "Ủy viên",
      post: "Ủy viên, Sở",
      standsFor: "Người 2",
    });
    expect(minutes.items[0]).toEqual({
      subject: "Tổ dân phố số 7",
      awardName: "Bằng khen",
      proposer: "UBND phường",
      achievement: "An toàn cả năm.",
      publicity: ["Công khai tại Cổng thông tin từ 13/11/2026 đến 30/11/2026: không có ý kiến."],
      recused: [{ name: "Người thay", reason: "có người thân", declared: true }],
      ballot: {
        kind: "Bỏ phiếu kín, phiếu điện tử",
        handedOut: 9,
        cast: 9,
        written: 1,
        inFavour: 8,
        against: 1,
        invalid: 0,
        base: 11,
        needed: 9,
        ratio: "72,7 %",
        rule: "ít nhất 80 % tổng số thành viên (Điều 5)",
        passed: false,
      },
      named: [],
      override: { passed: true, reason: "Thành tích đặc biệt.", name: "Người 1" },
      dissent: "Một ý kiến đề nghị giấy khen.",
      outcome: { passed: true, by: "theo kết luận của Chủ tịch hội đồng" },
    });
  });

  it("say that a dossier was not voted on", () => {
    const items = [{ ...(view.items[0] as Item), ballot: null, outcome: null }];
    expect(gatherMinutes({ ...view, items }, []).items[0]).toMatchObject({
      ballot: null,
      override: null,
      outcome: null,
    });
  });
});

describe("who steps back", () => {
  const sitting = (seatId: string, agencyIds: string[], fullName = `Người ${seatId}`): Sitting => ({
    seatId,
    agencyIds,
    fullName,
    state: "present",
  });
  const nomination = {
    subjectKind: "individual",
    subjectName: "Nguyễn Văn Đạt",
    subjectAgencyId: "00070",
    agencyId: "H26.NV",
    agencyName: "Sở Nội vụ",
  };

  it("the nominee, whoever acts for the proposing agency or the nominee's, and nobody else", () => {
    const seats = [
      sitting("1", ["00070"], "Nguyễn Văn Đạt"),
      sitting("2", ["H26.CA", "H26.NV"]),
      sitting("3", ["00070"]),
      sitting("4", ["00004"], "Nguyễn Văn Đạt"),
      sitting("5", ["H26"]),
    ];
    expect(computedRecusals(seats, nomination, "H26")).toEqual({
      "1": { kind: "computed", reason: "là người được đề nghị" },
      "2": { kind: "computed", reason: "công tác tại cơ quan đề nghị (Sở Nội vụ)" },
      "3": { kind: "computed", reason: "công tác tại cơ quan, đơn vị được đề nghị" },
    });
  });

  it("in the council of the proposing agency itself only the nominee", () => {
    const seats = [sitting("1", ["00070"], "Nguyen Van Dat"), sitting("2", ["00070"])];
    expect(Object.keys(computedRecusals(seats, { ...nomination, agencyId: "00070" }, "00070"))).toEqual(["1"]);
  });
});

describe("heads and quorum", () => {
  it("a recused member who is away has no written opinion on the case", () => {
    const seats = (["present", "present", "writing", "writing", "absent"] as const).map((state, index) => ({
      seatId: String(index),
      state,
    }));
    const recusals = { "1": { kind: "declared" as const, reason: "" }, "3": { kind: "computed" as const, reason: "" } };
    expect(headsOf(seats, recusals)).toEqual({ members: 5, present: 2, written: 1, recused: 2, recusedPresent: 1 });
  });

  it.each([
    [2, 3, true],
    [8, 11, true],
    [7, 11, false],
    [0, 1, false],
  ])("%i of %i against two thirds", (present, members, enough) => {
    const check = () =>
      checkQuorum(found({ numerator: 2, denominator: 3, base: "allMembers" as const }), { members, present });
    if (enough) expect(check).not.toThrow();
    else expect(check).toThrow("chưa đủ 2/3");
  });

  it("an unknown quorum lets nobody sit, and is said", () => {
    expect(() =>
      checkQuorum({ value: null, mark: "unknown", source: "Chưa tìm thấy" }, { members: 3, present: 3 }),
    ).toThrow("Chưa xác minh quy định");
  });

  it("prints whole percentages as such", () => {
    expect([printFraction({ numerator: 4, denominator: 5 }), printFraction({ numerator: 2, denominator: 3 })]).toEqual([
      "80 %",
      "2/3",
    ]);
  });
});
