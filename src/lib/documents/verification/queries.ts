import "server-only";
import type { ReportKind } from "#generated/prisma/enums";
import type { Day } from "#lib/dates";
import { row } from "#lib/db";

/** What the public page says of a paper: whose it is, which version, and what to compare it by. Nothing of its content. */
export type Verified = {
  agencyName: string;
  subject: string;
  kind: ReportKind;
  periodId: string;
  versionNumber: number;
  sentAt: Date;
  number: number;
  symbol: string;
  issuedOn: Day;
  documentHash: string;
  docxHash: string;
  pdfHash: string;
  supersededAt: Date | null;
  /** the document that stands for the same version now, when this one has been replaced */
  replacedBy: { number: number; symbol: string; issuedOn: Day } | null;
  /** the version of the report that stands now; null when it was taken back and nothing stands */
  standingNumber: number | null;
  standingSentAt: Date | null;
};

const TOKEN = /^[A-Za-z0-9_-]{24}$/;

/** The paper of a token, for anybody who holds the paper; null when there is none. */
export async function findVerified(token: string): Promise<Verified | null> {
  if (!TOKEN.test(token)) return null;
  return row<Verified>(
    `select i.content->>'author' as "agencyName", i.content->>'subject' as subject, r.kind, r.period_id as "periodId", v.number as "versionNumber",
       v.sent_at as "sentAt", i.number, i.symbol, i.issued_on as "issuedOn", v.document_hash as "documentHash", i.docx_hash as "docxHash", i.pdf_hash as "pdfHash",
       i.superseded_at as "supersededAt",
       (select jsonb_build_object('number', n.number, 'symbol', n.symbol, 'issuedOn', n.issued_on) from document_issue n
         where i.superseded_at is not null and n.version_id = i.version_id and n.superseded_at is null) as "replacedBy",
       s.number as "standingNumber", s.sent_at as "standingSentAt"
     from document_issue i join report_version v on v.id = i.version_id join report r on r.id = i.report_id
     left join report_version s on s.id = r.sent_version_id
     where i.token = $1`,
    [token],
  );
}
