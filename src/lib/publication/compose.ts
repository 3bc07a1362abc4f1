import "server-only";
import { createHash } from "node:crypto";
import { countByPlace } from "#lib/dashboards/counts/queries";
import { findPeriodForm, listPlaceFigures } from "#lib/dashboards/map/queries";
import { pool, type Queryable } from "#lib/db";
import { refused } from "#lib/errors";
import { type Former, formerUnits, listPlaceNames } from "./former.ts";
import { EXPECTED, isProgress, offeredMeasures, type PublicMeasure } from "./measures.ts";
import type { Choice } from "./schema.ts";
import { type Column, groupsOf, hidingOf } from "./suppression.ts";

const TOTAL = "total";

export type ComposedPlace = { id: string; order: number; name: string; unitCode: string | null };
export type ComposedNumber = {
  placeId: string;
  measureId: string;
  hidden: boolean;
  number: string | null;
  denominator: string | null;
  units: number | null;
  denominatorUnits: number | null;
};

/** What a publication would hold: exactly what the public would read. `digest` changes with any of it. */
export type Composed = {
  measures: PublicMeasure[];
  places: ComposedPlace[];
  numbers: ComposedNumber[];
  digest: string;
};

/** A sum of one place and how many reports it rests on. */
type Part = { number: number; units: number };
type Parts = Map<string, Map<string, Part>>;

/** The chosen numbers of a period as they stand now, with what must stay hidden left out. @throws refused for an unknown measure */
export async function compose(
  { period, measures: chosen, least }: Choice,
  client: Queryable = pool,
): Promise<Composed> {
  const form = await findPeriodForm(period, client);
  const offered = offeredMeasures(form);
  const unknown = chosen.find((id) => !offered.some((measure) => measure.id === id));
  if (unknown) throw refused(`Số liệu “${unknown}” không có trong biểu mẫu của kỳ này. Hãy tải lại trang.`);
  const measures = offered.filter(({ id }) => chosen.includes(id));
  const { parts, places } = await gather(period, measures, client);
  const former = await formerUnits(period, client);
  const numbers = groupsOf(measures, sumsOf).flatMap((group) => numbersOf(group, parts, places, former, least));
  const digest = createHash("sha256")
    .update(JSON.stringify({ period, least, measures, places, numbers }))
    .digest("hex");
  return { measures, places, numbers, digest };
}

const sumsOf = ({ numberOf, denominatorOf }: PublicMeasure) => {
  const [base] = numberOf.split(":");
  return isProgress({ denominatorOf }) ? [EXPECTED] : [base ?? numberOf, ...(denominatorOf ? [denominatorOf] : [])];
};

/** Every sum that the measures need, by its name and place. */
async function gather(period: string, measures: PublicMeasure[], client: Queryable) {
  const indicators = [
    ...new Set(
      measures
        .filter((one) => !isProgress(one))
        .flatMap(({ numberOf, denominatorOf }) => [numberOf, denominatorOf ?? numberOf]),
    ),
  ].map((name) => name.split(":")[0] ?? name);
  const counted = await countByPlace(period, client); // one after the other: a transaction has one connection
  const figures = await listPlaceFigures(period, indicators, client);
  const parts: Parts = new Map();
  const put = (name: string, placeId: string, part: Part) => {
    if (!parts.has(name)) parts.set(name, new Map());
    parts.get(name)?.set(placeId, part);
  };
  for (const { placeId, expected, everSent, onTime, accepted } of counted)
    for (const [name, number] of Object.entries({ [EXPECTED]: expected, sent: everSent, onTime, accepted }))
      put(name, placeId, { number, units: expected });
  for (const { placeId, indicatorId, number, asked, units } of figures) {
    put(indicatorId, placeId, { number: Number(number), units });
    put(`${indicatorId}:asked`, placeId, { number: asked, units });
  }
  return {
    parts,
    places: await placesOf(
      counted,
      figures.map(({ placeId }) => placeId),
      client,
    ),
  };
}

