import type { AgencyKind } from "#generated/prisma/enums";
import type { BlankReason } from "./document.ts";

/** A report form as its row holds it (prisma/reference/report-form.json is version 1). */
export type FormDefinition = {
  id: string;
  version: number;
  title: string;
  sections: Section[];
  narratives: Narrative[];
  /** Checks beyond those of single indicators; a form without them has none. */
  checks?: FormChecks;
};

/** Thresholds are the form's, not the code's. Source: the form row (a proposal of this project, marked there). */
export type FormChecks = {
  /** Indicators that may be copied from the year before, to be confirmed. */
  copyForward: string[];
  /** A change against last year of more than `percent` and at least `least` units must be explained. */
  change: { percent: number; least: number };
  /** Outside the quartiles of at least `least` comparable units by more than `spreads` interquartile ranges. */
  peers: { least: number; spreads: number };
  /** The parts together should not exceed `atMost`. */
  sums: { label: string; parts: string[]; atMost: string; severity: "block" | "explain" | "warn" | "info" }[];
};

export type Section = { id: string; title: string; contents: number[]; indicators: Indicator[] };

export type Narrative = { id: string; title: string; required: boolean; maxChars: number };

export type Indicator = {
  id: string;
  label: string;
  unit: string;
  type: "count" | "decimal" | "percent" | "ratio" | "boolean" | "date" | "text" | "choice";
  aggregate: "sum" | "countTrue" | "ratio" | "distribution" | "none";
  content?: number;
  /** Kinds of unit that are asked; absent = all. */
  appliesTo?: UnitKind[];
  group?: string;
  required?: boolean;
  /** Required when this yes/no indicator is answered yes. */
  requiredIf?: string;
  min?: number;
  /** A number, an indicator, or a sum of indicators ("G2+G4") this one may not exceed. */
  max?: number | string;
  numerator?: string;
  denominator?: string;
  computed?: boolean;
  options?: string[];
  note?: string;
};

/** The kinds of unit a form distinguishes. */
export type UnitKind = "commune" | "department" | "province" | "ministry";

const unitKinds: Record<AgencyKind, UnitKind> = {
  commune: "commune",
  department: "department",
  provinceFront: "department",
  provincePolice: "department",
  provinceHomeAffairs: "department",
  province: "province",
  government: "ministry",
  ministry: "ministry",
  centralBody: "ministry",
  centralFront: "ministry",
};

export const unitKindOf = (kind: AgencyKind): UnitKind => unitKinds[kind];

export const isAsked = (indicator: Indicator, unit: UnitKind) =>
  !indicator.appliesTo || indicator.appliesTo.includes(unit);

/** Indicators a unit fills in itself: those asked of its kind and not computed. */
export const enteredIndicators = (section: Section, unit: UnitKind) =>
  section.indicators.filter((indicator) => !indicator.computed && isAsked(indicator, unit));

/** Indicators to show: those asked of the unit; a consolidated report shows all of its parts'. */
export const shownIndicators = (section: Section, unit: UnitKind, isConsolidated: boolean) =>
  isConsolidated ? section.indicators : section.indicators.filter((indicator) => isAsked(indicator, unit));

export const allIndicators = (form: FormDefinition) => form.sections.flatMap((section) => section.indicators);

export const indicatorsById = (form: FormDefinition) =>
  new Map(allIndicators(form).map((indicator) => [indicator.id, indicator]));

export const sectionOf = (form: FormDefinition, indicatorId: string) =>
  form.sections.find((section) => section.indicators.some(({ id }) => id === indicatorId));

/** Figures that are added up when reports are consolidated. Ratios are recomputed from these, never added. */
export const isAggregated = (indicator: Indicator) =>
  ["sum", "countTrue", "distribution"].includes(indicator.aggregate);

export const isNumber = ({ type }: Indicator) => type === "count" || type === "decimal" || type === "percent";

/** The reasons for having no value that an indicator takes: nothing can occur only where things are counted, and what is required applies. */
export const blankReasons = (indicator: Indicator): BlankReason[] => [
  ...(isNumber(indicator) && indicator.type !== "percent" ? (["none"] as const) : []),
  ...(indicator.required ? [] : (["notApplicable"] as const)),
  "pending",
];

/** Figures kept as rows for SQL: everything that is a number, a yes/no or a choice. */
export const isFigureRow = (indicator: Indicator) => isAggregated(indicator) || indicator.type === "percent";

/** Sections of a report beside those of figures. */
export const NARRATIVES = "narratives";
export const ASSESSMENT = "assessment";
