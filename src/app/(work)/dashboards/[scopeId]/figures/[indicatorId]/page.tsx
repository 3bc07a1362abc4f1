import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DashboardHeader } from "#components/dashboards/dashboard-header";
import { OfficialReport } from "#components/dashboards/provenance/official-report";
import { PlaceParts } from "#components/dashboards/provenance/place-parts";
import { UnitParts } from "#components/dashboards/provenance/unit-parts";
import { DownloadLinks } from "#components/ui/download-links";
import { Notice } from "#components/ui/notice";
import { figuresHref, partsHref } from "#lib/dashboards/figures/address";
import { choiceWords } from "#lib/dashboards/figures/choices";
import { countOptions } from "#lib/dashboards/figures/queries";
import { hasTotal, shownIndicators } from "#lib/dashboards/figures/rules";
import { findPeriodForm } from "#lib/dashboards/map/queries";
import { NATION } from "#lib/dashboards/policy";
import { findProvenance } from "#lib/dashboards/provenance/find";
import { findingOf, tellMissing, tellNoted } from "#lib/dashboards/provenance/words";
import { homeScope, oversees } from "#lib/identity/actor";
import { type FormDefinition, type Indicator, sectionOf } from "#lib/reports/form";
import { viewOf } from "../../view.ts";

export const metadata: Metadata = { title: "Nguồn của số liệu" };

export default async function PartsPage(props: PageProps<"/dashboards/[scopeId]/figures/[indicatorId]">) {
  const { actor, scope, period } = await viewOf(props);
  const { indicatorId } = await props.params;
  const form = await findPeriodForm(period);
  const indicator = shownIndicators(form).find(({ id }) => id === indicatorId);
  if (!indicator) notFound();
  const [provenance, options] = await Promise.all([
    findProvenance(scope, period, indicator),
    scope.isNation ? countOptions({ scope, period, indicator, recasts: null }) : [],
  ]);
  const { total, official, places, units } = provenance;
  const mayLookAbove = homeScope(actor) === NATION;
  const href = (scopeId: string, id = indicator.id) => partsHref(scopeId, id, period);
  return (
    <>
      <DashboardHeader
        scope={scope}
        period={period}
        place="/figures"
        title={findingOf(indicator, total)}
        facts={[
          `${scope.name}, năm ${period}`,
          total.gave < total.expected && `Thiếu: ${tellMissing(total)}`,
          tellNoted(total) && `Trong số đã tiếp nhận: ${tellNoted(total)}`,
          <a key="figures" href={figuresHref(scope.id, { period, indicator: indicator.id })}>
            So với năm trước
          </a>,
          mayLookAbove && !scope.isNation && (
            <a key="nation" href={href(NATION)}>
              Nguồn của số toàn quốc
            </a>
          ),
        ]}
        mayLookAbove={mayLookAbove}
      />
      <Kind form={form} indicator={indicator} hrefOf={(id) => href(scope.id, id)} />
      <section className="section" aria-labelledby="official-title">
        <h2 id="official-title">Số trong báo cáo tổng hợp {scope.isNation ? "toàn quốc" : `của ${scope.name}`}</h2>
        <OfficialReport
          indicator={indicator}
          sectionId={sectionOf(form, indicator.id)?.id ?? ""}
          isNation={scope.isNation}
          total={total}
          official={official}
          difference={provenance.difference}
        />
      </section>
      {scope.isNation && (
        <section className="section" aria-labelledby="places-title">
          <h2 id="places-title">Theo tỉnh, thành phố và khối trung ương</h2>
          <PlaceParts
            places={places}
            total={total}
            indicator={indicator}
            choices={indicator.type === "choice" ? choiceWords(indicator, options, false) : null}
            hrefOf={(id) => (id === NATION ? "#units-title" : href(id))}
          />
        </section>
      )}
      {(units.length > 0 || !scope.isNation) && (
        <section className="section" aria-labelledby="units-title">
          <h2 id="units-title">{scope.isNation ? "Các cơ quan trung ương" : "Theo đơn vị"}</h2>
          <UnitParts
            units={units}
            indicator={indicator}
            sectionId={sectionOf(form, indicator.id)?.id ?? ""}
            isCompared={official !== null}
            mayOpen={({ path }) => path !== null && oversees(actor, path)}
          />
        </section>
      )}
      <DownloadLinks
        action={`/api/dashboards/${scope.id}/figures/${indicator.id}/download`}
        query={new URLSearchParams({ period })}
      />
    </>
  );
}

/** What is to be known of figures that are not a sum of their parts. */
function Kind({
  form,
  indicator,
  hrefOf,
}: {
  form: FormDefinition;
  indicator: Indicator;
  hrefOf: (indicatorId: string) => string;
}) {
  if (!hasTotal(indicator))
    return (
      <Notice tone="care">
        Mỗi đơn vị tự khai một tỷ lệ mà không có số tuyệt đối, nên không có tổng và không tính trung bình.
      </Notice>
    );
  if (indicator.type !== "ratio") return null;
  const labelOf = (id: string | undefined) => shownIndicators(form).find((each) => each.id === id)?.label ?? id;
  return (
    <Notice tone="wait">
      Tỷ lệ được tính lại từ hai tổng, không lấy trung bình các tỷ lệ. Nguồn của từng tổng:{" "}
      <a href={hrefOf(indicator.numerator ?? "")}>
        {indicator.numerator} {labelOf(indicator.numerator)}
      </a>{" "}
      trên{" "}
      <a href={hrefOf(indicator.denominator ?? "")}>
        {indicator.denominator} {labelOf(indicator.denominator)}
      </a>
      .
    </Notice>
  );
}