/** In the order of names, the centre last, then the total. */
async function placesOf(
  counted: { placeId: string; name: string; unitCode: string | null }[],
  ids: string[],
  client: Queryable,
): Promise<ComposedPlace[]> {
  const known = counted.map(({ placeId: id, name, unitCode }) => ({ id, name, unitCode }));
  const missing = [...new Set(ids)].filter((id) => !known.some((place) => place.id === id));
  const others = missing.length > 0 ? await listPlaceNames(missing, client) : [];
  return [...known, ...others, { id: TOTAL, name: "Toàn quốc", unitCode: null }].map((place, order) => ({
    ...place,
    order,
  }));
}

/** The numbers of measures that have sums in common, hidden at the same places. */
function numbersOf(
  group: PublicMeasure[],
  parts: Parts,
  places: ComposedPlace[],
  former: Former,
  least: number,
): ComposedNumber[] {
  const own = places.filter(({ id }) => id !== TOTAL);
  const partial = group.flatMap((measure) => own.filter(({ id }) => isPartial(measure, id, parts)).map(({ id }) => id));
  const names = [...new Set(group.flatMap((one) => (isProgress(one) ? [EXPECTED] : partNames(one))))];
  const hiding = hidingOf(
    names.map((name) => columnOf(name, parts, own, { former, partial })),
    least,
  );
  return group.flatMap((measure) => {
    const given = own.filter(({ id }) => partNames(measure).some((name) => unitsOf(parts, name, id) > 0));
    const shown = given.map(({ id }) =>
      rowOf(measure, id, hiding.places.has(id), (name) => parts.get(name)?.get(id) ?? NOTHING),
    );
    if (shown.length === 0) return [];
    const total = rowOf(measure, TOTAL, hiding.total, (name) =>
      sumOf(own.map(({ id }) => parts.get(name)?.get(id) ?? NOTHING)),
    );
    return [...shown, total];
  });
}

const NOTHING: Part = { number: 0, units: 0 };

const partNames = ({ numberOf, denominatorOf }: PublicMeasure) => [numberOf, ...(denominatorOf ? [denominatorOf] : [])];

const unitsOf = (parts: Parts, name: string, placeId: string) => parts.get(name)?.get(placeId)?.units ?? 0;

/** A place that gave one part of a ratio and not the other: no ratio of its own, but part of the total. */
const isPartial = (measure: PublicMeasure, placeId: string, parts: Parts) =>
  new Set(partNames(measure).map((name) => unitsOf(parts, name, placeId) > 0)).size > 1;

/** Counts of reports tell nothing of a report that came since; sums of figures do. */
function columnOf(
  name: string,
  parts: Parts,
  places: ComposedPlace[],
  { former, partial }: { former: Former; partial: string[] },
): Column {
  const before = name === EXPECTED ? undefined : former.get(name);
  const cells = places.map(({ id: placeId }) => ({
    placeId,
    units: unitsOf(parts, name, placeId),
    formerUnits: before?.units.get(placeId) ?? null,
  }));
  return {
    cells,
    formerTotal: before?.units.get(TOTAL) ?? null,
    alwaysHidden: [...(before?.hidden ?? []).filter((id) => id !== TOTAL), ...partial],
  };
}

const sumOf = (some: Part[]): Part => ({
  number: Math.round(some.reduce((sum, { number }) => sum + number * 100, 0)) / 100,
  units: some.reduce((sum, { units }) => sum + units, 0),
});

function rowOf(
  { id: measureId, numberOf, denominatorOf }: PublicMeasure,
  placeId: string,
  hidden: boolean,
  partOf: (name: string) => Part,
): ComposedNumber {
  const nothing = { number: null, denominator: null, units: null, denominatorUnits: null };
  if (hidden) return { placeId, measureId, hidden, ...nothing };
  const number = partOf(numberOf);
  const denominator = denominatorOf === null ? null : partOf(denominatorOf);
  return {
    placeId,
    measureId,
    hidden,
    number: number.number.toFixed(2),
    denominator: denominator?.number.toFixed(2) ?? null,
    units: number.units,
    denominatorUnits: denominator?.units ?? null,
  };
}
