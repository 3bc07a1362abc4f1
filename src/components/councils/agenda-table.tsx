import { Tag } from "#components/ui/tag";
import { subjectLabels } from "#lib/awards/labels";
import type { Item, Seat } from "#lib/councils/sessions/queries";
import { BallotState, OutcomeTag } from "./ballot-result.tsx";
import { RecusalRule, Threshold } from "./rule-words.tsx";

type Props = {
  sessionId: string;
  items: Item[];
  seats: Seat[];
  awardNames: Record<string, string>;
  cast: Record<string, number>;
};

/** The dossiers in the order they are taken, each with its ballot and what was concluded. */
export function AgendaTable({ sessionId, items, seats, awardNames, cast }: Props) {
  return (
    <div className="table-wrap">
      <table className="table table-stack">
        <thead>
          <tr>
            <th scope="col">Đề nghị khen thưởng</th>
            <th scope="col">Hình thức</th>
            <th scope="col">Không tham gia bỏ phiếu</th>
            <th scope="col">Kết quả bỏ phiếu</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ nominationId, nomination, recusals, ballot, outcome }) => (
            <tr key={nominationId}>
              <th scope="row">
                <div>
                  <a href={`/councils/sessions/${sessionId}/dossiers/${nominationId}`}>{nomination.subjectName}</a>
                  <p className="quiet small">
                    {subjectLabels[nomination.subjectKind]}, {nomination.agencyName} đề nghị
                  </p>
                </div>
              </th>
              <td data-label="Hình thức">
                <div>
                  {awardNames[nomination.awardId] ?? nomination.awardId}
                  {ballot && (
                    <div className="small">
                      <Threshold threshold={ballot.rule.threshold} />
                      <RecusalRule rule={ballot.rule} />
                    </div>
                  )}
                </div>
              </td>
              <td data-label="Không bỏ phiếu">
                <Recused recusals={recusals} seats={seats} />
              </td>
              <td data-label="Kết quả">
                <div>
                  <BallotState ballot={ballot} cast={ballot ? cast[ballot.id] : undefined} />
                  <OutcomeTag outcome={outcome} />
                  {ballot?.result && <a href={`/councils/ballots/${ballot.id}`}>Xem và kiểm tra phiếu</a>}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Recused({ recusals, seats }: Pick<Item, "recusals"> & { seats: Seat[] }) {
  const all = Object.entries(recusals);
  if (all.length === 0) return <span className="quiet">Không có</span>;
  return (
    <ul className="small">
      {all.map(([seatId, { kind, reason }]) => (
        <li key={seatId}>
          {seats.find((seat) => seat.seatId === seatId)?.fullName}: {reason}{" "}
          {kind === "declared" && (
            <Tag tone="extended" shape="✎">
              tự khai
            </Tag>
          )}
        </li>
      ))}
    </ul>
  );
}
