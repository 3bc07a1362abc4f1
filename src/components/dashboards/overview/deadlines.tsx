import { StateTag } from "#components/reports/state-tag";
import type { ReportStatus } from "#generated/prisma/enums";
import type { Deadline } from "#lib/dashboards/counts/queries";
import { listAddress } from "#lib/dashboards/overview";
import type { Scope } from "#lib/dashboards/policy";
import { remindAddress } from "#lib/dashboards/reminders/address";
import { type Day, printDay, printRemaining } from "#lib/dates";
import { reportKindLabels } from "#lib/reports/labels";
import { printNumber } from "#lib/text";
import styles from "./overview.module.css";

/** Every day something falls due, what is still to come for it, and the report that will hold it all. */
export function Deadlines({
  deadlines,
  consolidated,
  scope,
  period,
  today,
  mayRemind,
}: {
  deadlines: Deadline[];
  consolidated: { id: string | null; status: ReportStatus | null; dueOn: Day | null } | null;
  scope: Scope;
  period: string;
  today: Day;
  mayRemind: boolean;
}) {
  const isOverdue = deadlines.some(({ kind, overdue }) => kind === "own" && overdue > 0);
  return (
    <ul className={styles.deadlines}>
      {deadlines.map(({ kind, dueOn, wording, owed, unsent, extended, sent, accepted }) => (
        <li key={`${kind}${dueOn}`}>
          <a href={listAddress(period, scope, undefined, kind)}>{reportKindLabels[kind]}</a>: {wording} – hạn cuối{" "}
          <strong>{printDay(dueOn)}</strong> ({printRemaining(today, dueOn)}); đã gửi {printNumber(sent)}/
          {printNumber(owed)}, đã tiếp nhận {printNumber(accepted)}
          {unsent > 0 && `, còn ${printNumber(unsent)} chưa gửi`}
          {extended > 0 && ` (${printNumber(extended)} được gia hạn)`}.
        </li>
      ))}
      {consolidated?.id && consolidated.status && (
        <li>
          <a href={`/reports/${consolidated.id}`}>
            Báo cáo tổng hợp {scope.isNation ? "toàn quốc" : `của ${scope.name}`}
          </a>{" "}
          <StateTag status={consolidated.status} />
        </li>
      )}
      {mayRemind && isOverdue && (
        <li>
          <a href={remindAddress(listAddress(period, scope, "overdue"))}>Nhắc các đơn vị quá hạn chưa gửi</a>
        </li>
      )}
    </ul>
  );
}
