import { SortHead } from "#components/dashboards/sort-head";
import { Tag } from "#components/ui/tag";
import type { Place, Sort, SortKey } from "#lib/dashboards/overview";
import { type Standing, standings } from "#lib/reports/standings";
import { printNumber } from "#lib/text";
import styles from "./overview.module.css";

const columns: { key: Exclude<SortKey, "name" | "value">; head: string; standing?: Standing }[] = [
  { key: "expected", head: "Phải báo cáo" },
  { key: "accepted", head: "Đã tiếp nhận", standing: "accepted" },
  { key: "everSent", head: "Đã gửi", standing: "everSent" },
  { key: "notStarted", head: "Chưa bắt đầu", standing: "notStarted" },
  { key: "sentLate", head: "Gửi muộn", standing: "sentLate" },
  { key: "overdue", head: "Quá hạn", standing: "overdue" },
];

/** The map as a table: the same places with the same value, every count a link to exactly those units, every head a way to sort. */
export function PlaceTable({
  places,
  caption,
  measure,
  sort,
  sortHref,
  listHref,
  valueHref,
  ofUnits,
}: {
  places: Place[];
  caption: string;
  measure: string;
  sort: Sort;
  sortHref: (sort: string) => string;
  listHref: (place: Place, standing?: Standing) => string;
  /** single units: their counts are 0 or 1, so their marks stand in words */
  ofUnits: boolean;
  /** where the value of a place is taken apart; not given for measures of progress, whose counts are links themselves */
  valueHref?: (place: Place) => string;
}) {
  const head = (key: SortKey, label: string, isNumber = false) => (
    <SortHead key={key} name={key} label={label} isNumber={isNumber} sort={sort} hrefOf={sortHref} />
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className={`table-wrap ${styles.table}`} aria-label={caption} tabIndex={0}>
      <table className="table table-dense">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {head("name", "Đơn vị")}
            {head("value", measure)}
            {ofUnits ? head("overdue", "Hạn") : columns.map(({ key, head: label }) => head(key, label, true))}
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <tr key={place.id}>
              <th scope="row">
                <a href={place.href}>{place.name}</a>
              </th>
              <td className="figures">{valueHref ? <a href={valueHref(place)}>{place.text}</a> : place.text}</td>
              {ofUnits ? (
                <td>
                  <Marks {...place} />
                </td>
              ) : (
                columns.map(({ key, standing }) => (
                  <td key={key} className="num">
                    {place.counts[key] > 0 ? (
                      <a href={listHref(place, standing)}>{printNumber(place.counts[key])}</a>
                    ) : (
                      "0"
                    )}
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const marks: Standing[] = ["overdue", "sentLate", "extended", "nothing"];

const Marks = ({ counts }: Place) =>
  marks
    .filter((name) => counts[name] > 0)
    .map((name) => (
      <Tag key={name} tone={standings[name].tone} shape={standings[name].shape}>
        {standings[name].label}
      </Tag>
    ));
