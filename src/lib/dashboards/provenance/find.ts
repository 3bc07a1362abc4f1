import "server-only";
import type { Indicator } from "#lib/reports/form";
import { sumsOf } from "../figures/charts.ts";
import type { Sums } from "../figures/rules.ts";
import type { Scope } from "../policy.ts";
import {
  findOfficial,
  listPlaceParts,
  listPlaceTotals,
  listUnitParts,
  type Official,
  type PlacePart,
  type UnitPart,
} from "./queries.ts";
import { addTotals, type Difference, explainDifference, type PlaceTotal, type Total, totalOfUnits } from "./rules.ts";

/** A figure taken apart: its total with what is missing, the report that states it officially, and its parts. */
export type Provenance = {
  total: Total;
  official: (Official & { sums: Sums }) | null;
  /** null also where parts do not add up to the figure: ratios, choices, percentages */
  difference: Difference | null;
  /** of the nation; none for a province */
  places: (PlaceTotal & { part: PlacePart | null })[];
  /** of a province its units; of the nation those of the centre */
  units: UnitPart[];
};

/** Four statements for the nation, two for a province. */
export async function findProvenance(scope: Scope, period: string, indicator: Indicator): Promise<Provenance> {
  const official = await findOfficial(period, scope);
  const question = { period, indicator, consolidationId: official?.consolidationId ?? null };
  const [units, totals, parts] = await Promise.all([
    listUnitParts(scope.id, question),
    scope.isNation ? listPlaceTotals(period, indicator) : [],
    scope.isNation ? listPlaceParts(question) : new Map<string, PlacePart>(),
  ]);
  const places = totals.map((place) => ({ ...place, part: parts.get(place.id) ?? null }));
  return {
    total: scope.isNation ? addTotals(places) : totalOfUnits(indicator, units),
    official: official && { ...official, sums: sumsOf(indicator, official.document.totals ?? {}) },
    difference:
      official && explainDifference(indicator, official.document, scope.isNation ? placed(places) : single(units)),
    places,
    units,
  };
}

const placed = (places: Provenance["places"]) =>
  places.map(({ name, number, part }) => ({
    name,
    live: number,
    counted: part?.counted.number ?? null,
    isCounted: (part?.countedParts ?? 0) > 0,
    isLive: true,
    own: part?.countedOwn,
    adjusted: part?.countedAdjusted,
  }));

const single = (units: UnitPart[]) =>
  units.map(({ name, live, counted, countedVersion, isLive }) => ({
    name,
    live: live.number,
    counted: counted.number,
    isCounted: countedVersion !== null,
    isLive,
  }));
