import "server-only";
import { dayOf } from "#lib/dates";
import type { FoundList, ListRequest } from "#lib/list-route";
import { standings } from "#lib/reports/standings";
import { oneBatch } from "#lib/sheets/writing/list";
import { countByPlace, countByUnit } from "./counts/queries.ts";
import { measureOf } from "./map/measures.ts";
import { findPeriodForm, listPlaceFigures, listUnitFigures } from "./map/queries.ts";
import { placesOf } from "./overview.ts";
import { findScope } from "./queries.ts";

const shown = ["notStarted", "draft", "awaitingSignOff", "submitted", "returned", "correcting", "accepted"] as const;
const across = ["everSent", "onTime", "sentLate", "overdue", "extended", "nothing"] as const;

/** Every place of the scope with its counts and the chosen measure. */
export async function placeList({ actor, query, params, now, periods }: ListRequest): Promise<FoundList> {
  const scope = await findScope(actor, params.scopeId ?? "");
  if (!scope) return null;
  const period = periods.find((id) => id === query.get("period")) ?? periods[0] ?? dayOf(now).slice(0, 4);
  const measure = measureOf(query.get("measure") ?? undefined, await findPeriodForm(period), scope.isNation);
  const [counted, figures] = await Promise.all([
    scope.isNation ? countByPlace(period) : countByUnit(period, scope),
    scope.isNation
      ? listPlaceFigures(period, measure.indicatorIds)
      : listUnitFigures(period, scope, measure.indicatorIds),
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
      ...[...shown, ...across].map((name) => ({ head: standings[name].label, width: 14 })),
    ],
    batches: oneBatch(
      places.map(({ id, name, text, counts }) => [
        id,
        name,
        text,
        counts.expected,
        ...[...shown, ...across].map((standing) => counts[standing]),
      ]),
    ),
  };
}
