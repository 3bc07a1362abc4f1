import { printDay, printInstant } from "#lib/dates";
import { printNumberOf } from "#lib/documents/presentation";
import type { Verified } from "#lib/documents/verification/queries";
import styles from "./documents.module.css";

/** What to compare a paper by. Nothing of what it says. */
export function VerifiedFacts({ paper }: { paper: Verified }) {
  const facts = [
    ["Cơ quan ban hành", paper.agencyName],
    ["Văn bản", paper.subject],
    ["Số, ký hiệu", `${printNumberOf(paper.number)}/${paper.symbol}`],
    ["Ngày văn bản", printDay(paper.issuedOn)],
    ["Kỳ báo cáo", `Năm ${paper.periodId}${paper.kind === "consolidated" ? ", báo cáo tổng hợp" : ""}`],
    ["Bản báo cáo", `Bản ${paper.versionNumber}, gửi lúc ${printInstant(paper.sentAt)}`],
  ] as const;
  const hashes = [
    ["Mã nội dung (in trên văn bản)", (paper.documentHash.slice(0, 16).match(/.{4}/g) ?? []).join(" ").toUpperCase()],
    ["SHA-256 của tệp .docx", paper.docxHash],
    ["SHA-256 của tệp PDF", paper.pdfHash],
  ] as const;
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {hashes.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <code>{value}</code>
          </dd>
        </div>
      ))}
    </dl>
  );
}
