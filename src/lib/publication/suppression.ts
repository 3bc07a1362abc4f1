/** How many reports one sum of one place rests on, now and in the last publication of the period (null = it was not shown there). */
export type Cell = { placeId: string; units: number; formerUnits: number | null };

/** One sum over all places. `formerTotal` is what its total rested on when last published; `alwaysHidden` are places hidden whatever their reports: those hidden before, those with half of a ratio. */
export type Column = { cells: Cell[]; formerTotal: number | null; alwaysHidden: string[] };

export type Hiding = { places: Set<string>; total: boolean };

/**
 * What must not be public of columns that are shown together, so that no number rests on fewer than `least` reports, neither as
 * it stands, nor as the total less the others, nor as the difference to what was published before. The places hidden are the same
 * in all the columns; when hiding places does not help, the total is hidden instead.
 */
export function hidingOf(columns: Column[], least: number): Hiding {
  const small = new Set(columns.flatMap((column) => smallPlaces(column, least)));
  const places = new Set(small);
  while (columns.some((column) => tellsByDifference(column, places, least))) {
    const next = smallestShown(columns, places);
    if (next === null) return { places: small, total: true };
    places.add(next);
  }
  return { places, total: false };
}

/** Places too small by themselves, too near to what was published, or hidden whatever their reports: what was hidden once stays hidden. */
const smallPlaces = ({ cells, alwaysHidden }: Column, least: number) => [
  ...alwaysHidden,
  ...cells
    .filter(
      ({ units, formerUnits }) =>
        isFew(units, least) || (formerUnits !== null && isFew(Math.abs(units - formerUnits), least)),
    )
    .map(({ placeId }) => placeId),
];

const isFew = (units: number, least: number) => units > 0 && units < least;

/** Whether the total less what is shown is a number of one place, of too few reports, or of too few that came since. */
function tellsByDifference({ cells, formerTotal }: Column, hidden: Set<string>, least: number): boolean {
  const sum = (some: number[]) => some.reduce((total, one) => total + one, 0);
  const [kept, shown] = [true, false].map((isHidden) =>
    cells.filter(({ placeId, units }) => hidden.has(placeId) === isHidden && units > 0),
  ) as [Cell[], Cell[]];
  const all = sum(cells.map(({ units }) => units));
  if (isFew(all, least) || (formerTotal !== null && isFew(Math.abs(all - formerTotal), least))) return true;
  if (kept.length === 0) return false;
  const rest = sum(kept.map(({ units }) => units));
  if (kept.length === 1 || isFew(rest, least)) return true;
  if (formerTotal === null) return false;
  const formerRest = formerTotal - sum(shown.map(({ formerUnits }) => formerUnits ?? 0));
  return isFew(Math.abs(rest - formerRest), least);
}

/** The place with fewest reports that is still shown in some column; null when none is left. */
function smallestShown(columns: Column[], hidden: Set<string>): string | null {
  const shown = columns.flatMap(({ cells }) => cells.filter(({ placeId, units }) => units > 0 && !hidden.has(placeId)));
  const smallest = shown.reduce<Cell | null>(
    (least, cell) => (!least || cell.units < least.units ? cell : least),
    null,
  );
  return smallest?.placeId ?? null;
}

/** Groups of things that have a name in common, directly or by way of others. */
export function groupsOf<Thing>(things: Thing[], namesOf: (thing: Thing) => string[]): Thing[][] {
  const groups: { names: Set<string>; members: Thing[] }[] = [];
  for (const thing of things) {
    const names = namesOf(thing);
    const touching = groups.filter((group) => names.some((name) => group.names.has(name)));
    const merged = {
      names: new Set([...names, ...touching.flatMap((group) => [...group.names])]),
      members: [...touching.flatMap(({ members }) => members), thing],
    };
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups.map(({ members }) => members);
}
