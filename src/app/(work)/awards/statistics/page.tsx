import type { Metadata } from "next";
import { StatisticTable } from "#components/awards/statistic-table";
import { Empty } from "#components/ui/empty";
import { PageHeader } from "#components/ui/page-header";
import { findRules } from "#lib/awards/rule-sets/queries";
import { countAwards } from "#lib/awards/statistics/queries";
import { campaignClock } from "#lib/campaign/clock";
import { dayOf } from "#lib/dates";
import { requireActor } from "#lib/identity/session";

export const metadata: Metadata = { title: "Thống kê khen thưởng" };

const FIRST_YEAR = 2025; // the campaign's first, QĐ 2447/QĐ-TTg

export default async function StatisticsPage({ searchParams }: PageProps<"/awards/statistics">) {
  const actor = await requireActor();
  const today = dayOf((await campaignClock()).now);
  const thisYear = Number(today.slice(0, 4));
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, index) => thisYear - index);
  const { year: asked } = await searchParams;
  const year = years.find((one) => String(one) === asked) ?? thisYear;
  const [rules, statistics] = await Promise.all([findRules(actor.agency.id, today), countAwards(actor, year)]);
  return (
    <>
      <PageHeader
        crumbs={[{ href: "/awards", label: "Khen thưởng" }]}
        title={`Thống kê khen thưởng năm ${year}`}
        facts={`Theo ngày quyết định, trong phạm vi ${actor.agency.name}`}
        actions={years
          .filter((one) => one !== year)
          .map((one) => (
            <a key={one} className="btn" href={`/awards/statistics?year=${one}`}>
              Năm {one}
            </a>
          ))}
      />
      {statistics.length > 0 ? (
        <StatisticTable statistics={statistics} awards={rules?.definition.awards ?? []} />
      ) : (
        <Empty title="Chưa có khen thưởng nào trong năm">Quyết định ghi ở mục Quyết định thì được tính ở đây.</Empty>
      )}
      <p className="quiet small">
        Tỷ lệ nữ và người trực tiếp lao động, sản xuất, công tác chỉ tính trên những người đã ghi thông tin. Chưa tìm
        thấy quy định nào ấn định tỷ lệ (Luật Thi đua, khen thưởng số 06/2022/QH15, Điều 5, khoản 2 nêu nguyên tắc ưu
        tiên), nên đây là số liệu thống kê, không phải chỉ tiêu bắt buộc.
      </p>
    </>
  );
}
