import type { Base, Fraction } from "./rule-set.ts";

/** The rule a ballot is counted by, frozen when it opens. Sources stand in the rule set. */
export type CountingRule = {
  /** share of votes in favour that passes; null = the rule set does not say, and nothing can be counted */
  threshold: (Fraction & { base: Base }) | null;
  /** whether a member who does not vote on this case stays in the base */
  recusal: "staysInBase" | "leavesBase" | null;
};

/** Heads of one ballot. Written opinions of absent members are among the votes. */
export type Count = {
  /** members of the council on the day */
  members: number;
  /** members in the room, recused ones too */
  present: number;
  /** absent members whose written opinion is among the votes */
  written: number;
  /** recused members, and how many of them are in the room */
  recused: number;
  recusedPresent: number;
  inFavour: number;
  against: number;
  /** blank or spoiled */
  invalid: number;
};

/** `needed` is the least number of votes in favour that passes with this base. `because` is null unless nothing could be counted. */
export type BallotResult =
  | { inFavour: number; against: number; invalid: number; base: number; needed: number; passed: boolean; unknown: null }
  | {
      inFavour: number;
      against: number;
      invalid: number;
      base: null;
      needed: null;
      passed: null;
      unknown: "threshold" | "recusal";
    };

/**
 * The result of one ballot. Whoever is recused has no vote; whether they stay in the base is for the rule set to say.
 * The share is compared by cross-multiplication: 8 of 11 against 4/5 is 40 against 44.
 * @throws RangeError when the votes do not fit the members: such a ballot was not counted, but made up.
 */
export function countBallot(rule: CountingRule, count: Count): BallotResult {
  checkHeads(count);
  const { inFavour, against, invalid } = count;
  const votes = { inFavour, against, invalid };
  const { threshold, recusal } = rule;
  if (!threshold) return { ...votes, base: null, needed: null, passed: null, unknown: "threshold" };
  if (count.recused > 0 && !recusal) return { ...votes, base: null, needed: null, passed: null, unknown: "recusal" };
  const base = baseOf(threshold.base, recusal, count);
  return {
    ...votes,
    base,
    needed: neededOf(threshold, base),
    passed: base > 0 && reaches(inFavour, base, threshold),
    unknown: null,
  };
}

/** Written opinions count in either base: their votes must be able to be all in favour. */
function baseOf(base: Base, recusal: CountingRule["recusal"], { members, present, written, ...count }: Count) {
  const whole = base === "allMembers" ? members : present + written;
  const leaving = base === "allMembers" ? count.recused : count.recusedPresent;
  return recusal === "leavesBase" ? whole - leaving : whole;
}

/** part / whole ≥ numerator / denominator, in whole numbers. */
export const reaches = (part: number, whole: number, { numerator, denominator }: Fraction) =>
  part * denominator >= whole * numerator;

/** The least whole number that reaches the share. */
export const neededOf = ({ numerator, denominator }: Fraction, whole: number) =>
  Math.floor((whole * numerator + denominator - 1) / denominator);

function checkHeads({ members, present, written, recused, recusedPresent, inFavour, against, invalid }: Count) {
  const heads = [members, present, written, recused, recusedPresent, inFavour, against, invalid];
  if (heads.some((head) => !Number.isInteger(head) || head < 0)) throw new RangeError("Heads are whole numbers.");
  if (present + written > members) throw new RangeError("More present and writing than there are members.");
  if (recused > members || recusedPresent > Math.min(recused, present))
    throw new RangeError("More recused than there are members.");
  if (inFavour + against + invalid > present + written - recusedPresent)
    throw new RangeError("More votes than members who may vote.");
}

/**
 * Whether enough members take part for the council to sit; null when the rule set does not say how many.
 * A written opinion is a vote, not presence. Source: Nghị định 152/2025/NĐ-CP, Điều 45 (Hội đồng Trung ương); others by their own rules.
 */
export const hasQuorum = (quorum: Fraction | null, { members, present }: Pick<Count, "members" | "present">) =>
  quorum && reaches(present, members, quorum) && members > 0;

export type Candidate = {
  id: string;
  inFavour: number;
  base: number;
  /** a woman, or a collective of which at least 70 % are women (Nghị định 152/2025/NĐ-CP, Điều 4, khoản 6) */
  womenFirst: boolean;
};

/** Who gets the places; `tied` are equals across the last place, whom only the chair can tell apart. */
export type Ranking = { chosen: string[]; tied: string[]; left: string[] };

/**
 * The order when more pass than there are places: by share in favour from high to low, then women first; equals that
 * still straddle the last place are left to the chair. Source: Nghị định 152/2025/NĐ-CP, Điều 4, khoản 6; Thông tư 25/2025/TT-BKHCN, Điều 22–23.
 */
export function rankForPlaces(candidates: Candidate[], places: number): Ranking {
  const sorted = candidates.toSorted(compare);
  const [last, next] = [sorted[places - 1], sorted[places]];
  if (places > 0 && last && next && compare(last, next) === 0) {
    const isTied = (candidate: Candidate) => compare(candidate, last) === 0;
    const first = sorted.findIndex(isTied);
    return {
      chosen: idsOf(sorted.slice(0, first)),
      tied: idsOf(sorted.filter(isTied)),
      left: idsOf(sorted.slice(first).filter((one) => !isTied(one))),
    };
  }
  return { chosen: idsOf(sorted.slice(0, places)), tied: [], left: idsOf(sorted.slice(places)) };
}

/** Higher shares first, by cross-multiplication; then women first. 0 = equals. */
const compare = (a: Candidate, b: Candidate) =>
  b.inFavour * a.base - a.inFavour * b.base || Number(b.womenFirst) - Number(a.womenFirst);

const idsOf = (candidates: Candidate[]) => candidates.map(({ id }) => id);

/** At least 70 % women, by cross-multiplication. Source: Nghị định 152/2025/NĐ-CP, Điều 4, khoản 6. */
export const isMostlyWomen = (women: number, members: number) =>
  members > 0 && reaches(women, members, { numerator: 7, denominator: 10 });
