import type { Metadata } from "next";
import { Suspense } from "react";
import { DashboardHeader } from "#components/dashboards/dashboard-header";
import { CountList } from "#components/dashboards/overview/count-list";
import { Deadlines } from "#components/dashboards/overview/deadlines";
import { MapAndTable, MapWaiting } from "#components/dashboards/overview/map-and-table";
import { countPlaces, findConsolidated, listDeadlines } from "#lib/dashboards/counts/queries";
import { measureOf } from "#lib/dashboards/map/measures";
import { findPeriodForm, listFigures } from "#lib/dashboards/map/queries";
import { finding, listAddress, readSort, sumCounts } from "#lib/dashboards/overview";
import { mayRemind, NATION } from "#lib/dashboards/policy";
import { homeScope } from "#lib/identity/actor";
import { mayOpenDesk } from "#lib/publication/policy";
import { printNumber } from "#lib/text";
import { viewOf } from "./view.ts";

export const metadata: Metadata = { title: "Bảng theo dõi" };

export default async function DashboardPage(props: PageProps<"/dashboards/[scopeId]">) {
  const { actor, scope, period, query, today } = await viewOf(props);
  const [places, deadlines, consolidated, form] = await Promise.all([
    countPlaces(period, scope),
    listDeadlines(period, scope),
    findConsolidated(period, scope),
    findPeriodForm(period),
  ]);
  const counts = sumCounts(places);
  const withdrawn = consolidated?.withdrawn ?? 0;
  const measure = measureOf([query.measure].flat()[0], form, scope.isNation);
  const figures = listFigures(period, scope, measure.indicatorIds);
  return (
    <>
      <DashboardHeader
        scope={scope}
        period={period}
        place=""
        title={finding(scope, counts, deadlines, today)}
        facts={[
          `${scope.name}, năm ${period}`,
          `Tỷ lệ trên ${printNumber(counts.expected)} đơn vị phải báo cáo`,
          withdrawn > 0 && `${printNumber(withdrawn)} đơn vị không còn nghĩa vụ không tính`,
        ]}
        mayLookAbove={homeScope(actor) === NATION}
        actions={
          mayOpenDesk(actor) && (
            <a className="btn" href="/publications">
              Công bố ra công chúng
            </a>
          )
        }
      />
      <Deadlines
        deadlines={deadlines}
        consolidated={consolidated}
        scope={scope}
        period={period}
        today={today}
        mayRemind={mayRemind(actor)}
      />
      <CountList counts={counts} hrefOf={(standing) => listAddress(period, scope, standing)} />
      <Suspense fallback={<MapWaiting />}>
        <MapAndTable
          scope={scope}
          period={period}
          places={places}
          figures={figures}
          form={form}
          measure={measure}
          sort={readSort([query.sort].flat()[0], measure)}
          mayRemind={mayRemind(actor)}
        />
      </Suspense>
    </>
  );
}
