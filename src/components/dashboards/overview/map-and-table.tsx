import { MapLegend, type MapUnit, UnitMap } from "#components/dashboards/map/unit-map";
import { DownloadLinks } from "#components/ui/download-links";
import type { PlaceCounts, UnitCounts } from "#lib/dashboards/counts/queries";
import { partsHref } from "#lib/dashboards/figures/address";
import { classesOf, classIndex, stepOf } from "#lib/dashboards/map/classes";
import { ARCHIPELAGOS } from "#lib/dashboards/map/extents";
import { type Measure, measuredIndicators, type PlaceFigure, progressOf } from "#lib/dashboards/map/measures";
import { legendOf, listAddress, type Place, placesOf, type Sort, sortPlaces } from "#lib/dashboards/overview";
import { NATION, type Scope } from "#lib/dashboards/policy";
import { remindAddress } from "#lib/dashboards/reminders/address";
import type { FormDefinition } from "#lib/reports/form";
import type { Standing } from "#lib/reports/standings";
import { printNumber } from "#lib/text";
import styles from "./overview.module.css";
import { PlaceTable } from "./place-table.tsx";

type Props = {
  scope: Scope;
  period: string;
  places: (PlaceCounts | UnitCounts)[];
  figures: Promise<PlaceFigure[]>;
  form: FormDefinition;
  measure: Measure;
  sort: Sort;
  mayRemind: boolean;
};

/** The scope as a map and as a table, coloured and sorted by the same measure. */
export async function MapAndTable({ scope, period, places: counted, figures, form, measure, sort, mayRemind }: Props) {
  const places = sortPlaces(placesOf(counted, await figures, measure, period), sort);
  const drawn = places.filter(({ unitCode }) => unitCode !== null);
  const classes = classesOf(
    drawn.flatMap(({ value }) => value ?? []),
    measure.cut,
  );
  const colour = ({ value }: Place) => {
    const index = classIndex(value, classes);
    return index === null ? null : stepOf(index, classes.length);
  };
  const empty = drawn.filter(({ value }) => value === null).length;
  const address = (change: Record<string, string>) =>
    `/dashboards/${scope.id}?${new URLSearchParams({ period, measure: measure.id, ...change })}`;
  const isFigure = measure.indicatorIds.length > 0;
  const listHref = ({ id }: Place, standing?: Standing) => listAddress(period, { id, isNation: false }, standing);
  return (
    <div className={styles.split}>
      <section aria-labelledby="map-title">
        <h2 id="map-title">{measure.label}</h2>
        <MeasureForm scope={scope} period={period} form={form} measure={measure} />
        <UnitMap
          title={`Bản đồ: ${measure.label}, ${scope.name}, năm ${period}`}
          description="Mỗi đơn vị là một liên kết; bảng bên cạnh có cùng số liệu."
          sprite={`/maps/${scope.unitCode ?? "provinces"}.svg`}
          units={drawn.flatMap((place) => shapesOf(place, scope, colour(place)))}
          isNation={scope.isNation}
          framed={
            ARCHIPELAGOS.find(({ code }) => !scope.isNation && drawn.some((place) => place.unitCode === code))?.label
          }
        />
        <MapLegend
          classes={legendOf(classes, measure)}
          none={empty}
          marked={scope.isNation ? 0 : drawn.filter(({ counts }) => counts.overdue > 0).length}
          rule={ruleOf(measure, places.length - drawn.length)}
        />
      </section>
      <section aria-labelledby="table-title">
        <h2 id="table-title">{scope.isNation ? "Theo tỉnh, thành phố" : "Theo đơn vị"}</h2>
        {mayRemind && scope.isNation && <RemindWorst places={places} period={period} />}
        <PlaceTable
          places={places}
          caption={`${measure.label} theo đơn vị, năm ${period}`}
          measure={measure.label}
          sort={sort}
          sortHref={(next) => address({ sort: next })}
          listHref={listHref}
          valueHref={isFigure && scope.isNation ? ({ id }) => partsHref(id, measure.id, period) : undefined}
          ofUnits={!scope.isNation}
        />
        {isFigure && (
          <p className="small">
            <a href={partsHref(scope.id, measure.id, period)}>Nguồn của số liệu này</a>: từng phần của tổng, thiếu ở đâu
            và số trong báo cáo tổng hợp.
          </p>
        )}
        <DownloadLinks
          action={`/api/dashboards/${scope.id}/download`}
          query={new URLSearchParams({ period, measure: measure.id })}
        />
      </section>
    </div>
  );
}

