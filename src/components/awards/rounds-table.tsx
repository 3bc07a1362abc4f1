import { roundLabels } from "#lib/awards/labels";
import type { RoundRow } from "#lib/awards/rounds/queries";
import { roundState } from "#lib/awards/rounds/rules";
import { type Day, printDay, printRemaining } from "#lib/dates";
import { RoundTag } from "./nomination-tag.tsx";

/** The rounds an agency stands in: what they honour and until when they take dossiers. */
export function RoundsTable({ rounds, today }: { rounds: RoundRow[]; today: Day }) {
  return (
    <div className="table-wrap">
      <table className="table table-dense table-stack">
        <thead>
          <tr>
            <th scope="col">Đợt xét</th>
            <th scope="col">Trạng thái</th>
            <th scope="col">Cơ quan mở đợt</th>
            <th scope="col">Thành tích</th>
            <th scope="col">Nhận hồ sơ đến hết</th>
          </tr>
        </thead>
        <tbody>
          {rounds.map((round) => {
            const state = roundState(round, today);
            return (
              <tr key={round.id}>
                <th scope="row">
                  <a className="underline" href={`/awards/rounds/${round.id}`}>
                    {round.title}
                  </a>
                  <span className="quiet"> – {roundLabels[round.kind].toLowerCase()}</span>
                </th>
                <td data-label="Trạng thái">
                  <RoundTag state={state} />
                </td>
                <td data-label="Cơ quan mở đợt">{round.agencyName}</td>
                <td data-label="Thành tích" className="figures far">
                  {printDay(round.achievedFrom)} – {printDay(round.achievedTo)}
                </td>
                <td data-label="Nhận hồ sơ đến hết" className="figures">
                  {printDay(round.closesOn)}
                  {state === "open" && <span className="quiet"> {printRemaining(today, round.closesOn)}</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
