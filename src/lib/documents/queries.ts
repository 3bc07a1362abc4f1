import "server-only";
import type { ReportKind } from "#generated/prisma/enums";
import { type Day, dayOf } from "#lib/dates";
import { pool, type Queryable, row, rows } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import { listPartFigures, listParts } from "#lib/reports/consolidation/queries";
import { readDocument } from "#lib/reports/document";
import { allIndicators, type Indicator, unitKindOf } from "#lib/reports/form";
import { findForm, findReport, listCriteria, listLevels, type ReportRow, UUID } from "#lib/reports/queries";
import type { Totals } from "#lib/reports/totals";
import type { PaperContent } from "./content.ts";
import type { PaperSource } from "./gather.ts";
import type { Making } from "./gather-units.ts";
import { type Signature, suggestPlace, suggestSignature, suggestSuperior, suggestSymbol } from "./presentation.ts";
import type { DocumentWords } from "./words.ts";

export type Template = { kind: ReportKind; version: number; words: DocumentWords; file: Buffer };

/** The template of a kind that counts today: the last to take effect. */
export async function findTemplateInForce(kind: ReportKind, client: Queryable = pool): Promise<Template> {
  const found = await row<Template>(
    `select kind, version, words, file from document_template where kind = $1::report_kind and effective_on <= campaign_today()
     order by effective_on desc, version desc limit 1`,
    [kind],
    client,
  );
  if (!found) throw new Error(`No template of documents counts for ${kind}.`);
  return found;
}

export const findTemplate = (kind: ReportKind, version: number) =>
  row<Template>(
    "select kind, version, words, file from document_template where kind = $1::report_kind and version = $2",
    [kind, version],
  );

type SentVersion = {
  id: string;
  number: number;
  document: unknown;
  documentHash: string;
  consolidationId: string | null;
  sentAt: Date;
  signedByName: string;
  signedByPosition: string | null;
};

/** A report and the version of it that stands as sent; null when there is none, or it is not theirs to see. */
export async function findSent(actor: Actor, reportId: string) {
  const report = await findReport(actor, reportId);
  return report && findSentOf(report);
}

/** The same of a report that has been read. */
export async function findSentOf(report: ReportRow) {
  if (!report.sentVersionId) return null;
  const version = await row<SentVersion>(
    `select id, number, document, document_hash as "documentHash", consolidation_id as "consolidationId", sent_at as "sentAt",
       signed_by_name as "signedByName", signed_by_position as "signedByPosition"
     from report_version where id = $1`,
    [report.sentVersionId],
  );
  return version && { report, version };
}

export type Sent = NonNullable<Awaited<ReturnType<typeof findSent>>>;

/** Everything the paper of a sent version is made of. A bounded number of statements, whatever the number of units. */
export async function findPaperSource({ report, version }: Sent, words: DocumentWords): Promise<PaperSource> {
  const form = await findForm(report.formId, report.formVersion);
  const wanted = words.annexes.flatMap(({ indicators }) => indicators);
  const [criteria, levels, lastYear, making] = await Promise.all([
    listCriteria(report.subjectGroupId),
    listLevels(),
    findLastYear(report),
    findMaking(
      report,
      version.consolidationId,
      allIndicators(form).filter(({ id }) => wanted.includes(id)),
    ),
  ]);
  return {
    kind: report.kind,
    year: Number(report.periodId),
    agency: { name: report.agencyName, shortName: report.agencyShortName, kind: report.agencyKind },
    recipients: report.recipients.map(({ name }) => name),
    form,
    unit: unitKindOf(report.agencyKind),
    criteria,
    levels,
    document: readDocument(version.document),
    documentHash: version.documentHash,
    sentOn: dayOf(version.sentAt),
    lastYear: lastYear && readDocument(lastYear.document),
    making,
    words,
  };
}

/** The agency's accepted document of the year before; null = “chưa có”. */
const findLastYear = (report: ReportRow) =>
  row<{ document: unknown }>(
    `select v.document from report r join report_version v on v.id = r.accepted_version_id
     where r.agency_id = $1 and r.kind = $2::report_kind and r.form_id = $3 and r.period_id = $4`,
    [report.agencyId, report.kind, report.formId, String(Number(report.periodId) - 1)],
  );

