import type { NominationCount } from "#lib/awards/nominations/queries";
import type { Quotas } from "#lib/awards/rounds/rules";
import { printNumber } from "#lib/text";

type Props = { awards: { id: string; name: string }[]; quotas: Quotas; counts: NominationCount[] };

const gone = ["draft", "refused", "withdrawn", "revoked", "notPassed"];

/** For each form of a round: how many at most, how many are proposed, passed and decided, and whether that is too many. */
export function QuotaTable({ awards, quotas, counts }: Props) {
  const sum = (awardId: string, fits: (status: string) => boolean) =>
    counts.filter((one) => one.awardId === awardId && fits(one.status)).reduce((total, { count }) => total + count, 0);
  return (
    <div className="table-wrap">
      <table className="table table-dense table-stack">
        <thead>
          <tr>
            <th scope="col">Hình thức</th>
            <th scope="col" className="num">
              Tối đa
            </th>
            <th scope="col" className="num">
              Đang đề nghị
            </th>
            <th scope="col" className="num">
              Hội đồng thông qua
            </th>
            <th scope="col" className="num">
              Đã quyết định
            </th>
            <th scope="col">So với số lượng</th>
          </tr>
        </thead>
        <tbody>
          {awards.map(({ id, name }) => {
            const most = quotas[id]?.most;
            const nominated = sum(id, (status) => !gone.includes(status));
            return (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td data-label="Tối đa" className="num">
                  {most === undefined ? "không đặt" : printNumber(most)}
                </td>
                <td data-label="Đang đề nghị" className="num">
                  {printNumber(nominated)}
                </td>
                <td data-label="Hội đồng thông qua" className="num">
                  {printNumber(sum(id, (status) => status === "passed"))}
                </td>
                <td data-label="Đã quyết định" className="num">
                  {printNumber(sum(id, (status) => status === "decided"))}
                </td>
                <td data-label="So với số lượng">{compared(nominated, most)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function compared(nominated: number, most: number | undefined) {
  if (most === undefined) return "–";
  return nominated > most
    ? `vượt ${printNumber(nominated - most)}, hội đồng xếp thứ tự`
    : `còn ${printNumber(most - nominated)}`;
}
