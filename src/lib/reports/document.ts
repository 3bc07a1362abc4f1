import { createHash } from "node:crypto";
import type { Totals } from "./totals.ts";

/** Count → integer; decimal and percent → canonical decimal text ("120.5"); yes/no → boolean; the rest → text. */
export type FigureValue = number | string | boolean;

export type Assessment = { level: string; grounds: string };

/** A correction of a consolidated figure by the upper level: `by` is added to the total, beside it and with its reason. */
export type Adjustment = { by: string; reason: string };

/** What a report says: the draft is one, a sent version freezes one. Absent = not entered. */
export type ReportDocument = {
  figures: Record<string, FigureValue>;
  narratives: Record<string, string>;
  assessments: Record<string, Assessment>;
  adjustments: Record<string, Adjustment>;
  /** Only in sent versions of consolidated reports: parts, own figures and adjustments together. */
  totals?: Totals;
};

/** A stored document with every part present. */
export const readDocument = (stored: unknown): ReportDocument => ({
  figures: {},
  narratives: {},
  assessments: {},
  adjustments: {},
  ...(stored as Partial<ReportDocument>),
});

/** SHA-256 (hex) of the document's canonical JSON: keys sorted, no spaces. */
export const documentHash = (document: unknown) => createHash("sha256").update(canonical(document)).digest("hex");

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`)
    .join(",")}}`;
}
