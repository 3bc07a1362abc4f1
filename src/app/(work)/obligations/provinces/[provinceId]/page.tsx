import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DutyDatesForm } from "#components/obligations/duty-dates-form";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { printDay } from "#lib/dates";
import { requireActor } from "#lib/identity/session";
import { mayChangeDuty } from "#lib/reports/obligations/policy";
import { findPeriod, listDutiesInForce, listProvincesOnDefault } from "#lib/reports/obligations/queries";

export const metadata: Metadata = { title: "Nhập hạn của tỉnh" };

export default async function ProvinceDutyPage({
  params,
  searchParams,
}: PageProps<"/obligations/provinces/[provinceId]">) {
  const actor = await requireActor();
  const { provinceId } = await params;
  const { period: periodId } = await searchParams;
  const period = await findPeriod(String(periodId));
  if (!period) notFound();
  const province = (await listProvincesOnDefault(period, "/VN/")).find(({ id }) => id === provinceId);
  if (!province || !mayChangeDuty(actor, province.path)) notFound();
  const usual = (await listDutiesInForce(period, province.path)).find(
    ({ isDefault, reporterKinds }) => isDefault && reporterKinds.includes("commune"),
  );
  if (!usual) notFound();
  return (
    <>
      <PageHeader
        title={`Nhập hạn báo cáo của ${province.name}`}
        crumbs={[
          { href: `/obligations?period=${period.id}`, label: `Nghĩa vụ báo cáo năm ${period.id}` },
          { label: province.name },
        ]}
        facts={[`Xã, phường, đặc khu đang theo hạn mặc định ${printDay(usual.dueOn)}`]}
      />
      <Notice tone="wait">
        Hạn của tỉnh thay hạn mặc định từ năm {period.year}. Hạn không được sau hạn tỉnh gửi Bộ Công an và Bộ Nội vụ.
      </Notice>
      <DutyDatesForm
        action={`/api/obligations/provinces/${province.id}`}
        periodId={period.id}
        year={period.year}
        opensOn={usual.opensOn}
        dueOn={usual.dueOn}
        wording=""
        source=""
      />
    </>
  );
}
