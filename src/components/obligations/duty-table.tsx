import { Tag } from "#components/ui/tag";
import { type Day, lastWorkingDay, printDay } from "#lib/dates";
import { printRecipients, printReporters } from "#lib/reports/obligations/labels";
import type { DutyInForce } from "#lib/reports/obligations/queries";
import { printNumber } from "#lib/text";

type Props = {
  duties: DutyInForce[];
  periodId: string;
  holidays: ReadonlySet<Day>;
  mayChange: (duty: DutyInForce) => boolean;
};

/** The duties of a period: who reports, to whom, by when, by which words. */
export function DutyTable({ duties, periodId, holidays, mayChange }: Props) {
  return (
    <div className="table-wrap">
      <table className="table table-stack">
        <thead>
          <tr>
            <th scope="col">Nhiệm vụ báo cáo</th>
            <th scope="col">Ai báo cáo</th>
            <th scope="col">Nơi nhận</th>
            <th scope="col">Mở nhập</th>
            <th scope="col">Ngày cuối đúng hạn</th>
            <th scope="col" className="whitespace-normal">
              Ngày làm việc cuối
            </th>
            <th scope="col" className="num">
              Báo cáo
            </th>
            <th scope="col">
              <span className="sr-only">Việc làm được</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {duties.map((duty) => (
            <DutyRow
              key={duty.id}
              duty={duty}
              periodId={periodId}
              workingDay={lastWorkingDay(duty.dueOn, holidays)}
              mayChange={mayChange(duty)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DutyRow({
  duty,
  periodId,
  workingDay,
  mayChange,
}: {
  duty: DutyInForce;
  periodId: string;
  workingDay: Day;
  mayChange: boolean;
}) {
  return (
    <tr>
      <th scope="row">
        <div>
          {duty.name}
          {duty.isDefault && (
            <>
              {" "}
              <Tag tone="extended" shape="○">
                Mặc định – tỉnh chưa nhập kế hoạch
              </Tag>
            </>
          )}
          <p className="quiet small font-normal">
            Căn cứ: {duty.isDefault ? duty.source : <a href={`/plans/${duty.planId}`}>{duty.source}</a>}
          </p>
          {duty.note && <p className="quiet small font-normal">{duty.note}</p>}
        </div>
      </th>
      <td data-label="Ai báo cáo">
        <span>
          {printReporters(duty)}
          {duty.excludedIds.length > 0 && (
            <span className="quiet" title={duty.excludedIds.map((id) => duty.names[id] ?? id).join(", ")}>
              {" "}
              (trừ {duty.excludedIds.length} cơ quan)
            </span>
          )}
        </span>
      </td>
      <td data-label="Nơi nhận">{printRecipients(duty)}</td>
      <td data-label="Mở nhập" className="figures">
        {printDay(duty.opensOn)}
      </td>
      <td data-label="Hạn">
        <span>
          <strong className="figures">{printDay(duty.dueOn)}</strong>
          <span className="quiet block">“{duty.wording}”</span>
        </span>
      </td>
      <td data-label="Ngày làm việc cuối" className="figures">
        {printDay(workingDay)}
      </td>
      <td data-label="Báo cáo" className="num">
        {printNumber(duty.reports)}
      </td>
      <td className="fit">
        {mayChange && (
          <a className="btn" href={`/obligations/duties/${duty.id}?period=${periodId}`}>
            Sửa hạn
          </a>
        )}
      </td>
    </tr>
  );
}
