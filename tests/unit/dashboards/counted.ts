import type { Deadline, PlaceCounts } from "#lib/dashboards/counts/queries";
import { allStandings, type StandingCounts } from "#lib/reports/standings";

/** What was counted, as far as a test cares. */
export const none = Object.fromEntries(["expected", ...allStandings].map((name) => [name, 0])) as StandingCounts;

export const aPlace = (placeId: string, name: string, counts: Partial<StandingCounts>): PlaceCounts => ({
  ...none,
  expected: 10,
  ...counts,
  placeId,
  name,
  unitCode: placeId,
});

export const aDeadline = (dueOn: string, unsent: number): Deadline => ({
  kind: "own",
  dueOn,
  wording: "",
  owed: 10,
  unsent,
  overdue: 0,
  extended: 0,
  sent: 10 - unsent,
  accepted: 0,
});
