import type { PlanDetail } from "#lib/plans/queries";
import { Lines } from "./document-facts.tsx";

/** Where the text was taken from, and every word that was put right while entering it. */
export function Sources({
  metadata: { sources, text_corrections: corrections, ocr_notes: notes },
}: Pick<PlanDetail, "metadata">) {
  return (
    <div className="small">
      {sources && <Lines lines={sources.map(({ what, quality }) => `${what}: ${quality}.`)} />}
      {notes && <Lines lines={notes} />}
      {corrections && (
        <div className="table-wrap">
          <table className="table table-stack">
            <thead>
              <tr>
                <th scope="col">Bản nguồn ghi</th>
                <th scope="col">Đã ghi lại là</th>
                <th scope="col">Vì sao</th>
              </tr>
            </thead>
            <tbody>
              {corrections.map(({ seed_text: before, used_text: after, why }) => (
                <tr key={before}>
                  <td data-label="Bản nguồn ghi">{before}</td>
                  <td data-label="Ghi lại là">{after}</td>
                  <td data-label="Vì sao">{why}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
