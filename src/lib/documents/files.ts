import "server-only";
import { notFound } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { fold } from "#lib/text";
import { gatherPaper } from "./gather.ts";
import { printNumberOf } from "./presentation.ts";
import {
  findIssue,
  findPaperSource,
  findSent,
  findTemplateInForce,
  type IssueRow,
  type Sent,
  suggestImprint,
  type Template,
} from "./queries.ts";
import { renderFile } from "./rendering/press.ts";
import type { Format } from "./schema.ts";
import { sha256 } from "./service.ts";

export type PaperFile = { name: string; format: Format; content: Buffer };

/** The paper of the sent version that stands, as it would be issued: every page says DỰ THẢO. @throws notFound */
export async function draftFile(actor: Actor, reportId: string, format: Format, trial?: Template): Promise<PaperFile> {
  const sent = await findSent(actor, reportId);
  if (!sent || (trial && trial.kind !== sent.report.kind)) throw notFound("bản báo cáo đã gửi");
  const template = trial ?? (await findTemplateInForce(sent.report.kind));
  const imprint = await suggestImprint(sent, template.words);
  const content = gatherPaper(
    await findPaperSource(sent, template.words),
    { ...imprint, symbol: null, number: null, issuedOn: null },
    null,
  );
  const file =
    format === "pdf"
      ? await renderFile({ kind: "pdf", content })
      : await renderFile({ kind: "docx", template: template.file, content });
  return { name: `du-thao-${nameOf(sent)}.${format}`, format, content: file };
}

/**
 * A file of an issued document, made anew from what was frozen at issue: byte for byte the file whose hash was kept.
 * @throws when it is not, because another file than the one issued must not go out under its number
 */
export async function issuedFile(actor: Actor, issueId: string, format: Format): Promise<PaperFile> {
  const found = await findIssue(actor, issueId);
  if (!found) throw notFound("văn bản");
  const { issue, content, file } = found;
  const made =
    format === "pdf"
      ? await renderFile({ kind: "pdf", content })
      : await renderFile({ kind: "docx", template: file, content });
  const wanted = format === "pdf" ? issue.pdfHash : issue.docxHash;
  if (sha256(made) !== wanted)
    throw new Error(`Document ${issue.id} does not regenerate as ${format}: ${sha256(made)} is not ${wanted}.`);
  return { name: `${issuedName(issue)}.${format}`, format, content: made };
}

/** “05-bc-ubnd-2026” */
export const issuedName = ({ number, symbol, issuedOn }: Pick<IssueRow, "number" | "symbol" | "issuedOn">) =>
  `${printNumberOf(number)}-${slug(symbol)}-${issuedOn.slice(0, 4)}`;

/** “bao-cao-2026-phuong-hoan-kiem-ban-1” */
export const nameOf = ({ report, version }: Sent) =>
  `bao-cao-${report.periodId}-${slug(report.agencyShortName)}-ban-${version.number}`;

const slug = (text: string) => fold(text).replace(/ /g, "-");
