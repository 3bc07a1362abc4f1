import type { Metadata } from "next";
import { DashboardHeader } from "#components/dashboards/dashboard-header";
import { FigureTable } from "#components/dashboards/figures/figure-table";
import { IndicatorForm } from "#components/dashboards/figures/indicator-form";
import { SmallMultiples } from "#components/dashboards/figures/small-multiples";
import { StructureChoice } from "#components/dashboards/figures/structure";
import { DownloadLinks } from "#components/ui/download-links";
import { Notice } from "#components/ui/notice";
import { type FigureAddress, figuresHref, partsHref, readStructure } from "#lib/dashboards/figures/address";
import { type Chart, chartOf, reachedOf } from "#lib/dashboards/figures/charts";
import { choiceWords } from "#lib/dashboards/figures/choices";
import {
  compareFigure,
  countOptions,
  listYears,
  listYearTotals,
  type YearProgress,
} from "#lib/dashboards/figures/queries";
import { addComparisons, chosenIndicator, findingOf, hasTotal, rowsOf, shownOf } from "#lib/dashboards/figures/rules";
import { readSort, sortFigures } from "#lib/dashboards/figures/sorting";
import { findPeriodForm } from "#lib/dashboards/map/queries";
import { printOrder } from "#lib/dashboards/order";
import { NATION } from "#lib/dashboards/policy";
import { findRecast } from "#lib/dashboards/recast/queries";
import { yearBefore } from "#lib/dates";
import { homeScope } from "#lib/identity/actor";
import { sectionOf } from "#lib/reports/form";
import { printNumber } from "#lib/text";
import { viewOf } from "../view.ts";

export const metadata: Metadata = { title: "Số liệu" };

export default async function FiguresPage(props: PageProps<"/dashboards/[scopeId]/figures">) {
  const { actor, scope, period, periods, query } = await viewOf(props);
  const one = (name: string) => [query[name]].flat()[0];
  const form = await findPeriodForm(period);
  const indicator = chosenIndicator(form, one("indicator"), one("section"));
  const section = sectionOf(form, indicator.id);
  const structure = readStructure(one("structure"));
  const sort = readSort(one("sort"));
  const [{ recasts, changes }, years, totals] = await Promise.all([
    findRecast([period, yearBefore(period)]),
    listYears(scope),
    listYearTotals(scope, section ? shownOf(section).flatMap(rowsOf) : []),
  ]);
  const question = { scope, period, indicator, recasts: structure === "today" ? recasts : null };
  const [places, options] = await Promise.all([compareFigure(question), countOptions(question)]);
  const total = addComparisons(places);
  const shownYears = years.filter(({ periodId }) => periodId <= period);
  const charts = (section ? shownOf(section) : []).filter(hasTotal).map((each) =>
    chartOf(
      each,
      shownYears.map(({ periodId, expected, accepted }) => ({ id: periodId, isComplete: accepted === expected })),
      totals,
    ),
  );
  const address: FigureAddress = { period, indicator: indicator.id, structure, sort: printOrder(sort) };
  const href = (change: Partial<FigureAddress>) => figuresHref(scope.id, { ...address, ...change });
  const own = changes.filter(({ places: touched }) => scope.isNation || touched.includes(scope.id));
  return (
    <>
      <DashboardHeader
        scope={scope}
        period={period}
        place="/figures"
        title={findingOf(indicator, total, period)}
        facts={[
          `${scope.name}, năm ${period}`,
          `${printNumber(total.now.accepted)}/${printNumber(total.now.expected)} đơn vị được hỏi đã được tiếp nhận báo cáo`,
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
        action={`/dashboards/${scope.id}/figures`}
        hidden={structure === "today" ? { structure } : {}}
      />
      <section className="section" aria-labelledby="charts-title">
        <h2 id="charts-title">
          {section?.id}. {section?.title}
        </h2>
        <p className="small quiet">
          {sectionFinding(charts, shownYears.at(-1))} Mỗi biểu đồ bắt đầu từ 0, cùng trục năm, theo cơ cấu của từng năm.
          Cột nét đứt: chưa đủ báo cáo được tiếp nhận.
        </p>
        <SmallMultiples charts={charts} current={indicator.id} hrefOf={(id) => href({ indicator: id })} />
      </section>
      <section className="section" aria-labelledby="units-title">
        <h2 id="units-title">
          {indicator.id} {scope.isNation ? "theo tỉnh, thành phố" : "theo đơn vị"}
        </h2>
        <StructureChoice structure={structure} changes={own} hrefOf={(each) => href({ structure: each })} />
        {!hasTotal(indicator) && (
          <Notice tone="care">
            Mỗi đơn vị tự khai một tỷ lệ mà không có số tuyệt đối, nên không có tổng và không tính trung bình.
            {scope.isNation && " Hãy mở một tỉnh, thành phố để xem từng đơn vị."}
          </Notice>
        )}
        <FigureTable
          places={sortFigures(places, sort, indicator)}
          indicator={indicator}
          sectionId={section?.id ?? ""}
          period={period}
          sort={sort}
          sortHref={(next) => href({ sort: next })}
          partsHref={(id) => partsHref(id, indicator.id, period)}
          ofUnits={!scope.isNation}
          choices={indicator.type === "choice" ? choiceWords(indicator, options, !scope.isNation) : null}
        />
        <DownloadLinks
          action={`/api/dashboards/${scope.id}/figures/download`}
          query={new URLSearchParams({ period, indicator: indicator.id, structure })}
        />
      </section>
    </>
  );
}

function sectionFinding(charts: Chart[], year: YearProgress | undefined) {
  const { comparable, reached } = reachedOf(charts);
  if (comparable === 0 || !year) return "";
  const soFar =
    year.accepted < year.expected
      ? `, khi mới có ${printNumber(year.accepted)}/${printNumber(year.expected)} báo cáo được tiếp nhận`
      : "";
  return `${reached}/${comparable} chỉ tiêu đã bằng hoặc hơn năm ${yearBefore(year.periodId)}${soFar}.`;
}
