import { Notice } from "#components/ui/notice";
import type { OwnReminder } from "#lib/dashboards/reminders/queries";
import { printInstant } from "#lib/dates";

/** What the agency is reminded of, above its other work, until it sends. */
export const OwnReminders = ({ reminders }: { reminders: OwnReminder[] }) =>
  reminders.map(({ id, reportId, reportName, periodId, sentAt, agencyName, personName, message }) => (
    <Notice key={id + reportId} tone="care" title={`${agencyName} nhắc lúc ${printInstant(sentAt)}`}>
      <p>{message}</p>
      <p>
        {personName}.{" "}
        <a href={`/reports/${reportId}`}>
          Mở báo cáo năm {periodId} của {reportName}
        </a>
      </p>
    </Notice>
  ));
