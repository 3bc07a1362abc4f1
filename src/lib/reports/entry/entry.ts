import type { ReportStatus } from "#generated/prisma/enums";
import type { Checked } from "../checks.ts";
import type { ReportDocument } from "../document.ts";

/** What the page of an entry hands to the browser: enough to write, check and compute without a line. */
export type Entry = {
  reportId: string;
  /** whose work it is: nothing of it is sent, or shown, for anybody else */
  person: { id: string; username: string; fullName: string };
  status: ReportStatus;
  checked: Checked;
  /** what recipients have returned, for the states of the sections */
  answers: { name: string; state: string; reasons: Record<string, string> }[];
} & Pick<Known, "sections" | "version">;

/** The server's draft as last heard of. */
export type Known = {
  document: ReportDocument;
  /** version of each section: a save says which it saw */
  sections: Record<string, number>;
  /** of the whole report; grows with every save */
  version: number;
};