/** Every figure of every unit of a consolidated version, to be written as one table; null for a unit's own report. */
export async function findUnitFigures({ report, version }: Sent) {
  const form = await findForm(report.formId, report.formVersion);
  const indicators = allIndicators(form).filter(({ aggregate }) => aggregate !== "none");
  const making = await findMaking(report, version.consolidationId, indicators);
  return making && { making, indicators, document: readDocument(version.document) };
}

/** The units behind a consolidated version, with some of their figures; ratios bring what they are made of. */
async function findMaking(
  report: ReportRow,
  consolidationId: string | null,
  indicators: Indicator[],
): Promise<Making | null> {
  if (!consolidationId) return null;
  const ids = indicators.flatMap(({ id, numerator, denominator }) => [id, numerator, denominator]);
  const known = [...new Set(ids.filter((id) => id !== undefined))];
  const [made, parts, figures] = await Promise.all([
    row<{ at: Date; totals: Totals }>("select at, totals from consolidation where id = $1", [consolidationId]),
    listParts(report, consolidationId),
    listPartFigures(consolidationId, known),
  ]);
  return made && { ...made, parts, figures };
}

/** What the form of issue begins with: what is known, and open places for what is not. */
export async function suggestImprint({ report, version }: Sent, words: DocumentWords) {
  const around = await row<{ parent: string | null; province: string | null }>(
    `select p.name as parent, v.short_name as province from agency_on(campaign_today()) t
     left join agency_on(campaign_today()) p on p.agency_id = t.parent_id left join agency_on(campaign_today()) v on v.agency_id = t.province_id
     where t.agency_id = $1`,
    [report.agencyId],
  );
  return {
    symbol: suggestSymbol(report.agencyKind),
    place: suggestPlace(report.agencyKind, report.agencyShortName, around?.province ?? null),
    superior: suggestSuperior(report.agencyKind, around?.parent ?? null),
    copies: words.copies,
    signature: suggestSignature(report.agencyKind, version.signedByPosition, version.signedByName),
  };
}

export type IssueRow = {
  id: string;
  reportId: string;
  versionNumber: number;
  number: number;
  symbol: string;
  issuedOn: Day;
  place: string;
  superior: string | null;
  copies: string[];
  signature: Signature;
  templateKind: ReportKind;
  templateVersion: number;
  docxHash: string;
  pdfHash: string;
  token: string;
  reason: string | null;
  issuedByName: string;
  issuedAt: Date;
  supersededAt: Date | null;
};

const ISSUE = `select i.id, i.report_id as "reportId", v.number as "versionNumber", i.number, i.symbol, i.issued_on as "issuedOn", i.place, i.superior, i.copies, i.signature,
    i.template_kind as "templateKind", i.template_version as "templateVersion", i.docx_hash as "docxHash", i.pdf_hash as "pdfHash", i.token, i.reason,
    i.issued_by_name as "issuedByName", i.issued_at as "issuedAt", i.superseded_at as "supersededAt"
  from document_issue i join report_version v on v.id = i.version_id`;

/** Every document issued of a report, the last first. */
export const listIssues = (reportId: string) =>
  rows<IssueRow>(`${ISSUE} where i.report_id = $1 order by i.issued_at desc, i.id`, [reportId]);

/** An issued document with the content its files are made of; null also when its report is not theirs to see. */
export async function findIssue(actor: Actor, id: string) {
  if (!UUID.test(id)) return null;
  const issue = await row<IssueRow>(`${ISSUE} where i.id = $1`, [id]);
  if (!issue || !(await findReport(actor, issue.reportId))) return null;
  const frozen = await row<{ content: PaperContent; file: Buffer }>(
    `select i.content, t.file from document_issue i join document_template t on t.kind = i.template_kind and t.version = i.template_version where i.id = $1`,
    [id],
  );
  return frozen && { issue, ...frozen };
}