/** The room the map and the table will take. */
export const MapWaiting = () => <p className={styles.waiting}>Đang vẽ bản đồ và bảng…</p>;

function shapesOf(place: Place, scope: Scope, step: number | null): MapUnit[] {
  const unit: MapUnit = {
    code: place.unitCode ?? "",
    label: `${place.name}: ${place.text}`,
    href: place.href,
    step,
    isMarked: place.counts.overdue > 0 && !scope.isNation,
  };
  const islands = scope.isNation ? ARCHIPELAGOS.filter(({ provinceCode }) => provinceCode === place.unitCode) : [];
  return [
    unit,
    ...islands.map(({ code, label }) => ({ ...unit, code, label: `${label} (${place.name}): ${place.text}` })),
  ];
}

/** How the classes are made, and how many of the table have no outline to colour. */
function ruleOf({ cut }: Measure, undrawn: number) {
  const rest =
    undrawn > 0 ? ` ${printNumber(undrawn)} dòng của bảng không có hình trên bản đồ nên không tính vào các nhóm.` : "";
  return rules[cut] + rest;
}

const rules: Record<Measure["cut"], string> = {
  arrears: "Nhóm theo mốc cố định 0, 5, 10 và 25 % để so sánh được giữa các ngày.",
  share: "Nhóm theo mốc cố định 50, 75, 90 và 100 % để so sánh được giữa các ngày.",
  stage: "Theo trạng thái báo cáo của từng đơn vị.",
  figure: "Nhóm theo ngũ phân vị của các đơn vị có số liệu. Số liệu lấy từ báo cáo đã được tiếp nhận.",
};

function MeasureForm({ scope, period, form, measure }: Pick<Props, "scope" | "period" | "form" | "measure">) {
  return (
    <form method="get" action={`/dashboards/${scope.id}`} className="filters">
      <input type="hidden" name="period" value={period} />
      <label>
        <span className="sr-only">Tô màu theo</span>
        <select name="measure" className="input" defaultValue={measure.id}>
          <optgroup label="Tiến độ">
            {progressOf(scope.isNation).map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </optgroup>
          {form.sections.map(({ id, title }) => (
            <optgroup key={id} label={`${id}. ${title}`}>
              {measuredIndicators(form)
                .filter((indicator) => indicator.id.startsWith(id))
                .map((indicator) => (
                  <option key={indicator.id} value={indicator.id}>
                    {indicator.id}. {indicator.label}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      <button type="submit" className="btn">
        Xem
      </button>
    </form>
  );
}

/** The province with most reports past due: one step to its units. */
function RemindWorst({ places, period }: { places: Place[]; period: string }) {
  const worst = places.reduce<Place | null>(
    (most, place) => (place.counts.overdue > (most?.counts.overdue ?? 0) ? place : most),
    null,
  );
  if (!worst) return null;
  return (
    <p className="small">
      Nhiều đơn vị quá hạn nhất: <a href={worst.href}>{worst.name}</a> ({printNumber(worst.counts.overdue)}).{" "}
      <a href={remindAddress(listAddress(period, { id: worst.id, isNation: worst.id === NATION }, "overdue"))}>
        Nhắc các đơn vị này
      </a>
    </p>
  );
}
