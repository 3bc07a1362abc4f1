import { describe, expect, it } from "vitest";
import {
  type Arrivals,
  curvesOf,
  daysOf,
  groupsOf,
  headline,
  hoursLeft,
  workingHoursLeft,
} from "#lib/dashboards/arrivals/curves";
import { hoursToAsk, outlooksOf } from "#lib/dashboards/arrivals/outlook";

const at = (text: string) => new Date(`${text}+07:00`);

const row = (over: Partial<Arrivals>): Arrivals => ({
  period: "2026",
  level: "local",
  dueOn: "2026-11-09",
  kind: "sent",
  hour: null,
  count: 1,
  onTime: 0,
  ...over,
});

/** Of ten, six sent a day before the deadline this year and eight last year; one more sent late last year. */
const rows = [
  row({ hour: 30, count: 6, onTime: 6 }),
  row({ count: 4 }),
  row({ kind: "accepted", count: 10 }),
  row({ period: "2025", dueOn: "2025-11-09", hour: 30, count: 8, onTime: 8 }),
  row({ period: "2025", dueOn: "2025-11-09", hour: -20, count: 1 }),
  row({ period: "2025", dueOn: "2025-11-09", count: 1 }),
];

const curves = (now: string) => {
  const found = curvesOf(rows, "2026", "local", at(now));
  if (!found) throw new Error("Ten units owe a report.");
  return found;
};

it("counts hours to the end of the last day in Vietnam", () => {
  expect(hoursLeft("2026-11-09", at("2026-11-09T18:00:00"))).toBe(6);
  expect(hoursLeft("2026-11-09", at("2026-11-10T01:00:00"))).toBe(-1);
});

it("leaves Saturdays and Sundays out before the last day, which counts itself", () => {
  expect(workingHoursLeft("2026-11-09", at("2026-11-06T18:00:00"))).toBe(30); // Friday evening before a Monday
  expect(workingHoursLeft("2026-11-09", at("2026-11-07T18:00:00"))).toBe(24); // Saturday
  expect(workingHoursLeft("2025-11-09", at("2025-11-08T12:00:00"))).toBe(24); // Saturday before a Sunday that is the last day
  expect(workingHoursLeft("2025-11-09", at("2025-11-07T12:00:00"))).toBe(36);
  expect(workingHoursLeft("2026-11-09", at("2026-10-30T00:00:00"))).toBe(7 * 24);
  expect(workingHoursLeft("2026-11-09", at("2026-11-09T23:00:00"))).toBe(1);
});

describe("what the curves say", () => {
  it("compares with the same hour of the year before, before and after the deadline", () => {
    expect(headline(curves("2026-11-09T00:00:00"))).toBe(
      "Đến nay 60 % đã gửi, chậm hơn cùng thời điểm năm 2025 20 điểm phần trăm",
    );
    expect(headline(curves("2026-11-10T22:00:00"))).toBe(
      "Đến nay 60 % đã gửi, 60 % đúng hạn, chậm hơn cùng thời điểm năm 2025 30 điểm phần trăm",
    );
  });

  it("does not compare where there is no year before", () => {
    const alone = curvesOf(rows.slice(0, 3), "2026", "local", at("2026-11-09T00:00:00"));
    expect(alone && headline(alone)).toBe("Đến nay 60 % đã gửi");
    expect(curvesOf(rows, "2026", "central", at("2026-11-09T00:00:00"))).toBeNull();
  });

  it("is the same by day, with nothing said of days to come", () => {
    const days = daysOf(curves("2026-11-08T12:00:00"));
    expect(days.map(({ day }) => day)).toEqual(["2026-11-08", "2026-11-09", "2026-11-10"]);
    expect(days.map(({ current }) => current?.sent ?? null)).toEqual([{ new: 6, total: 6 }, null, null]);
    expect(days.map(({ previous }) => previous?.sent)).toEqual([
      { new: 8, total: 8 },
      { new: 0, total: 8 },
      { new: 1, total: 9 },
    ]);
  });
});

describe("what becomes of the units due on a day", () => {
  const groups = groupsOf([
    ...rows.filter(({ period, kind }) => period === "2026" && kind === "sent"),
    row({ dueOn: "2026-11-16", count: 2 }),
  ]);

  it("is the result after the last day, and a reason where nothing can be foretold", () => {
    const now = at("2026-11-10T09:00:00");
    expect(hoursToAsk(groups, now)).toContain(5 * 24 - 9);
    const outlooks = outlooksOf(groups, [], "2026", "local", now);
    expect(outlooks).toEqual([
      { dueOn: "2026-11-09", expected: 10, sent: 6, onTime: 6, state: "over" },
      {
        dueOn: "2026-11-16",
        expected: 2,
        sent: 0,
        onTime: 0,
        state: "open",
        why: expect.stringContaining("chỉ có 2 đơn vị"),
      },
    ]);
    const [noPast] = outlooksOf(groups, [], "2026", "local", at("2026-11-09T09:00:00"));
    expect(noPast).toMatchObject({ state: "open", why: expect.stringContaining("chưa có kỳ nào") });
  });

  it("is foretold from places that stood at the same hour, unless the interval says nothing", () => {
    const now = at("2026-11-09T00:00:00");
    const paces = (least: number) =>
      Array.from({ length: 12 }, (_, index) => ({
        ...{ period: "2025", level: "local" as const, placeId: `H${index}`, hour: 24, isOver: true },
        ...{ expected: 100, arrived: 60, onTime: least + index },
      }));
    expect(outlooksOf(groups, paces(85), "2026", "local", now)[0]).toMatchObject({ state: "foretold" });
    expect(
      outlooksOf(
        groups,
        paces(85).map((one) => ({ ...one, hour: 23 })),
        "2026",
        "local",
        now,
      )[0],
    ).toMatchObject({ state: "open" });
    const wild = paces(61).map((one, index) => ({ ...one, arrived: index % 2 ? 60 : 5 }));
    const early = [{ dueOn: "2026-11-09", expected: 100, sent: 10, onTime: 10 }];
    expect(outlooksOf(early, wild, "2026", "local", now)[0]).toMatchObject({
      why: expect.stringContaining("quá rộng"),
    });
  });
});
