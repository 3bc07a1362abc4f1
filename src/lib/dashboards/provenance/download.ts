import "server-only";
import { chosenPeriod } from "#lib/campaign/clock";
import { printInstant } from "#lib/dates";
import type { FoundList, ListRequest } from "#lib/list-route";
import type { Indicator } from "#lib/reports/form";
import { statusLabels } from "#lib/reports/labels";
import { type ListCell, oneBatch } from "#lib/sheets/writing/list";
import { hasTotal, type Sums, shownIndicators } from "../figures/rules.ts";
import { findPeriodForm } from "../map/queries.ts";
import { findScope } from "../queries.ts";
import { findProvenance, type Provenance } from "./find.ts";
import { findingOf, tellMissing, tellNoted } from "./words.ts";

/** The parts of a figure as a file: of the nation its provinces and the units of the centre, of a province its units. */
export async function partList({ actor, query, params, now, periods }: ListRequest): Promise<FoundList> {
  const scope = await findScope(actor, params.scopeId ?? "");
  if (!scope) return null;
  const period = chosenPeriod({ now, periods }, query.get("period"));
  const indicator = shownIndicators(await findPeriodForm(period)).find(({ id }) => id === params.indicatorId);
  if (!indicator) return null;
  const provenance = await findProvenance(scope, period, indicator);
  return {
    fileName: `nguon-so-lieu-${indicator.id.toLowerCase()}-${scope.id}-${period}`,
    title: findingOf(indicator, provenance.total),
    filters: [`năm ${period}`, scope.name, `thiếu: ${tellMissing(provenance.total)}`],
    holdsPeople: `Nguồn của số liệu ${indicator.id}, ${scope.name}, năm ${period}`,
    columns: [
      { head: "Mã", width: 12 },
      { head: "Nơi", width: 32 },
      { head: indicator.unit || "Giá trị", width: 16 },
      { head: "Mẫu số", width: 12 },
      { head: "Thiếu", width: 28 },
      { head: "Lưu ý", width: 24 },
      { head: "Trạng thái", width: 18 },
      { head: "Bản", width: 8 },
      { head: "Người nhập", width: 24 },
      { head: "Người ký", width: 24 },
      { head: "Gửi lúc", width: 18 },
      { head: "Bản đã tính", width: 10 },
      { head: "Số đã tính", width: 16 },
    ],
    batches: oneBatch([...placeRows(provenance, indicator), ...unitRows(provenance, indicator)]),
  };
}

const cells = ({ number, base }: Sums): ListCell[] => [asNumber(number), asNumber(base)];
const asNumber = (decimal: string | null) => (decimal === null ? null : Number(decimal));

const placeRows = ({ places }: Provenance, indicator: Indicator): ListCell[][] =>
  places.map((place) => [
    place.id,
    place.name,
    ...cells(hasTotal(indicator) ? place : { number: null, base: null }),
    tellMissing(place),
    tellNoted(place),
    ...[null, null, null, null, null],
    place.part?.countedVersion ?? null,
    asNumber(place.part?.counted.number ?? null),
  ]);

const unitRows = ({ units }: Provenance, indicator: Indicator): ListCell[][] =>
  units.map((unit) => [
    unit.agencyId,
    unit.name,
    ...(indicator.type === "choice" ? [unit.option, null] : cells(unit.live)),
    null,
    unit.isLive ? null : "không còn tính vào đây",
    statusLabels[unit.status].word,
    unit.version,
    unit.enteredByName,
    unit.signedByName,
    unit.sentAt && printInstant(unit.sentAt),
    unit.countedVersion,
    indicator.type === "choice" ? null : asNumber(unit.counted.number),
  ]);
