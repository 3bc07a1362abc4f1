import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Mark, RuleSetDefinition, RuleSetOverride } from "#lib/awards/rule-set";
import type { Day } from "#lib/dates";

/** Where the reference files stand, from the folder the application runs in. Sources: prisma/reference/SOURCES.md. */
const folder = join("prisma", "reference");

export const readReference = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), "utf8")) as T;

export type UnitType = "tỉnh" | "thành phố" | "phường" | "xã" | "đặc khu";

/** administrative-units.json: the state of 1 July 2025 and what changed since. */
export type AdministrativeUnits = {
  legalBasis: string;
  asOf: string;
  codeAliases: Record<string, string[]>;
  amendments: {
    effective: string;
    legal: string[];
    changes: { code: string; to: { name: string; type: UnitType } }[];
  }[];
  provinces: { code: string; name: string; shortName: string; type: UnitType; region: string }[];
  communes: [code: string, name: string, type: UnitType, provinceCode: string][];
};

type Coded = { code: string | null; codeStatus: string | null; sources: string[]; note?: string };

/** central-agencies.json */
export type CentralAgencies = {
  codeScheme: string;
  sources: Record<string, { title: string; url: string | null }>;
  agencies: ({ name: string; category: string } & Coded)[];
  provincialPeoplesCommittees: ({ provinceCode: string; province: string } & Coded & {
      code: string;
      codeStatus: string;
    })[];
};

/** What a source is called on screen: without the notes on where a copy was found. */
export const titleOfSource = ({ sources }: CentralAgencies, id: string) =>
  sources[id]?.title.replace(/, kho chỉ mục.*$/, ")") ?? id;

/** hanoi-departments.json */
export type HanoiDepartments = {
  provinceCode: string;
  asOf: string;
  legalBasis: string;
  departments: { name: string; type: string }[];
  otherBodies: { name: string; type: string }[];
};

/** province-successors.json: the 63 provinces before 1 July 2025, each with its one successor. */
export type ProvinceSuccessors = {
  source: string;
  effectiveFrom: string;
  rows: [formerCode: string, formerName: string, successorCode: string][];
  alsoNamedInSeed000: { name: string; successorCode?: string; isPartOf?: string; since?: string }[];
};

/** report-form.json, kept whole as the definition of the form. */
export type ReportFormFile = { id: string; version: number; title: string };

type Place = { file: string; section: string };

/** What every quoted passage of a plan file may say about itself. */
export type Passage = {
  id: string;
  text: string;
  note?: string;
  source?: Place[];
  reconstructed_from_ocr?: boolean;
  ocr_similarity?: number;
};

export type Deadline = Omit<Passage, "text"> & {
  name: string;
  when: string;
  text?: string;
  ambiguity?: string;
  actors?: string[];
  from_actors?: string[];
  with_actors?: string[];
};

export type DutyPassage = Passage & { actor: string; with_actors?: string[] };

type PlanDocument = {
  id?: string;
  number: string | null;
  type: string;
  issued_on: string | null;
  issuer: string;
  title: string;
  signed_by: string;
  signed_as: string;
};

/** What the plan of the Prime Minister and the plan of Hà Nội have in common. */
export type CampaignPlan = {
  kind: string;
  document: PlanDocument & { id: string };
  purposes: Passage[];
  requirements: Passage[];
  contents: (Passage & { order: number; short_title?: string; extends?: string })[];
  subject_groups: { id: string; name: string; heading?: string; subject_kind: string; source: Place[] }[];
  criteria: (Passage & { group: string; order: number; derived_from_national?: string[] })[];
  actors: { id: string; name: string }[];
  deadlines: Deadline[];
  duties: DutyPassage[];
  unknown: string[];
};

type Award = Passage & { name: string };

/** campaign-2447.json */
export type NationalPlan = CampaignPlan & {
  solutions: Passage[];
  awards: {
    annual: Award;
    final_review: Omit<Award, "text"> & {
      titles: { name: string }[];
      forms: { name: string }[];
      subjects_note: string;
    };
    standards: Passage;
    rule_versioning: string;
  };
};

/** plan-hanoi.json */
export type HanoiPlan = CampaignPlan & {
  parent: string;
  eligible_subjects: { tap_the: string; ca_nhan: string; source: Place[] };
  solutions?: Passage[];
  awards: {
    annual: Award[];
    annual_general: string;
    final_review: { titles: string[]; forms: string[]; rule: string; source?: Place[] };
    standards: { text: string; source?: Place[] };
    source?: Place[];
  };
  plan_amendment: { text: string; source: Place[] };
};

/** plan-kien-giang.json */
export type KienGiangPlan = {
  kind: string;
  document: PlanDocument & { issued_after: string; relation_note: string; currency_warning: string };
  groups: { id: string; name: string }[];
  measurable_targets: (Passage & { group: string })[];
  communication_forms: { id: string; text: string }[];
  communication_source: Place[];
  unknown: string[];
};

/** Values of one set said again for another law: those whose source names `sourceHas` get another mark and words around their source. */
type Remarked = { sourceHas: string; marks: Partial<Record<Mark, Mark>>; before?: string; after?: string };

/** award-rules.json: a set either has its own definition, or is like another one, remarked. */
export type AwardRulesFile = {
  ruleSets: ({
    id: string;
    agencyId: string | null;
    baseId: string | null;
    title: string;
    source: string;
    effectiveFrom: Day;
    effectiveTo: Day | null;
    warning: string | null;
  } & ({ definition: RuleSetDefinition | RuleSetOverride } | { like: string; remarked: Remarked }))[];
  baseSalaries: { effectiveFrom: Day; amount: number; source: string }[];
};
