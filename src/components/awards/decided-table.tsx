import { Tag } from "#components/ui/tag";
import type { DecidedRow } from "#lib/awards/decisions/queries";
import { recordState } from "#lib/awards/decisions/rules";
import { recordStateLabels, subjectLabels } from "#lib/awards/labels";
import { printDay } from "#lib/dates";
import { printNumber } from "#lib/text";

type Props = { decided: DecidedRow[]; nameOfAward: (awardId: string) => string; showsMoney: boolean };

/** Whom a decision honours, with bonus and what became of the award. */
export function DecidedTable({ decided, nameOfAward, showsMoney }: Props) {
  return (
    <div className="table-wrap">
      <table className="table table-stack">
        <thead>
          <tr>
            <th scope="col">Đối tượng</th>
            <th scope="col">Hình thức</th>
            <th scope="col">Thành tích</th>
            {showsMoney && <th scope="col">Tiền thưởng</th>}
            <th scope="col">Tình trạng</th>
          </tr>
        </thead>
        <tbody>
          {decided.map((one) => {
            const { word, shape, tone } = recordStateLabels[recordState(one)];
            return (
              <tr key={one.id}>
                <th scope="row">
                  {one.subjectName}
                  <span className="quiet">
                    , {subjectLabels[one.subjectKind]}, {one.subjectAgencyName}
                  </span>
                </th>
                <td data-label="Hình thức">{nameOfAward(one.awardId)}</td>
                <td data-label="Thành tích">{one.achievement ?? "–"}</td>
                {showsMoney && (
                  <td data-label="Tiền thưởng">
                    <b className="figures">{one.bonus === null ? "chưa tính" : `${printNumber(one.bonus)} đ`}</b>
                    <span className="quiet small"> {one.bonusNote}</span>
                  </td>
                )}
                <td data-label="Tình trạng">
                  <Tag tone={tone} shape={shape}>
                    {word}
                  </Tag>{" "}
                  {one.issuedOn && `trao ${printDay(one.issuedOn)}`}
                  {one.revokedOn && ` hủy bỏ ${printDay(one.revokedOn)}: ${one.revokedFor}`}
                  {one.returnedOn && `; thu hồi xong ${printDay(one.returnedOn)}`}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
