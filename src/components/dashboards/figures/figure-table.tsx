import { SortHead } from "#components/dashboards/sort-head";
import { StateTag } from "#components/reports/state-tag";
import { cellHref } from "#lib/dashboards/figures/address";
import type { Choices } from "#lib/dashboards/figures/choices";
import type { ComparedPlace } from "#lib/dashboards/figures/queries";
import {
  addComparisons,
  changeOf,
  hasTotal,
  printChange,
  type Side,
  textOf,
  unitTextOf,
} from "#lib/dashboards/figures/rules";
import type { Sort, SortKey } from "#lib/dashboards/figures/sorting";
import { yearBefore } from "#lib/dates";
import type { Indicator } from "#lib/reports/form";
import { printNumber } from "#lib/text";

type Props = {
  places: ComparedPlace[];
  indicator: Indicator;
  sectionId: string;
  period: string;
  sort: Sort;
  sortHref: (sort: string) => string;
  /** where a province's figure opens its parts; units open their cell */
  partsHref: (placeId: string) => string;
  ofUnits: boolean;
  /** of a choice: what was chosen, in words */
  choices: Choices | null;
};

/** One figure by place: this year, how many gave it, the year before, and the change on the same units. */
export function FigureTable({ places, indicator, sort, sortHref, period, ofUnits, ...rest }: Props) {
  const head = (key: SortKey, label: string, isNumber = true) => (
    <SortHead name={key} label={label} isNumber={isNumber} sort={sort} hrefOf={sortHref} />
  );
  const before = yearBefore(period);
  return (
    <div className="table-wrap">
      <table className="table table-stack">
        <caption className="sr-only">
          {indicator.label} theo đơn vị, năm {period} và {before}
        </caption>
        <thead>
          <tr>
            {head("name", "Đơn vị", false)}
            {head("value", `Năm ${period}${indicator.unit ? ` (${indicator.unit})` : ""}`)}
            {head("gave", ofUnits ? "Trạng thái" : "Đơn vị có số liệu", !ofUnits)}
            {head("before", `Năm ${before}`)}
            {head("change", "Thay đổi, cùng đơn vị")}
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <Row
              key={place.id}
              place={place}
              indicator={indicator}
              period={period}
              before={before}
              ofUnits={ofUnits}
              {...rest}
            />
          ))}
        </tbody>
        {hasTotal(indicator) && indicator.type !== "choice" && (
          <TotalRow places={places} indicator={indicator} before={before} period={period} />
        )}
      </table>
    </div>
  );
}

type RowProps = Omit<Props, "places" | "sort" | "sortHref"> & { place: ComparedPlace; before: string };

function Row({ place, indicator, sectionId, period, before, partsHref, ofUnits, choices }: RowProps) {
  const { id, name, now, report } = place;
  const print = ofUnits ? unitTextOf : textOf;
  const noTotal = !ofUnits && !hasTotal(indicator);
  const words = (side: Side, chosen: string | undefined) =>
    noTotal ? "không có tổng" : (chosen ?? print(indicator, side));
  const text = words(now, choices?.now(id));
  const href = ofUnits
    ? report && (choices?.gaveNow(id) ?? now.gave) > 0 && cellHref(report.id, sectionId, indicator.id, report.version)
    : id && partsHref(id);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="num" data-label={`Năm ${period}`}>
        {href ? <a href={href}>{text}</a> : text}
      </td>
      <td className={ofUnits ? undefined : "num"} data-label={ofUnits ? "Trạng thái" : "Đơn vị có số liệu"}>
        {ofUnits
          ? report && <StateTag status={report.status} nothing={report.nothing} />
          : `${printNumber(choices ? choices.gaveNow(id) : now.gave)}/${printNumber(now.expected)}`}
      </td>
      <td className="num" data-label={`Năm ${before}`}>
        {words(place.before, choices?.before(id))}
      </td>
      <td className="num" data-label="Thay đổi">
        <ChangeText place={place} indicator={indicator} ofUnits={ofUnits} />
      </td>
    </tr>
  );
}

function ChangeText({ place, indicator, ofUnits }: Pick<RowProps, "place" | "indicator" | "ofUnits">) {
  if (place.isBroken && ofUnits) return "không so sánh được";
  if (!hasTotal(indicator) && !ofUnits) return "–";
  const change = printChange(indicator, changeOf(indicator, place));
  if (ofUnits || place.same.units === 0) return change;
  return (
    <>
      {change} <span className="quiet">({printNumber(place.same.units)} đv)</span>
      {place.isBroken && <span className="quiet">; tổng không so sánh được</span>}
    </>
  );
}

function TotalRow({
  places,
  indicator,
  before,
  period,
}: Pick<Props, "places" | "indicator" | "period"> & { before: string }) {
  const total = addComparisons(places);
  return (
    <tfoot>
      <tr>
        <th scope="row">Tổng</th>
        <td className="num" data-label={`Năm ${period}`}>
          {textOf(indicator, total.now)}
        </td>
        <td className="num" data-label="Đơn vị có số liệu">
          {printNumber(total.now.gave)}/{printNumber(total.now.expected)}
        </td>
        <td className="num" data-label={`Năm ${before}`}>
          {textOf(indicator, total.before)}
        </td>
        <td className="num" data-label="Thay đổi">
          {printChange(indicator, changeOf(indicator, total))}{" "}
          <span className="quiet">({printNumber(total.same.units)} đv)</span>
        </td>
      </tr>
    </tfoot>
  );
}
