import type { NominationStatus, RoundKind, SubjectKind } from "#generated/prisma/enums";
import type { Day } from "#lib/dates";
import type { Mark, RuleSetDefinition } from "../rule-set.ts";

/** Loại hình khen thưởng, as far as conditions and bonuses tell them apart. Source: Luật Thi đua, khen thưởng, Điều 8. */
export type AwardCategory = "merit" | "campaign" | "sudden" | "other";

/** Awards of this campaign are for the campaign; those of a sudden round for a sudden feat. */
export const categoryOfRound = (kind: RoundKind): AwardCategory => (kind === "sudden" ? "sudden" : "campaign");

/** An award of the register, of the dossier's subject. */
export type PastAward = {
  id: string;
  awardId: string;
  category: AwardCategory;
  decisionNumber: string;
  decidedOn: Day;
  decidedBy: string;
  achievement: string | null;
  achievedFrom: Day | null;
  achievedTo: Day | null;
  revokedOn: Day | null;
};

/** Another dossier of the same subject that has not ended. */
export type OtherDossier = {
  id: string;
  awardId: string;
  category: AwardCategory;
  status: NominationStatus;
  achievement: string;
  achievedFrom: Day;
  achievedTo: Day;
};

export type Hold = {
  id: string;
  /** discipline | investigation | inspection | audit | complaint | press */
  kind: string;
  reason: string;
  source: string;
  placedOn: Day;
  liftedOn: Day | null;
  conclusion: "clean" | "disciplined" | null;
};

/** A list with this dossier on it that was made public. */
export type PublishedList = { startsOn: Day; place: string; isComplaint: boolean };

/**
 * Everything the checks look at, as plain values read beforehand. Days are Vietnamese days.
 * `checklist` holds what a person looked at: dossier items, preconditions of kind “evidence”, and the ids of `LOOKED_AT`.
 */
export type EligibilityFacts = {
  rules: RuleSetDefinition;
  /** the day the question is asked: today, or the day the council meets */
  today: Day;
  holidays: ReadonlySet<Day>;
  nomination: {
    id: string;
    awardId: string;
    category: AwardCategory;
    achievement: string;
    achievedFrom: Day;
    achievedTo: Day;
    checklist: Record<string, { have: boolean; note?: string | undefined }>;
    paperReceivedOn: Day | null;
    fileReceivedOn: Day | null;
  };
  subject: { kind: SubjectKind; name: string };
  records: PastAward[];
  others: OtherDossier[];
  holds: Hold[];
  round: { achievedFrom: Day; achievedTo: Day; awardIds: string[]; quotas: Record<string, { most: number }> };
  /** dossiers for this form in the round: all that have not ended (this one too), and those already decided */
  counts: { nominated: number; decided: number };
  publicity: PublishedList[];
};

/** Answers a person gives in the checklist, beside the items of the rule set. */
export const LOOKED_AT = {
  /** the achievement is another one than an earlier award's, in spite of overlapping periods; `note` says why */
  otherAchievement: "otherAchievement",
  /** what was complained of is settled and was told to the council in writing */
  complaintSettled: "complaintSettled",
} as const;

export type CheckState = "met" | "notMet" | "needsEvidence" | "unverified";

/** Until when a check may be open: signing the proposal, the secretariat's finding, the council's agenda, the decision. */
export type Stage = "propose" | "appraise" | "agenda" | "decide";

export type CheckId =
  | "subject"
  | "oneAward"
  | "hold"
  | "period"
  | "freshness"
  | "conditions"
  | "quota"
  | "dossier"
  | "intake"
  | "publicity";

/** One line of a check's grounds: what the system knows, and the record, dossier or hold it knows it from. */
export type Fact = { words: string; recordId?: string; nominationId?: string; holdId?: string };

export type Check = {
  id: CheckId;
  state: CheckState;
  /** one complete Vietnamese sentence: what holds or what is in the way, and the remedy */
  sentence: string;
  source: string;
  mark: Mark;
  facts: readonly Fact[];
  stage: Stage;
};
