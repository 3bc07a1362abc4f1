import { StateTag } from "#components/reports/state-tag";
import { Empty } from "#components/ui/empty";
import { cellHref } from "#lib/dashboards/figures/address";
import { textOf } from "#lib/dashboards/figures/rules";
import type { Provenance } from "#lib/dashboards/provenance/find";
import type { Difference, Total } from "#lib/dashboards/provenance/rules";
import { printSigned, tellCause } from "#lib/dashboards/provenance/words";
import { printInstant } from "#lib/dates";
import type { Indicator } from "#lib/reports/form";
import { printNumber } from "#lib/text";
import styles from "./provenance.module.css";

type Props = {
  indicator: Indicator;
  sectionId: string;
  isNation: boolean;
  total: Total;
  official: Provenance["official"];
  difference: Difference | null;
};

/** What the consolidated report states, and step by step why it is not the sum of the parts as they are now. */
export function OfficialReport({ indicator, sectionId, isNation, total, official, difference }: Props) {
  if (!official)
    return (
      <Empty title="Chưa có báo cáo tổng hợp nào được gửi">
        Chưa có số chính thức để đối chiếu; số trên là tổng các báo cáo của đơn vị đã được tiếp nhận.
      </Empty>
    );
  const { reportId, version, status, isAccepted, signedByName, sentAt } = official;
  return (
    <>
      <p>
        <a href={cellHref(reportId, sectionId, indicator.id, version)}>Bản {version} của báo cáo tổng hợp</a>, người ký{" "}
        {signedByName}, gửi lúc {printInstant(sentAt)}. <StateTag status={status} />
        {!isAccepted && " Bản này chưa được tiếp nhận, nên chưa phải số chính thức."}
      </p>
      {difference ? (
        <Steps difference={difference} isNation={isNation} />
      ) : (
        <Stated indicator={indicator} total={total} official={official} />
      )}
    </>
  );
}

/** Figures whose parts do not add up, side by side only. */
function Stated({
  indicator,
  total,
  official,
}: Pick<Props, "indicator" | "total"> & { official: NonNullable<Props["official"]> }) {
  const options = Object.entries(official.document.totals?.[indicator.id] ?? {});
  if (indicator.type === "choice")
    return (
      <p>
        Báo cáo tổng hợp ghi:{" "}
        {(indicator.options ?? [])
          .map((option) => `${option} ${printNumber(official.document.totals?.[indicator.id]?.[option]?.number ?? 0)}`)
          .join(" · ")}
      </p>
    );
  if (indicator.type !== "ratio" && options.length === 0) return <p>Báo cáo tổng hợp không ghi số cho chỉ tiêu này.</p>;
  return (
    <p>
      Báo cáo tổng hợp: <span className="figures">{textOf(indicator, official.sums)}</span>. Tính từ các đơn vị hiện
      nay: <span className="figures">{textOf(indicator, total)}</span>.
    </p>
  );
}

function Steps({ difference, isNation }: { difference: Difference; isNation: boolean }) {
  const { live, official, by, causes } = difference;
  return (
    <div className={`table-wrap ${styles.steps}`}>
      <table className="table table-dense">
        <caption className="sr-only">Từ tổng các đơn vị hiện nay đến số trong báo cáo tổng hợp</caption>
        <tbody>
          <tr>
            <th scope="row">Tổng các báo cáo đã được tiếp nhận, hiện nay</th>
            <td className="num">{printNumber(live)}</td>
          </tr>
          {causes.map((cause) => (
            <tr key={cause.kind}>
              <th scope="row">{tellCause(cause, isNation)}</th>
              <td className="num">{printSigned(cause.by)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              Số trong báo cáo tổng hợp{by === "0" ? ", bằng tổng hiện nay" : `, chênh ${printSigned(by)}`}
            </th>
            <td className="num">{printNumber(official)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
