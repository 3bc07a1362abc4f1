import type { Candidate, Count, CountingRule } from "#lib/awards/count";

const share = (numerator: number, denominator: number, base: "allMembers" | "present" = "allMembers") => ({
  numerator,
  denominator,
  base,
});

const eleven: Count = {
  members: 11,
  present: 11,
  written: 0,
  recused: 0,
  recusedPresent: 0,
  inFavour: 0,
  against: 0,
  invalid: 0,
};
const votes = (inFavour: number, against: number, rest: Partial<Count> = {}): Count => ({
  ...eleven,
  inFavour,
  against,
  ...rest,
});

const stays = (threshold: CountingRule["threshold"]): CountingRule => ({ threshold, recusal: "staysInBase" });
const flag = "NĐ 152/2025, Đ33: Cờ thi đua của Chính phủ, từ 80% tổng số thành viên";

/** Two absent of eleven, one of them writing, one of those present recused: nine may vote. */
const asPlayed = { present: 9, written: 1, recused: 1, recusedPresent: 1 };

export const ballots = [
  {
    title: "8 of 11 fails four fifths: 40 against 44",
    source: flag,
    rule: stays(share(4, 5)),
    count: votes(8, 1, asPlayed),
    result: { base: 11, needed: 9, passed: false },
  },
  {
    title: "8 of 11 passes two thirds: 24 against 22",
    source: "Tỷ lệ do quy chế của bộ, tỉnh đặt (NĐ 152/2025, Đ6.2)",
    rule: stays(share(2, 3)),
    count: votes(8, 1, asPlayed),
    result: { base: 11, needed: 8, passed: true },
  },
  {
    title: "9 of 11 passes four fifths",
    source: flag,
    rule: stays(share(4, 5)),
    count: votes(9, 2),
    result: { base: 11, needed: 9, passed: true },
  },
  {
    title: "8 of 10 is exactly four fifths",
    source: flag,
    rule: stays(share(4, 5)),
    count: votes(8, 2, { members: 10, present: 10 }),
    result: { base: 10, needed: 8, passed: true },
  },
  {
    title: "all of those present, but too few of all members",
    source: "NĐ 152/2025, Đ33: tổng số thành viên, không phải số dự họp",
    rule: stays(share(4, 5)),
    count: votes(8, 0, { present: 8 }),
    result: { base: 11, needed: 9, passed: false },
  },
  {
    title: "an absent member's written opinion makes the ninth vote",
    source: "NĐ 152/2025, Đ45: thành viên vắng mặt có ý kiến bằng văn bản",
    rule: stays(share(4, 5)),
    count: votes(9, 0, { present: 8, written: 1 }),
    result: { base: 11, needed: 9, passed: true },
  },
  {
    title: "9 of 11 fails nine tenths: 90 against 99",
    source: "NĐ 152/2025, Đ33: từ 90% (anh hùng, CSTĐ toàn quốc)",
    rule: stays(share(9, 10)),
    count: votes(9, 2),
    result: { base: 11, needed: 10, passed: false },
  },
  {
    title: "10 of 11 passes nine tenths",
    source: "NĐ 152/2025, Đ33: từ 90%",
    rule: stays(share(9, 10)),
    count: votes(10, 1),
    result: { base: 11, needed: 10, passed: true },
  },
  {
    title: "an invalid ballot is not in favour",
    source: flag,
    rule: stays(share(4, 5)),
    count: votes(8, 2, { invalid: 1 }),
    result: { base: 11, needed: 9, passed: false, invalid: 1 },
  },
  {
    title: "a recused member who leaves the base makes 8 of 10",
    source: "Theo bộ quy định của cơ quan (không thấy quy định chung)",
    rule: { threshold: share(4, 5), recusal: "leavesBase" } as CountingRule,
    count: votes(8, 1, asPlayed),
    result: { base: 10, needed: 8, passed: true },
  },
  {
    title: "of those present and writing, 8 of 10",
    source: "Theo bộ quy định của cơ quan",
    rule: stays(share(4, 5, "present")),
    count: votes(8, 1, asPlayed),
    result: { base: 10, needed: 8, passed: true },
  },
  {
    title: "without a known threshold nothing is counted",
    source: "NĐ 152/2025 không đặt tỷ lệ cho huân chương, bằng khen, giấy khen",
    rule: stays(null),
    count: votes(11, 0),
    result: { base: null, passed: null, unknown: "threshold" },
  },
  {
    title: "a recusal without a known rule is not counted",
    source: "Không tìm thấy quy định về thành viên không biểu quyết",
    rule: { threshold: share(4, 5), recusal: null } as CountingRule,
    count: votes(9, 1, { recused: 1, recusedPresent: 1 }),
    result: { base: null, passed: null, unknown: "recusal" },
  },
];

export const quorums = [
  {
    title: "8 of 11 are two thirds",
    source: "NĐ 152/2025, Đ45",
    quorum: share(2, 3),
    members: 11,
    present: 8,
    sits: true,
  },
  {
    title: "7 of 11 are not",
    source: "NĐ 152/2025, Đ45",
    quorum: share(2, 3),
    members: 11,
    present: 7,
    sits: false,
  },
  {
    title: "80 % of 11 are 9",
    source: "QĐ 86/2025 Bắc Ninh",
    quorum: share(4, 5),
    members: 11,
    present: 8,
    sits: false,
  },
  {
    title: "nobody knows without a rule",
    source: "NĐ 152/2025, Đ6.2",
    quorum: null,
    members: 11,
    present: 11,
    sits: null,
  },
];

const candidate = (id: string, inFavour: number, womenFirst = false, base = 11): Candidate => ({
  id,
  inFavour,
  base,
  womenFirst,
});

export const rankings = [
  {
    title: "places go from high to low",
    source: "TT 25/2025/TT-BKHCN, Đ22–23",
    candidates: [candidate("a", 8), candidate("b", 10), candidate("c", 9)],
    places: 2,
    ranking: { chosen: ["b", "c"], tied: [], left: ["a"] },
  },
  {
    title: "of equals the woman goes before",
    source: "NĐ 152/2025, Đ4.6",
    candidates: [candidate("a", 9), candidate("b", 9, true)],
    places: 1,
    ranking: { chosen: ["b"], tied: [], left: ["a"] },
  },
  {
    title: "equals across the last place are left to the chair",
    source: "TT 25/2025/TT-BKHCN, Đ22–23",
    candidates: [candidate("a", 10), candidate("b", 9), candidate("c", 9), candidate("d", 8)],
    places: 2,
    ranking: { chosen: ["a"], tied: ["b", "c"], left: ["d"] },
  },
  {
    title: "shares are compared, not votes: 8 of 10 before 8 of 11",
    source: "NĐ 152/2025, Đ33.5: tỷ lệ phiếu",
    candidates: [candidate("a", 8, false, 11), candidate("b", 8, false, 10)],
    places: 1,
    ranking: { chosen: ["b"], tied: [], left: ["a"] },
  },
];
