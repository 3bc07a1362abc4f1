import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DutyDatesForm } from "#components/obligations/duty-dates-form";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { printDay } from "#lib/dates";
import { requireActor } from "#lib/identity/session";
import { printReporters } from "#lib/reports/obligations/labels";
import { mayChangeDuty } from "#lib/reports/obligations/policy";
import { findDutyInForce, findPeriod } from "#lib/reports/obligations/queries";
import { beganBefore } from "#lib/reports/obligations/rules";

export const metadata: Metadata = { title: "Sửa hạn báo cáo" };

export default async function DutyPage({ params, searchParams }: PageProps<"/obligations/duties/[dutyId]">) {
  const actor = await requireActor();
  const { period: periodId } = await searchParams;
  const period = await findPeriod(String(periodId));
  const duty = period && (await findDutyInForce(period, (await params).dutyId));
  if (!duty || !mayChangeDuty(actor, duty.scopePath)) notFound();
  return (
    <>
      <PageHeader
        title="Sửa hạn báo cáo"
        crumbs={[
          { href: `/obligations?period=${period.id}`, label: `Nghĩa vụ báo cáo năm ${period.id}` },
          { label: duty.name },
        ]}
        facts={[printReporters(duty), `hạn hiện nay ${printDay(duty.dueOn)}`]}
      />
      {beganBefore(period.year, duty.effectiveFrom) && (
        <Notice tone="wait">
          Hạn mới áp dụng từ năm {period.year}. Các năm trước vẫn giữ hạn {printDay(duty.dueOn).slice(0, 5)} hằng năm.
        </Notice>
      )}
      <DutyDatesForm action={`/api/obligations/duties/${duty.id}`} periodId={period.id} year={period.year} {...duty} />
    </>
  );
}
