import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RemindedUnits } from "#components/dashboards/reminders/reminder-table";
import { PageHeader } from "#components/ui/page-header";
import { mayRemind } from "#lib/dashboards/policy";
import { findSentReminder, listRemindedUnits } from "#lib/dashboards/reminders/queries";
import { printInstant } from "#lib/dates";
import { requireActor } from "#lib/identity/session";
import { printNumber } from "#lib/text";

export const metadata: Metadata = { title: "Lần nhắc" };

export default async function ReminderPage({ params }: PageProps<"/dashboards/reminders/[id]">) {
  const actor = await requireActor();
  const reminder = mayRemind(actor) ? await findSentReminder(actor, (await params).id) : null;
  if (!reminder) notFound();
  const { sentAt, personName, message, listTitle, listAddress, units, answered } = reminder;
  return (
    <>
      <PageHeader
        title={`Đã nhắc ${printNumber(units)} đơn vị, ${printNumber(answered)} đã gửi báo cáo từ đó`}
        crumbs={[{ href: "/dashboards/reminders", label: "Các lần nhắc" }]}
        facts={[
          `${personName}, ${printInstant(sentAt)}`,
          <a key="list" href={listAddress}>
            {listTitle}
          </a>,
        ]}
      />
      <blockquote className="quote">{message}</blockquote>
      <RemindedUnits units={await listRemindedUnits(reminder.id)} />
    </>
  );
}
