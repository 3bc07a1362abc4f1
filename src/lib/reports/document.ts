import type { Day } from "#lib/dates";
import type { Totals } from "./totals.ts";

/** Count → integer; decimal and percent → canonical decimal text ("120.5"); yes/no → boolean; the rest → text. */
export type FigureValue = number | string | boolean;

export type Assessment = { level: string; grounds: string };

/** Characters that the grounds of an assessment may have. */
export const LONGEST_GROUNDS = 4_000;

/** A correction of a consolidated figure by the upper level: `by` is added to the total, beside it and with its reason. */
export type Adjustment = { by: string; reason: string };

/** Why a cell has no value: nothing occurred, not applicable here, or the number comes later (on `expectedOn`). */
export type Blank = { reason: "none" | "notApplicable" } | { reason: "pending"; expectedOn: Day };
export type BlankReason = Blank["reason"];

/** What a report says: the draft is one, a sent version freezes one. Absent = not entered. */
export type ReportDocument = {
  figures: Record<string, FigureValue>;
  narratives: Record<string, string>;
  assessments: Record<string, Assessment>;
  adjustments: Record<string, Adjustment>;
  /** Why an indicator has no value; never beside a value. */
  blanks: Record<string, Blank>;
  /** Indicators whose value was copied from last year and is not confirmed yet. */
  copied: Record<string, true>;
  /** Why an unusual value of an indicator is right. */
  explanations: Record<string, string>;
  /** Only in sent versions of consolidated reports: parts, own figures and adjustments together. */
  totals?: Totals;
  /** Only in versions sent as “báo cáo không phát sinh”: the sentence that was signed. */
  statement?: string;
};

/** The parts of a document that are written cell by cell. */
export const writtenParts = [
  "figures",
  "narratives",
  "assessments",
  "adjustments",
  "blanks",
  "copied",
  "explanations",
] as const;

export type WrittenPart = (typeof writtenParts)[number];

/** A stored document with every part present. */
export const readDocument = (stored: unknown): ReportDocument => ({
  figures: {},
  narratives: {},
  assessments: {},
  adjustments: {},
  blanks: {},
  copied: {},
  explanations: {},
  ...(stored as Partial<ReportDocument>),
});

/** A cell is answered by a value or by the reason why it has none. */
export const isAnswered = ({ figures, blanks }: Pick<ReportDocument, "figures" | "blanks">, indicatorId: string) =>
  figures[indicatorId] !== undefined || blanks[indicatorId] !== undefined;
