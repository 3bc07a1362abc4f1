import type { ReportKind } from "#generated/prisma/enums";
import type { Day } from "#lib/dates";
import type { ReportDocument } from "#lib/reports/document";
import type { FigureRow, Totals } from "#lib/reports/totals";
import type { Cast } from "./cast.ts";
import type { Source } from "./documents.ts";
import type { Extension } from "./extensions.ts";
import type { Journey } from "./journey.ts";
import type { Account } from "./people.ts";
import type { Unit } from "./unit.ts";

/** A report as its obligation made it. */
export type Owed = {
  id: string;
  /** its place among the reports of the period, from 1 */
  ordinal: number;
  periodId: string;
  agencyId: string;
  kind: ReportKind;
  subjectGroupId: string | null;
  editorIds: string[];
  parentId: string | null;
  opensOn: Day;
  dueOn: Day;
  recipients: string[];
};

/** A report with what it says and how it came. */
export type Told = {
  owed: Owed;
  /** the agency as it was called then */
  unit: Unit;
  journey: Journey;
  /** one for each version of the journey, with its figures as rows */
  versions: { document: ReportDocument; figures: FigureRow[] }[];
  /** what stands in the draft; null = what was last sent */
  draft: ReportDocument | null;
  consolidation?: Made;
  extension?: Extension | null;
  reported?: { on: Day; number: string };
};

/** A making of totals from the accepted versions of the parts. */
export type Made = { id: string; at: Date; counted: number; expected: number; totals: Totals };

/** What people are remembered by: collected over all reports and written in the order it happened. */
export type Chronicle = { events: Event[]; audits: Audit[] };

type Event = {
  reportId: string;
  at: Date;
  move: string;
  personName: string;
  personId: string;
  agencyId: string;
  agencyName: string;
  reason: string | null;
  number: number | null;
  detail: object;
};
type Audit = {
  at: Date;
  personId: string;
  personName: string;
  agencyId: string;
  action: string;
  subjectId: string;
  path: string;
  note: string | null;
  detail: object;
};

/** Where the reports of a period are told: who acts, what agencies were called then, the scale (best first), and what is remembered. */
export type Stage = {
  cast: Cast;
  named: Map<string, Unit>;
  levels: string[];
  sourceOf: (owed: Owed) => Source;
  chronicle: Chronicle;
};

/** Who writes a report: the unit's clerk, or the officer of the agency that consolidates first. */
export const writerOf = ({ kind, agencyId, editorIds }: Owed, cast: Cast): Account =>
  kind === "own" ? cast.clerkOf(agencyId) : cast.officerOf(editorIds[0] ?? agencyId);
