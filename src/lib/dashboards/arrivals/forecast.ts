import { cumsum, median, sum } from "d3-array";
import type { Level } from "./curves.ts";

/** How far the units of a place had come when `hour` working hours were left (`workingHoursLeft`), and how it ended. */
export type Pace = {
  period: string;
  level: Level;
  placeId: string;
  hour: number;
  expected: number;
  /** sent on time in the end, or so far */
  onTime: number;
  /** of those, already sent at that hour */
  arrived: number;
  /** all its last days on time are past */
  isOver: boolean;
};

/** Where a group of units stands now: none of them is past its last day. */
export type Position = { expected: number; sent: number };

/**
 * Choices of this project. `interval`: of ten such forecasts about eight should hold. `places`: fewer say nothing of how much places differ.
 * `units`: of fewer units that had not sent, no share is taken. `expected`: fewer units are named one by one, not forecast.
 */
export const limits = { interval: 0.8, places: 10, units: 10, expected: 10 };

export type Forecast = {
  /** “spread”: from the differences between places; “units”: from the number of units alone; “certain”: all have sent */
  basis: "spread" | "units" | "certain";
  /** units on time in the end: what is expected, and the ends of the interval */
  likely: number;
  low: number;
  high: number;
  /** places and units, not yet having sent at the same hour, that it stands on */
  places: number;
  units: number;
};

/** Why nothing is foretold. */
export type Reason = "noPast" | "fewUnits" | "nobodyLeft";

/**
 * How many units of a group will have sent on time, from how it went in past periods from the same hour on (`past`: places of one
 * level at that hour). Read in two ways: those still to send do as those still to send did then; or the pace so far goes on, and
 * the whole is to what has arrived as it was then. The estimate moves from the first to the second as the past share that had
 * arrived grows; the interval holds both, each as far apart as it was between places, by rank and without a bell curve. Where
 * there are too few places, the first comes from the number of units alone (Laplace's rule of succession, beta-binomial).
 * docs/decisions/0031 says why, and how well it does.
 */
export function forecast({ expected, sent }: Position, past: Pace[]): Forecast | Reason {
  const left = expected - sent;
  if (left === 0) return { basis: "certain", likely: sent, low: sent, high: sent, places: 0, units: 0 };
  if (expected < limits.expected) return "fewUnits";
  if (past.length === 0) return "noPast";
  const waiting = past.filter((pace) => pace.expected > pace.arrived);
  const units = sum(waiting, waitingIn);
  if (units < limits.units) return "nobodyLeft";
  const isSpread = waiting.length >= limits.places;
  const arrived = sum(past, (pace) => pace.arrived);
  const onTime = sum(past, (pace) => pace.onTime);
  const within = (count: number) => Math.min(Math.max(count, sent), expected);

  const made = onTime - arrived;
  const byPace = arrived === 0 ? expected : within((sent * onTime) / arrived);
  const weight = arrived / sum(past, (pace) => pace.expected);
  const likely = Math.round((sent + (made / units) * left) * (1 - weight) + byPace * weight);
  const ends = isSpread ? spread(waiting.map(shareOf)).map((share) => share * left) : succession(left, made, units);
  const paces = isSpread ? spread(past.map(growthOf)).map((growth) => within(sent * growth)) : [byPace];
  return {
    basis: isSpread ? "spread" : "units",
    likely,
    low: Math.min(likely, Math.floor(Math.min(...ends.map((end) => sent + end), ...paces))),
    high: Math.max(likely, Math.ceil(Math.max(...ends.map((end) => sent + end), ...paces))),
    places: waiting.length,
    units,
  };
}

const waitingIn = ({ expected, arrived }: Pace) => expected - arrived;

/** The share of units that had not sent and still made it. */
const shareOf = (pace: Pace) => (pace.onTime - pace.arrived) / waitingIn(pace);

/** The whole as a multiple of what had arrived. */
const growthOf = ({ onTime, arrived }: Pace) => (arrived === 0 ? Number.MAX_SAFE_INTEGER : onTime / arrived);

/** The interval by rank: of places and one more, each is as likely to be the lowest, so the ranks alone give the chance. */
function spread(values: number[]): [low: number, high: number] {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.max(Math.floor(((1 - limits.interval) / 2) * (sorted.length + 1)), 1);
  return [sorted[rank - 1] ?? 0, sorted[sorted.length - rank] ?? 0];
}

/** The interval of how many of `left` make it when `made` of `units` alike did: beta-binomial with Beta(made + 1, units − made + 1). */
function succession(left: number, made: number, units: number): [low: number, high: number] {
  const logs = [0];
  for (let count = 0; count < left; count++) {
    const step = ((left - count) * (made + 1 + count)) / ((count + 1) * (units - made + left - count));
    logs.push((logs[count] ?? 0) + Math.log(step));
  }
  const greatest = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - greatest));
  const tail = ((1 - limits.interval) / 2) * sum(weights);
  return [firstBeyond(weights, tail), left - firstBeyond([...weights].reverse(), tail)];
}

/** The first count at which the weights so far are more than `tail`. */
const firstBeyond = (weights: number[], tail: number) => cumsum(weights).findIndex((total) => total > tail);

/** How forecasts made at one hour would have done, place by place. */
export type BackTest = {
  hour: number;
  places: number;
  /** percentage points between what was foretold and what came: the middle one, and the greatest */
  median: number;
  greatest: number;
  /** places whose result lay in the interval */
  held: number;
};

/**
 * Forecasts each place of a period that is over, as if it were `hour` hours before, and compares. From the periods before where
 * there are any (`since` = what the forecast stands on); otherwise from the other places of the same period, leaving the place out.
 */
export function backTest(paces: Pace[], period: string, level: Level, hour: number): BackTest | null {
  const at = paces.filter((pace) => pace.level === level && pace.hour === hour);
  const tested = at.filter((pace) => pace.period === period && pace.isOver && pace.expected >= limits.expected);
  const before = at.filter((pace) => pace.period < period && pace.isOver);
  const results = tested.flatMap((pace) => {
    const past =
      before.length > 0 ? before : at.filter((other) => other.period === period && other.placeId !== pace.placeId);
    const found = forecast({ expected: pace.expected, sent: pace.arrived }, past);
    if (typeof found === "string") return [];
    return {
      error: (Math.abs(found.likely - pace.onTime) / pace.expected) * 100,
      held: pace.onTime >= found.low && pace.onTime <= found.high,
    };
  });
  if (results.length < limits.places) return null;
  const errors = results.map(({ error }) => error);
  return {
    hour,
    places: results.length,
    median: median(errors) ?? 0,
    greatest: Math.max(...errors),
    held: results.filter(({ held }) => held).length,
  };
}
