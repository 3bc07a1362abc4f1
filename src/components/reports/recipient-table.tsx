import { printInstant } from "#lib/dates";
import type { RecipientRow } from "#lib/reports/queries";
import { RecipientTag } from "./state-tag.tsx";

/** Every recipient answers for itself: accepted by one and returned by the other is shown as exactly that. */
export function RecipientTable({
  recipients,
  sectionTitles,
}: {
  recipients: RecipientRow[];
  sectionTitles: Map<string, string>;
}) {
  return (
    <section className="section">
      <h2>Nơi nhận</h2>
      <div className="table-wrap">
        <table className="table table-stack">
          <thead>
            <tr>
              <th scope="col">Cơ quan</th>
              <th scope="col">Trả lời</th>
              <th scope="col">Người xử lý</th>
              <th scope="col">Lý do theo phần</th>
            </tr>
          </thead>
          <tbody>
            {recipients.map((recipient) => (
              <tr key={recipient.agencyId}>
                <th scope="row">{recipient.name}</th>
                <td data-label="Trả lời">
                  <RecipientTag name={recipient.name} state={recipient.state} />
                </td>
                <td data-label="Người xử lý">
                  {recipient.personName &&
                    `${recipient.personName}${recipient.since ? `, ${printInstant(new Date(recipient.since))}` : ""}`}
                </td>
                <td data-label="Lý do theo phần">
                  {Object.entries(recipient.reasons).map(([id, reason]) => (
                    <p key={id}>
                      <b>{sectionTitles.get(id) ?? id}:</b> {reason}
                    </p>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
