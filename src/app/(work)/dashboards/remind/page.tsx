import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RemindForm } from "#components/dashboards/reminders/remind-form";
import { PageHeader } from "#components/ui/page-header";
import { campaignClock, chosenPeriod } from "#lib/campaign/clock";
import { mayRemind } from "#lib/dashboards/policy";
import { findList, listUnits } from "#lib/dashboards/reminders/lists";
import { dayOf } from "#lib/dates";
import { requireActor } from "#lib/identity/session";
import { mailIsSetUp } from "#lib/mail/send";

export const metadata: Metadata = { title: "Nhắc các đơn vị" };

export default async function RemindPage({ searchParams }: PageProps<"/dashboards/remind">) {
  const actor = await requireActor();
  if (!mayRemind(actor)) notFound();
  const address = [(await searchParams).list].flat()[0] ?? "";
  const clock = await campaignClock();
  const list = await findList(actor, address, chosenPeriod(clock));
  if (!list) notFound();
  const units = await listUnits(actor, list.reportIds);
  return (
    <>
      <PageHeader
        title="Nhắc các đơn vị"
        crumbs={[
          { href: "/dashboards", label: "Bảng theo dõi" },
          { href: address, label: list.title },
          { label: "Nhắc" },
        ]}
      />
      <RemindForm
        requestKey={randomUUID()}
        list={address}
        title={list.title}
        units={units}
        today={dayOf(clock.now)}
        mailIsSetUp={mailIsSetUp()}
      />
    </>
  );
}
