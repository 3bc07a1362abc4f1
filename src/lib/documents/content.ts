import type { NarrativeItem } from "#lib/reports/narrative-text";

/** The number of the layout that content is made for: content frozen at issue is laid out by the code of its number for good. */
export const LAYOUT = 1;

/** Everything a paper says, in plain words and in order. Both renderings lay out this and nothing else. */
export type PaperContent = {
  layout: typeof LAYOUT;
  isDraft: boolean;
  /** cơ quan chủ quản, in capitals; null where the agency has none to print */
  superior: string | null;
  /** in capitals */
  agency: string;
  /** “Số: 05/BC-UBND” */
  numberLine: string;
  /** “Hoàn Kiếm, ngày 05 tháng 11 năm 2026” */
  placeAndDay: string;
  typeName: string;
  subject: string;
  addressees: string[];
  opening: string[];
  body: Block[];
  closing: string;
  copies: string[];
  signature: { lines: string[]; name: string };
  verification: Verification | null;
  annexes: Annex[];
  /** for the properties of the files */
  title: string;
  author: string;
  /** the day both files carry as the day they were made */
  madeOn: string;
};

/** Where the paper can be compared with what was sent. `code` is the beginning of the hash of what was sent. */
export type Verification = { address: string; code: string };

export type Block =
  | { kind: "part"; text: string }
  | { kind: "heading"; text: string }
  | { kind: "paragraph"; text: string }
  | ({ kind: "item" } & NarrativeItem)
  | { kind: "words"; text: string; align: "center" | "both"; bold: boolean; italic: boolean }
  | Grid
  | FigureTable
  | AssessmentTable;

/** A ruled table of words; widths in millimetres, together 160 upright. */
export type Grid = { kind: "grid"; widths: number[]; header: string[]; rows: string[][] };

export type FigureTable = {
  kind: "figures";
  caption: string;
  year: string;
  lastYear: string;
  rows: FigureLine[];
  notes: string[];
};

export type FigureLine =
  | { kind: "group"; label: string }
  | { kind: "figure"; code: string; label: string; unit: string; value: string; lastYear: string };

export type AssessmentTable = {
  kind: "assessment";
  caption: string;
  rows: { order: string; criterion: string; level: string; grounds: string }[];
};

/** A table by unit, on a page of its own across. `mark` of a unit: “(*)” when it is not counted. */
export type Annex = {
  name: string;
  title: string;
  attachedTo: string;
  columns: { code: string; label: string }[];
  rows: { order: string; unit: string; cells: string[]; isTotal: boolean }[];
  notes: string[];
};
