import type { Certificate } from "../awards/content.ts";
import type { Brief } from "../briefs/content.ts";
import type { PaperContent } from "../content.ts";

/** What the program of rendering is asked, and what it answers. Sent between processes as structured clones. */
export type Job =
  | { kind: "docx"; template: Uint8Array; content: PaperContent }
  | { kind: "pdf"; content: PaperContent }
  | { kind: "certificates"; certificates: Certificate[]; isPlain: boolean }
  | { kind: "briefDocx"; brief: Brief }
  | { kind: "briefPdf"; brief: Brief }
  | { kind: "check"; template: Uint8Array; isConsolidated: boolean };

/** Every fault of a template in words, none when it can be used; or the file. */
export type Result = { file: Uint8Array } | { faults: string[] };

export type Asked = { id: number; job: Job };
export type Answered = { id: number; result: Result } | { id: number; failure: string } | { ready: true };
