import { printInstant } from "#lib/dates";
import type { UploadRow } from "#lib/reports/workbook/queries";

/** Files that have been read and wait to be looked at. */
export function UploadList({ reportId, uploads }: { reportId: string; uploads: UploadRow[] }) {
  if (uploads.length === 0) return null;
  return (
    <section className="section">
      <h2>Tệp đang chờ xem</h2>
      <ul className="link-list">
        {uploads.map(({ id, fileName, personName, createdAt, expiresAt }) => (
          <li key={id}>
            <a href={`/reports/${reportId}/workbook/${id}`}>{fileName}</a>
            <span className="quiet small">
              {" "}
              {personName} tải lên {printInstant(createdAt)}; giữ đến {printInstant(expiresAt)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
