import type { Metadata } from "next";
import { ArrivalChart } from "#components/dashboards/arrivals/arrival-chart";
import { ArrivalStrip } from "#components/dashboards/arrivals/arrival-strip";
import { DayTable } from "#components/dashboards/arrivals/day-table";
import { More } from "#components/dashboards/arrivals/more";
import { Method, OutlookTable, TestTable } from "#components/dashboards/arrivals/outlook-table";
import { DashboardHeader } from "#components/dashboards/dashboard-header";
import { DownloadLinks } from "#components/ui/download-links";
import { Empty } from "#components/ui/empty";
import { Tab } from "#components/ui/tab";
import {
  type Curves,
  curvesOf,
  groupsOf,
  headline,
  type Level,
  levels,
  readLevel,
} from "#lib/dashboards/arrivals/curves";
import { hoursToAsk, outlooksOf, testsOf } from "#lib/dashboards/arrivals/outlook";
import { countLastDay, listArrivals, listPaces } from "#lib/dashboards/arrivals/queries";
import { NATION } from "#lib/dashboards/policy";
import { homeScope } from "#lib/identity/actor";
import { viewOf } from "../view.ts";

export const metadata: Metadata = { title: "Diễn biến gửi báo cáo" };

export default async function ArrivalsPage(props: PageProps<"/dashboards/[scopeId]/arrivals">) {
  const { actor, scope, period, query, now } = await viewOf(props);
  const [arrivals, lastDay] = await Promise.all([listArrivals(period, scope), countLastDay(period, scope)]);
  const level = readLevel([query.level].flat()[0]);
  const sent = arrivals.filter((row) => row.period === period && row.kind === "sent");
  const groups = groupsOf(sent.filter((row) => row.level === level));
  const curves = curvesOf(arrivals, period, level, now);
  const paces = await listPaces(period, hoursToAsk(groups, now));
  return (
    <>
      <DashboardHeader
        scope={scope}
        period={period}
        place="/arrivals"
        title={curves ? headline(curves) : "Chưa có đơn vị nào phải báo cáo"}
        facts={[`${scope.name}, năm ${period}`, levels[level]]}
        mayLookAbove={homeScope(actor) === NATION}
      />
      {scope.isNation && (
        <nav className="tabs tabs-wrap" aria-label="Cấp báo cáo">
          {(Object.keys(levels) as Level[]).map((each) => (
            <Tab
              key={each}
              label={levels[each]}
              count={sent.reduce((total, row) => total + (row.level === each ? row.count : 0), 0)}
              href={`/dashboards/${scope.id}/arrivals?${new URLSearchParams({ period, level: each })}`}
              current={each === level}
            />
          ))}
        </nav>
      )}
      <ArrivalStrip {...lastDay} />
      {curves ? (
        <Findings
          curves={curves}
          outlooks={outlooksOf(groups, paces, period, level, now)}
          tests={testsOf(paces, level)}
          download={`/api/dashboards/${scope.id}/arrivals/download`}
        />
      ) : (
        <Empty title="Chưa có đơn vị nào phải báo cáo">
          Kỳ này chưa giao nghĩa vụ báo cáo cho đơn vị nào ở cấp này.
        </Empty>
      )}
    </>
  );
}

function Findings({
  curves,
  outlooks,
  tests,
  download,
}: {
  curves: Curves;
  outlooks: ReturnType<typeof outlooksOf>;
  tests: ReturnType<typeof testsOf>;
  download: string;
}) {
  const { period, level } = curves;
  return (
    <>
      <ArrivalChart curves={curves} outlook={outlooks[0]} title={headline(curves)} />
      <h2>Tỷ lệ gửi đúng hạn: kết quả và dự báo</h2>
      <OutlookTable outlooks={outlooks} />
      <More title="Bảng số liệu theo ngày">
        <DayTable curves={curves} />
        <DownloadLinks action={download} query={new URLSearchParams({ period, level })} />
      </More>
      <More title="Cách dự báo và kiểm tra lại">
        <Method />
        {tests.length === 0 && <p>Chưa kiểm tra lại được: chưa có kỳ nào đã qua hạn với từ 10 tỉnh hoặc khối để so.</p>}
        {tests.map((one) => (
          <TestTable key={one.period} tests={one} />
        ))}
      </More>
    </>
  );
}
