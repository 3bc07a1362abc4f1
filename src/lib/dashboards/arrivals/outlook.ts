import { printNumber } from "#lib/text";
import { type Group, type Level, workingHoursLeft } from "./curves.ts";
import { type BackTest, backTest, type Forecast, forecast, limits, type Pace, type Reason } from "./forecast.ts";

/** Working hours before the deadline at which forecasts are tested; a day counts 24. */
const testHours = [240, 120, 72, 24, 6];

/** An interval wider than this share of the units says nothing worth reading. */
const WIDEST = 0.4;

/** What becomes of the units due on one day: known when the day is past, foretold, or not to be foretold and why. */
export type Outlook = Group &
  ({ state: "over" } | { state: "foretold"; forecast: Forecast } | { state: "open"; why: string });

/** Whether a group's last day is still on. */
const isOpen = (group: Group, now: Date) => workingHoursLeft(group.dueOn, now) > 0;

/** The hours at which the paces of past periods are asked for: where the open groups stand now, and those of the test. */
export const hoursToAsk = (groups: Group[], now: Date) => [
  ...new Set([
    ...testHours,
    ...groups.filter((group) => isOpen(group, now)).map(({ dueOn }) => workingHoursLeft(dueOn, now)),
  ]),
];

export const outlooksOf = (groups: Group[], paces: Pace[], period: string, level: Level, now: Date): Outlook[] =>
  groups.map((group) => {
    if (!isOpen(group, now)) return { ...group, state: "over" };
    const hour = workingHoursLeft(group.dueOn, now);
    const past = paces.filter(
      (pace) => pace.period < period && pace.level === level && pace.hour === hour && pace.isOver,
    );
    const found = forecast(group, past);
    if (typeof found === "string") return { ...group, state: "open", why: reasons[found](group) };
    if (found.high - found.low > WIDEST * group.expected)
      return { ...group, state: "open", why: tooWide(group, found) };
    return { ...group, state: "foretold", forecast: found };
  });

const reasons: Record<Reason, (group: Group) => string> = {
  noPast: () => "chưa có kỳ nào đã qua hạn để so nhịp gửi",
  fewUnits: ({ expected }) => `chỉ có ${printNumber(expected)} đơn vị, dưới ${limits.expected}, hãy xem từng đơn vị`,
  nobodyLeft: () =>
    `vào cùng thời điểm của kỳ trước có dưới ${limits.units} đơn vị chưa gửi, không đủ để biết các đơn vị còn lại thường kịp hay không`,
};

const tooWide = ({ expected }: Group, { low, high }: Forecast) =>
  `còn quá sớm, khoảng dự báo từ ${printNumber(Math.floor((low / expected) * 100))} % đến ${printNumber(Math.ceil((high / expected) * 100))} %, quá rộng để dùng`;

/** The tests of a level in a period: what each hour's forecasts would have been worth. `from` = what they stood on. */
export type Tests = { period: string; from: "before" | "others"; rows: BackTest[] };

/** A test in every period that is over, the latest first: from the periods before it, or from its own other places. */
export const testsOf = (paces: Pace[], level: Level): Tests[] =>
  [...new Set(paces.map(({ period }) => period))]
    .sort()
    .reverse()
    .flatMap((period) => {
      const rows = testHours.map((hour) => backTest(paces, period, level, hour)).filter((row) => row !== null);
      const hasBefore = paces.some((pace) => pace.period < period && pace.level === level && pace.isOver);
      return rows.length > 0 ? [{ period, from: hasBefore ? ("before" as const) : ("others" as const), rows }] : [];
    });
