import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { PoolClient } from "pg";
import { recordAudit } from "#lib/audit";
import { dayOf, printDay } from "#lib/dates";
import { row, rows, transaction } from "#lib/db";
import { env } from "#lib/env";
import { authorize, conflict, notFound, refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { lockReport, type ReportRow } from "#lib/reports/queries";
import type { PaperContent } from "./content.ts";
import { gatherPaper } from "./gather.ts";
import { mayIssue } from "./policy.ts";
import { printNumberOf } from "./presentation.ts";
import { findPaperSource, findSent, findTemplateInForce, type Sent, type Template } from "./queries.ts";
import { renderFile } from "./rendering/press.ts";
import { type ReadIssue, readIssue } from "./rules.ts";
import type { IssueInput } from "./schema.ts";

/** 144 random bits: nobody guesses the address of a paper's public page. */
const TOKEN_BYTES = 18;

/**
 * Issues the official document of the sent version that stands, under the number of the agency's register:
 * what it says is frozen with the template it is laid out by, and the hashes of both its files.
 * Issuing again replaces the document that stands, with a reason. @throws refused, conflict, notFound
 */
export async function issueDocument(actor: Actor, input: IssueInput) {
  const sent = await findSent(actor, input.id);
  if (!sent) throw notFound("bản báo cáo đã gửi");
  authorize(mayIssue(actor, sent.report), "Chỉ cơ quan có báo cáo được phát hành văn bản của báo cáo.");
  checkVersionSeen(sent, input.version);
  const issue = await readAgainst(sent, input);
  await checkNumberFree(sent, issue);

  // Rendered before the transaction: nobody waits for a lock meanwhile, and a version never changes.
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  const template = await findTemplateInForce(sent.report.kind);
  const address = `${origin()}/verify/${token}`;
  const content = gatherPaper(await findPaperSource(sent, template.words), issue, { address });
  const hashes = await renderBoth(template, content);

  return transaction(async (tx) => {
    const report = await lockReport(actor, input.id, tx);
    if (!report) throw notFound("báo cáo");
    authorize(mayIssue(actor, report));
    checkVersionSeen({ report, version: sent.version }, input.version);
    await readAgainst(sent, input, tx);
    await checkNumberFree(sent, issue, tx);
    const id = await write(tx, actor, sent, issue, { token, template, content, hashes });
    await recordAudit(tx, {
      actor,
      action: issue.reason ? "document.reissue" : "document.issue",
      subject: { type: "report", id: report.id, path: report.path },
      note: issue.reason,
      detail: {
        document: id,
        version: sent.version.number,
        number: issue.number,
        symbol: issue.symbol,
        issuedOn: issue.issuedOn,
      },
    });
    return { id, token, called: `${printNumberOf(issue.number)}/${issue.symbol}` };
  });
}

/** Where people reach the application; printed on paper, so it is that of the installation and not of a request. */
const origin = () => env().NEXTAUTH_URL?.replace(/\/$/, "") ?? `http://localhost:${env().PORT}`;

function checkVersionSeen({ report, version }: { report: ReportRow; version: Sent["version"] }, seen: number) {
  if (report.sentVersionId !== version.id || version.number !== seen)
    throw conflict(
      "Đơn vị vừa gửi bản khác hoặc đã thu hồi báo cáo. Hãy tải lại trang để phát hành đúng bản đang có hiệu lực.",
    );
}

async function readAgainst({ report, version }: Sent, input: IssueInput, tx?: PoolClient): Promise<ReadIssue> {
  const standing = await row(
    "select 1 as found from document_issue where version_id = $1 and superseded_at is null",
    [version.id],
    tx,
  );
  return readIssue(input, { today: dayOf(report.now), opensOn: report.opensOn, replaces: standing !== null });
}

/** @throws refused naming the report whose document has the number: only the successor of that document may take it over. */
async function checkNumberFree({ report, version }: Sent, { number, symbol, issuedOn }: ReadIssue, tx?: PoolClient) {
  const taken = await row<{ period: string; kind: string; number: number; issuedOn: string }>(
    `select r.period_id as period, r.kind, v.number, i.issued_on as "issuedOn" from document_issue i
     join report r on r.id = i.report_id join report_version v on v.id = i.version_id
     where i.agency_id = $1 and i.year = $2 and i.number = $3 and i.symbol = $4 and i.version_id <> $5 limit 1`,
    [report.agencyId, yearOf(issuedOn), number, symbol, version.id],
    tx,
  );
  if (!taken) return;
  const holder = `${taken.kind === "consolidated" ? "báo cáo tổng hợp" : "báo cáo"} năm ${taken.period} (bản ${taken.number}), văn bản ngày ${printDay(taken.issuedOn)}`;
  throw refused(`Số ${printNumberOf(number)}/${symbol} đã dùng trong năm ${yearOf(issuedOn)}.`, [
    {
      field: "number",
      message: `Số văn bản: ${printNumberOf(number)}/${symbol} đã cấp cho ${holder}; hãy xem lại sổ văn thư.`,
    },
  ]);
}

const yearOf = (day: string) => Number(day.slice(0, 4));

async function renderBoth({ file }: Template, content: PaperContent) {
  const [docx, pdf] = await Promise.all([
    renderFile({ kind: "docx", template: file, content }),
    renderFile({ kind: "pdf", content }),
  ]);
  return { docx: sha256(docx), pdf: sha256(pdf) };
}

export const sha256 = (file: Uint8Array) => createHash("sha256").update(file).digest("hex");

type Frozen = { token: string; template: Template; content: PaperContent; hashes: { docx: string; pdf: string } };

async function write(
  tx: PoolClient,
  actor: Actor,
  { report, version }: Sent,
  issue: ReadIssue,
  { token, template, content, hashes }: Frozen,
): Promise<string> {
  await rows(
    "update document_issue set superseded_at = campaign_now() where version_id = $1 and superseded_at is null",
    [version.id],
    tx,
  );
  try {
    const written = await row<{ id: string }>(
      `insert into document_issue (version_id, report_id, agency_id, year, number, symbol, issued_on, place, superior, copies, signature,
         template_kind, template_version, content, docx_hash, pdf_hash, token, reason, issued_by_id, issued_by_name, issued_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, campaign_now()) returning id`,
      [
        version.id,
        report.id,
        report.agencyId,
        yearOf(issue.issuedOn),
        issue.number,
        issue.symbol,
        issue.issuedOn,
        issue.place,
        issue.superior,
        issue.copies,
        JSON.stringify(issue.signature),
        template.kind,
        template.version,
        JSON.stringify(content),
        hashes.docx,
        hashes.pdf,
        token,
        issue.reason,
        actor.personId,
        actor.fullName,
      ],
      tx,
    );
    return written?.id ?? "";
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== "document_number_once") throw error;
    throw refused(`Số ${printNumberOf(issue.number)}/${issue.symbol} vừa được cấp cho một văn bản khác của cơ quan.`, [
      { field: "number", message: "Số văn bản: vừa được dùng; hãy xem lại sổ văn thư." },
    ]);
  }
}
