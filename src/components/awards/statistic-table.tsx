import { subjectLabels } from "#lib/awards/labels";
import type { AwardRule } from "#lib/awards/rule-set";
import { levelLabels } from "#lib/awards/rule-sets/labels";
import type { AwardStatistic } from "#lib/awards/statistics/queries";
import { printNumber, printShare } from "#lib/text";

type Props = { statistics: AwardStatistic[]; awards: Pick<AwardRule, "id" | "name" | "level">[] };

/** Awards by form, level and kind of subject, with the shares of women and direct workers where they are known. */
export function StatisticTable({ statistics, awards }: Props) {
  const order = awards.map(({ id }) => id);
  const sorted = statistics.toSorted((a, b) => order.indexOf(a.awardId) - order.indexOf(b.awardId));
  const total = (of: (one: AwardStatistic) => number) => sorted.reduce((sum, one) => sum + of(one), 0);
  return (
    <div className="table-wrap">
      <table className="table table-dense table-stack">
        <thead>
          <tr>
            <th scope="col">Hình thức</th>
            <th scope="col">Cấp</th>
            <th scope="col">Đối tượng</th>
            {["Số khen thưởng", "Nữ", "Trực tiếp lao động", "Tiền thưởng (đ)", "Đã hủy bỏ"].map((head) => (
              <th key={head} scope="col" className="num">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((one) => {
            const award = awards.find(({ id }) => id === one.awardId);
            return (
              <tr key={`${one.awardId} ${one.kind}`}>
                <th scope="row">{award?.name ?? one.awardId}</th>
                <td data-label="Cấp">{award ? levelLabels[award.level] : "–"}</td>
                <td data-label="Đối tượng">{subjectLabels[one.kind]}</td>
                <td data-label="Số khen thưởng" className="num">
                  {printNumber(one.awards)}
                </td>
                <td data-label="Nữ" className="num">
                  {one.kind === "individual"
                    ? share(one.women, one.sexKnown)
                    : one.kind === "collective"
                      ? share(one.womenMembers, one.members)
                      : "–"}
                </td>
                <td data-label="Trực tiếp lao động" className="num">
                  {one.kind === "collective" ? "–" : share(one.directWorkers, one.workKnown)}
                </td>
                <td data-label="Tiền thưởng" className="num">
                  {printNumber(one.bonus)}
                </td>
                <td data-label="Đã hủy bỏ" className="num">
                  {printNumber(one.revoked)}
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              Cộng
            </th>
            <td data-label="Số khen thưởng" className="num">
              {printNumber(total(({ awards: count }) => count))}
            </td>
            <td data-label="Nữ (cá nhân)" className="num">
              {share(
                total(({ women }) => women),
                total(({ sexKnown }) => sexKnown),
              )}
            </td>
            <td data-label="Trực tiếp lao động" className="num">
              {share(
                total(({ directWorkers }) => directWorkers),
                total(({ workKnown }) => workKnown),
              )}
            </td>
            <td data-label="Tiền thưởng" className="num">
              {printNumber(total(({ bonus }) => bonus))}
            </td>
            <td data-label="Đã hủy bỏ" className="num">
              {printNumber(total(({ revoked }) => revoked))}
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

const share = (part: number, whole: number) =>
  whole > 0 ? `${printNumber(part)}/${printNumber(whole)} (${printShare(part, whole)})` : "chưa ghi";
