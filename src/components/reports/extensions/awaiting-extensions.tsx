import { printDay, printInstant } from "#lib/dates";
import type { AwaitingExtension } from "#lib/reports/extensions/queries";

/** Requests for more time that wait for an answer of the actor's agency. */
export function AwaitingExtensions({ extensions }: { extensions: AwaitingExtension[] }) {
  if (extensions.length === 0) return null;
  return (
    <section className="section" aria-labelledby="extensions">
      <h2 id="extensions">Đề nghị gia hạn chờ cơ quan tôi quyết định</h2>
      <ul className="work-list">
        {extensions.map(({ reportId, name, periodId, askedAt, dueOn, untilOn, reason }) => (
          <li key={reportId}>
            <div>
              <a href={`/reports/${reportId}`}>
                <b>
                  Báo cáo năm {periodId} – {name}
                </b>
              </a>
              <p className="quiet">
                Xin gia hạn từ {printDay(dueOn)} đến hết ngày {printDay(untilOn)}, lúc {printInstant(askedAt)}: {reason}
              </p>
            </div>
            <a className="btn btn-primary" href={`/reports/${reportId}/extension`}>
              Xem và trả lời
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
