import "server-only";
import { chosenPeriod } from "#lib/campaign/clock";
import type { FoundList, ListRequest } from "#lib/list-route";
import { allStandings, standings } from "#lib/reports/standings";
import { oneBatch } from "#lib/sheets/writing/list";
import { countPlaces } from "./counts/queries.ts";
import { measureOf } from "./map/measures.ts";
import { findPeriodForm, listFigures } from "./map/queries.ts";
import { placesOf } from "./overview.ts";
import { findScope } from "./queries.ts";

/** Every place of the scope with its counts and the chosen measure. */
export async function placeList({ actor, query, params, now, periods }: ListRequest): Promise<FoundList> {
  const scope = await findScope(actor, params.scopeId ?? "");
  if (!scope) return null;
  const period = chosenPeriod({ now, periods }, query.get("period"));
  const measure = measureOf(query.get("measure") ?? undefined, await findPeriodForm(period), scope.isNation);
  const [counted, figures] = await Promise.all([
    countPlaces(period, scope),
    listFigures(period, scope, measure.indicatorIds),
  ]);
  const places = placesOf(counted, figures, measure, period);
  return {
    fileName: `bang-theo-doi-${scope.id}-${period}`,
    title: `Tiến độ báo cáo năm ${period}, ${scope.name}`,
    filters: [`năm ${period}`, scope.name, measure.label],
    columns: [
      { head: "Mã", width: 12 },
      { head: "Đơn vị", width: 32 },
      { head: measure.label, width: 26 },
      { head: "Phải báo cáo", width: 12 },
      ...allStandings.map((name) => ({ head: standings[name].label, width: 14 })),
    ],
    batches: oneBatch(
      places.map(({ id, name, text, counts }) => [
        id,
        name,
        text,
        counts.expected,
        ...allStandings.map((standing) => counts[standing]),
      ]),
    ),
  };
}
