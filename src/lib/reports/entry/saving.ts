import type { ReportDocument } from "../document.ts";
import type { Entry } from "./entry.ts";
import type { Outbox } from "./outbox.ts";

/** What the page shows of the saving of a report. */
export type Saving = {
  /** the server's draft with everything this person has typed on top */
  document: ReportDocument;
  outbox: Outbox;
  /** under way to the server */
  sending: ReadonlySet<string>;
  /** acknowledged since the page was opened */
  saved: ReadonlySet<string>;
  /** why nothing goes up now */
  line: "open" | "lost" | "signedOut" | "stopped";
  problem: string | null;
  /** the browser lets nothing be kept: what waits lives only as long as this page */
  isKept: boolean;
};

/** As the server draws the page, before the browser has looked what it keeps. */
export const startOf = ({ checked }: Entry): Saving => ({
  document: checked.document,
  outbox: {},
  sending: new Set(),
  saved: new Set(),
  line: "open",
  problem: null,
  isKept: true,
});
