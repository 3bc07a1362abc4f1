import type { EligibilityFacts } from "#lib/awards/eligibility/facts";
import { merged, type RuleSetDefinition, type RuleSetOverride } from "#lib/awards/rule-set";
import { baseSalaryRows, ruleSetRows } from "#lib/reference/award-rules";
import { holidayRows } from "#lib/reference/campaign";
import { type AwardRulesFile, readReference } from "#lib/reference/files";

/** The law as the application loads it, and a dossier to which nothing can be objected. */

const file = readReference<AwardRulesFile>("award-rules.json");
const sets = ruleSetRows(file);

export function rulesNamed(id: string): RuleSetDefinition {
  const set = sets.find((one) => one.id === id);
  if (!set) throw new Error(`No rules ${id}`);
  return set.base_id
    ? merged(rulesNamed(set.base_id), set.definition as RuleSetOverride)
    : (set.definition as RuleSetDefinition);
}

/** Luật 06/2022/QH15 with NĐ 152/2025/NĐ-CP. */
export const rules = rulesNamed("luat-2022-nd-152");

export const salaries = baseSalaryRows(file).map(({ effective_from, amount, source }) => ({
  effectiveFrom: effective_from,
  amount,
  source,
}));

export const holidays = new Set(holidayRows().map(({ day }) => String(day)));

type Parts = Partial<Omit<EligibilityFacts, "nomination" | "subject">> & {
  nomination?: Partial<EligibilityFacts["nomination"]>;
  subject?: Partial<EligibilityFacts["subject"]>;
};

const everything = ["to-trinh", "bao-cao", "bien-ban", "binh-xet-phong-trao", "dan-dau-cum-khoi"];

/** A person of Hà Nội for a bằng khen of the province, on 26 November 2026; the test overrides what it is about. */
export function someFacts({ nomination, subject, ...rest }: Parts = {}): EligibilityFacts {
  return {
    rules,
    today: "2026-11-26",
    holidays,
    nomination: {
      id: "this",
      awardId: "bang-khen-bo-tinh",
      category: "campaign",
      achievement: "Vận động hòa giải 12 vụ việc ở tổ dân phố",
      achievedFrom: "2025-12-01",
      achievedTo: "2026-10-31",
      checklist: Object.fromEntries(everything.map((id) => [id, { have: true }])),
      paperReceivedOn: "2026-11-10",
      fileReceivedOn: "2026-11-11",
      ...nomination,
    },
    subject: { kind: "individual", name: "Nguyễn Văn Mẫu", ...subject },
    records: [],
    others: [],
    holds: [],
    round: {
      achievedFrom: "2025-12-01",
      achievedTo: "2026-10-31",
      awardIds: rules.awards.map(({ id }) => id),
      quotas: {},
    },
    counts: { nominated: 1, decided: 0 },
    publicity: [],
    ...rest,
  };
}
