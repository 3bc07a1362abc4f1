import type { SubjectKind } from "#generated/prisma/enums";

/**
 * How well a value of the law is known: its wording was read, it was found in part or through another text, it is only remembered,
 * or it was not found. Only the first is applied in silence; every other shows its mark and its source on screen.
 */
export type Mark = "found" | "partial" | "background" | "unknown";

/** A value of the law with where it stands (“NĐ 152/2025/NĐ-CP, Điều 33, khoản 5”). Null with mark “found” = the law asks for none. */
export type Valued<T> = { value: T; mark: Mark; source: string };

/** A share as its two whole numbers: 80 % = 4/5, two thirds = 2/3. Never a float. */
export type Fraction = { numerator: number; denominator: number };

/** Of whom a share is taken. Written opinions of absent members count in either. */
export type Base = "allMembers" | "present";

/** Where an award is decided: by the proposing agency's own head, by the minister or province, or by the Prime Minister or President. */
export type AwardLevel = "base" | "province" | "state";

export type AwardRule = {
  /** codes of QĐ 2447's award forms: "giay-khen", "bang-khen-bo-tinh", "bang-khen-thu-tuong", "co-thi-dua-bo-tinh", "co-thi-dua-chinh-phu", "huan-chuong-lao-dong-3" … */
  id: string;
  name: string;
  /** danh hiệu thi đua | hình thức khen thưởng */
  kind: "title" | "form";
  level: AwardLevel;
  subjects: Valued<SubjectKind[]>;
  proposes: Valued<string>;
  decides: Valued<string>;
  ballot: Valued<"secret" | "open" | null>;
  /** votes in favour that pass */
  threshold: Valued<(Fraction & { base: Base }) | null>;
  /** what must have arrived before a dossier counts as received */
  intake: Valued<"paperAndFile" | null>;
  /** working days the list must have been public before the council meets */
  publicityDays: Valued<number | null>;
  preconditions: Precondition[];
  dossier: DossierItem[];
  /** multiplier of the base salary × 100, by kind of subject; null = none for that kind */
  bonus: Valued<Record<SubjectKind, number | null>>;
};

export type Precondition = Valued<string> & {
  id: string;
  /** the law names several ways to an award: of conditions with a route, all of one route are needed; without one, it is always needed */
  route?: string;
  /** a way of công trạng: earlier awards for a campaign or a sudden feat do not count on it (NĐ 152/2025/NĐ-CP, Điều 4, khoản 3) */
  merit?: boolean;
  /** asked of these kinds of subject only; without, of all */
  subjects?: SubjectKind[];
  /** how it is checked: from what the system knows, or by evidence a person looks at */
  check: "votedInCampaign" | "priorAward" | "leadsBloc" | "evidence";
  priorAwardId?: string;
  /** years that must lie between the earlier award and this one */
  yearsSince?: number;
};

export type DossierItem = Valued<string> & { id: string; required: boolean };

export type RuleSetDefinition = {
  awards: AwardRule[];
  /** attendance a session needs */
  quorum: Valued<(Fraction & { base: "allMembers" }) | null>;
  /** whether a member who does not vote on a case stays in the base of its share */
  recusal: Valued<"staysInBase" | "leavesBase" | null>;
  /** what decides between equals when there are more than the quota */
  tie: Valued<string | null>;
  overQuota: Valued<string | null>;
  /** achievements must reach to within so many months before submission */
  freshnessMonths: Valued<number | null>;
  consultationDays: Valued<number | null>;
  /** what silence of the consulted means */
  consultationSilence: Valued<"proceed" | "wait" | null>;
  /** by who appraises: the deciding agency itself, a ministry or province, Bộ Nội vụ */
  appraisalDays: Valued<Record<AwardLevel, number | null>>;
  /** days to tell the proposer why one is not eligible, and those not chosen */
  refusalDays: Valued<number | null>;
  /** days to hand over decisions and objects: up to `fewerThan` cases, and from there on */
  issuingDays: Valued<{ few: number; fewerThan: number; many: number } | null>;
  /** days in which object and money of a revoked award go back */
  returnDays: Valued<number | null>;
  /** bonus rounds up to so many đồng */
  bonusRounding: Valued<number>;
  bonusOverlap: Valued<"highestOfSamePeriod" | null>;
};

/** What an agency's own set may name; everything else stands in the national set. */
export type RuleSetOverride = { awards?: (Partial<AwardRule> & { id: string })[] } & Partial<
  Omit<RuleSetDefinition, "awards">
>;

/** The rules of an agency: the national ones with its own in their place. */
export function merged(national: RuleSetDefinition, own: RuleSetOverride | null): RuleSetDefinition {
  if (!own) return national;
  const { awards = [], ...rest } = own;
  return {
    ...national,
    ...rest,
    awards: national.awards.map((award) => ({ ...award, ...awards.find(({ id }) => id === award.id) })),
  };
}

export const awardRule = (rules: RuleSetDefinition, awardId: string) => rules.awards.find(({ id }) => id === awardId);

/** What an award is called; its id where the rules do not know it. */
export const awardName = (rules: RuleSetDefinition | undefined | null, awardId: string) =>
  (rules && awardRule(rules, awardId)?.name) ?? awardId;
