import { StateTag } from "#components/reports/state-tag";
import { type Day, printDay } from "#lib/dates";
import { changeLabels, printFields } from "#lib/reports/obligations/labels";
import type { ObligationChange, ObligationPreview } from "#lib/reports/obligations/queries";
import { printNumber } from "#lib/text";

/** Agencies named below one change; the rest are counted. */
const SHOWN = 200;

/** What applying would do: one list for each kind of change, and in it one table for each change many reports share. */
export function ChangeLists({ preview, names }: { preview: ObligationPreview; names: ReadonlyMap<string, string> }) {
  const lists = (["withdrawn", "changed", "restored", "added"] as const).filter((change) => preview[change].length > 0);
  return (
    <>
      <div className="figure-row">
        {(["added", "changed", "withdrawn", "restored"] as const).map((change) => (
          <div className="figure" key={change}>
            <strong>{printNumber(preview[change].length)}</strong>
            <span>{changeLabels[change].title.toLowerCase()}</span>
          </div>
        ))}
        <div className="figure">
          <strong>{printNumber(preview.unchanged)}</strong>
          <span>giữ nguyên</span>
        </div>
      </div>
      {lists.map((change) => (
        <section key={change} className="mb-4">
          <h3>
            {changeLabels[change].title}: {printNumber(preview[change].length)} báo cáo
          </h3>
          {[...groupByWords(preview[change], names)].map(([words, changes]) => (
            <SameChange key={words} words={words} changes={changes} />
          ))}
        </section>
      ))}
    </>
  );
}

/** Reports by what is said of their change, one line each. */
function groupByWords(changes: ObligationChange[], names: ReadonlyMap<string, string>) {
  return Map.groupBy(changes, ({ fields, reason, hasWork }) => {
    const withdrawal = reason && `${reason}.${hasWork ? " Phần đã làm vẫn được giữ." : ""}`;
    return [withdrawal, ...printFields(fields, names)].filter(Boolean).join("\n");
  });
}

function SameChange({ words, changes }: { words: string; changes: ObligationChange[] }) {
  return (
    <div className="mt-2">
      {words && <p className="small whitespace-pre-line">{words}</p>}
      <details open={changes.length <= 20}>
        <summary className="small">{printNumber(changes.length)} cơ quan</summary>
        <div className="table-wrap">
          <table className="table table-stack">
            <thead>
              <tr>
                <th scope="col">Cơ quan</th>
                <th scope="col">Hạn</th>
                <th scope="col">Trạng thái</th>
              </tr>
            </thead>
            <tbody>
              {changes.slice(0, SHOWN).map((one) => (
                <ChangeRow key={`${one.agencyId} ${one.kind}`} change={one} />
              ))}
            </tbody>
          </table>
        </div>
        {changes.length > SHOWN && (
          <p className="quiet small">… và {printNumber(changes.length - SHOWN)} cơ quan khác.</p>
        )}
      </details>
    </div>
  );
}

function ChangeRow({ change: { reportId, agencyName, kind, dueOn, status } }: { change: ObligationChange }) {
  return (
    <tr>
      <td>
        <span>
          {reportId ? <a href={`/reports/${reportId}`}>{agencyName}</a> : agencyName}
          {kind === "consolidated" && <span className="quiet"> – báo cáo tổng hợp</span>}
        </span>
      </td>
      <td data-label="Hạn" className="figures fit">
        {printDay(dueOn as Day)}
      </td>
      <td data-label="Trạng thái" className="fit">
        {status ? <StateTag status={status} /> : "–"}
      </td>
    </tr>
  );
}
