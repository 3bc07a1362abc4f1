/** One A4 page for leaders: an internal note, not an official letter, so without number, signature and code. */
export type Brief = {
  /** “Bản tin sáng” */
  title: string;
  /** whom it is about: “Toàn quốc” */
  scope: string;
  /** “Thứ Hai, ngày 23/11/2026, số liệu đến 07:00” */
  asOf: string;
  /** what it says first */
  finding: string;
  /** from top to bottom; two stand side by side */
  bands: BriefBlock[][];
  foot: string;
  /** for the properties of the files */
  author: string;
  madeAt: string /** ISO */;
};

export type BriefBlock = BriefLines | BriefTable;

export type BriefLines = { kind: "lines"; title: string; lines: string[] };

/** Without rows, `empty` stands in their place. The first column names what the others are of. */
export type BriefTable = {
  kind: "table";
  title: string;
  columns: BriefColumn[];
  rows: BriefCell[][];
  empty: string;
  /** a line under it */
  rest?: string;
};

/** `href` leads to exactly what is counted, on the page only. */
export type BriefCell = { text: string; href?: string };

/** `width` is a share of the table; what is not text stands to the right. */
export type BriefColumn = { head: string; width: number; isText?: boolean };
