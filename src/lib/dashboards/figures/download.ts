import "server-only";
import { chosenPeriod } from "#lib/campaign/clock";
import { yearBefore } from "#lib/dates";
import type { FoundList, ListRequest } from "#lib/list-route";
import { oneBatch } from "#lib/sheets/writing/list";
import { findPeriodForm } from "../map/queries.ts";
import { findScope } from "../queries.ts";
import { findRecast } from "../recast/queries.ts";
import { type Change, tellChange } from "../recast/rules.ts";
import { readStructure } from "./address.ts";
import { choiceWords } from "./choices.ts";
import { compareFigure, countOptions } from "./queries.ts";
import { changeOf, chosenIndicator, hasTotal, isShare, type Sums } from "./rules.ts";

/** One figure by place as a file: shares with both their counts, so that they can be recomputed. */
export async function figureList({ actor, query, params, now, periods }: ListRequest): Promise<FoundList> {
  const scope = await findScope(actor, params.scopeId ?? "");
  if (!scope) return null;
  const period = chosenPeriod({ now, periods }, query.get("period"));
  const form = await findPeriodForm(period);
  const indicator = chosenIndicator(form, query.get("indicator") ?? undefined, undefined);
  const structure = readStructure(query.get("structure") ?? undefined);
  const { recasts, changes } = await findRecast([period, yearBefore(period)]);
  const question = { scope, period, indicator, recasts: structure === "today" ? recasts : null };
  const [places, options] = await Promise.all([compareFigure(question), countOptions(question)]);
  const chosen = indicator.type === "choice" ? choiceWords(indicator, options, !scope.isNation) : null;
  const counted = hasTotal(indicator) || !scope.isNation;
  const cells = ({ number, base }: Sums, words: string | undefined) =>
    chosen
      ? [words ?? null, null]
      : [counted && number !== null ? Number(number) : null, base === null ? null : Number(base)];
  const years = [period, yearBefore(period)];
  return {
    fileName: `so-lieu-${indicator.id.toLowerCase()}-${scope.id}-${period}`,
    title: `${indicator.id} ${indicator.label}, ${scope.name}, năm ${period}`,
    filters: [
      `năm ${period}`,
      scope.name,
      structure === "today" ? "quy về đơn vị hiện nay" : "theo cơ cấu của từng năm",
      ...changes.map((change: Change) => tellChange(change)),
    ],
    columns: [
      { head: "Mã", width: 12 },
      { head: "Đơn vị", width: 32 },
      ...years.flatMap((year) => [
        { head: `${indicator.unit || "Giá trị"} ${year}`, width: 18 },
        { head: `Mẫu số ${year}`, width: 12 },
        { head: `Đơn vị có số liệu ${year}`, width: 12 },
        { head: `Phải báo cáo ${year}`, width: 12 },
      ]),
      { head: `Thay đổi trên cùng đơn vị (${isShare(indicator) ? "điểm %" : "%"})`, width: 18 },
      { head: "Số đơn vị so sánh được", width: 14 },
      { head: "Ghi chú", width: 24 },
    ],
    batches: oneBatch(
      places.map((place) => [
        place.id,
        place.name,
        ...cells(place.now, chosen?.now(place.id)),
        chosen?.gaveNow(place.id) ?? place.now.gave,
        place.now.expected,
        ...cells(place.before, chosen?.before(place.id)),
        chosen?.gaveBefore(place.id) ?? place.before.gave,
        place.before.expected,
        counted && !chosen ? changeOf(indicator, place) : null,
        place.same.units,
        place.isBroken ? "không so sánh được" : null,
      ]),
    ),
  };
}
