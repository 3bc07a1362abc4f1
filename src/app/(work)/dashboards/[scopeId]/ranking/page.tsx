import type { Metadata } from "next";
import { DashboardHeader } from "#components/dashboards/dashboard-header";
import { IndicatorForm } from "#components/dashboards/figures/indicator-form";
import { Guards } from "#components/dashboards/ranking/guards";
import { LeftOutTable } from "#components/dashboards/ranking/left-out";
import { RankTable } from "#components/dashboards/ranking/rank-table";
import { DownloadLinks } from "#components/ui/download-links";
import { Empty } from "#components/ui/empty";
import { cellHref, partsHref } from "#lib/dashboards/figures/address";
import { findPeriodForm } from "#lib/dashboards/map/queries";
import { NATION } from "#lib/dashboards/policy";
import { type RankingAddress, rankingHref, rankingQuery } from "#lib/dashboards/ranking/address";
import { findRanking } from "#lib/dashboards/ranking/find";
import { type Candidate, isRankable } from "#lib/dashboards/ranking/rules";
import { findingOf } from "#lib/dashboards/ranking/words";
import { homeScope } from "#lib/identity/actor";
import { sectionOf } from "#lib/reports/form";
import { printNumber } from "#lib/text";
import { viewOf } from "../view.ts";

export const metadata: Metadata = { title: "Xếp hạng" };

export default async function RankingPage(props: PageProps<"/dashboards/[scopeId]/ranking">) {
  const { actor, scope, period, periods, query } = await viewOf(props);
  const one = (name: string) => [query[name]].flat()[0];
  const form = await findPeriodForm(period);
  const found = await findRanking(scope, period, form, {
    indicator: one("indicator"),
    section: one("section"),
    least: one("least"),
    type: one("type"),
  });
  const { indicator, least, type } = found.asked;
  const address: RankingAddress = { period, indicator: indicator.id, least, type };
  const sectionId = sectionOf(form, indicator.id)?.id ?? "";
  const hrefOf = ({ id, report, isChanged }: Candidate) =>
    scope.isNation
      ? partsHref(id, indicator.id, period)
      : report && !isChanged
        ? cellHref(report.id, sectionId, indicator.id, report.version)
        : null;
  return (
    <>
      <DashboardHeader
        scope={scope}
        period={period}
        place="/ranking"
        title={findingOf(indicator, found)}
        facts={[
          `${scope.name}, năm ${period}`,
          <a key="parts" href={partsHref(scope.id, indicator.id, period)}>
            Nguồn của số liệu này
          </a>,
        ]}
        mayLookAbove={homeScope(actor) === NATION}
      />
      <IndicatorForm
        form={form}
        indicator={indicator}
        years={periods}
        period={period}
        action={`/dashboards/${scope.id}/ranking`}
        hidden={Object.fromEntries([...rankingQuery(address)].filter(([name]) => name === "type" || name === "least"))}
        offers={(each) => isRankable(each, scope.isNation)}
      />
      <Guards
        found={found}
        isNation={scope.isNation}
        hrefOf={(change) => rankingHref(scope.id, { ...address, ...change })}
      />
      {found.ranked.length > 0 ? (
        <RankTable ranking={found} indicator={indicator} hrefOf={hrefOf} />
      ) : (
        <Empty title="Chưa xếp hạng được nơi nào">Lý do của từng nơi ở danh sách dưới đây.</Empty>
      )}
      {found.leftOut.length > 0 && (
        <section className="section" aria-labelledby="left-out-title">
          <h2 id="left-out-title">{printNumber(found.leftOut.length)} nơi không xếp hạng, và vì sao</h2>
          <LeftOutTable leftOut={found.leftOut} isNation={scope.isNation} hrefOf={hrefOf} />
        </section>
      )}
      <DownloadLinks action={`/api/dashboards/${scope.id}/ranking/download`} query={rankingQuery(address)} />
    </>
  );
}
