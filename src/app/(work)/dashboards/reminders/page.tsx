import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReminderTable } from "#components/dashboards/reminders/reminder-table";
import { Empty } from "#components/ui/empty";
import { PageHeader } from "#components/ui/page-header";
import { mayRemind } from "#lib/dashboards/policy";
import { listSentReminders } from "#lib/dashboards/reminders/queries";
import { requireActor } from "#lib/identity/session";

export const metadata: Metadata = { title: "Các lần nhắc" };

export default async function RemindersPage() {
  const actor = await requireActor();
  if (!mayRemind(actor)) notFound();
  const reminders = await listSentReminders(actor);
  return (
    <>
      <PageHeader
        title="Các lần nhắc"
        crumbs={[{ href: "/dashboards", label: "Bảng theo dõi" }]}
        facts={actor.agency.name}
      />
      {reminders.length === 0 ? (
        <Empty title="Cơ quan chưa nhắc đơn vị nào">
          Mở một danh sách trong <a href="/dashboards">Bảng theo dõi</a> rồi chọn Nhắc các đơn vị.
        </Empty>
      ) : (
        <ReminderTable reminders={reminders} />
      )}
    </>
  );
}
