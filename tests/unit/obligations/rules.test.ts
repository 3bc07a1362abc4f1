import { describe, expect, it } from "vitest";
import type { UserFacingError } from "#lib/errors";
import {
  beganBefore,
  dueOrderProblems,
  dutyIdFrom,
  feeds,
  refuseDueOrder,
  type TimedDuty,
  tierOf,
  yearlyDates,
} from "#lib/reports/obligations/rules";

const nation: TimedDuty = {
  id: "n",
  name: "Báo cáo toàn quốc",
  reporterKinds: ["ministry"],
  reportKind: "consolidated",
  scopePath: "/VN/G01/",
  dueMonth: 11,
  dueDay: 29,
};
const province: TimedDuty = {
  id: "p",
  name: "Báo cáo của tỉnh",
  reporterKinds: ["province"],
  reportKind: "consolidated",
  scopePath: "/VN/",
  dueMonth: 11,
  dueDay: 29,
};
const centre: TimedDuty = {
  id: "c",
  name: "Báo cáo của bộ",
  reporterKinds: ["ministry", "centralBody"],
  reportKind: "own",
  scopePath: "/VN/",
  dueMonth: 11,
  dueDay: 29,
};
const communes: TimedDuty = {
  id: "x",
  name: "Báo cáo của xã",
  reporterKinds: ["commune"],
  reportKind: "own",
  scopePath: "/VN/",
  dueMonth: 11,
  dueDay: 9,
};
const hanoi: TimedDuty = {
  ...communes,
  id: "h",
  name: "Báo cáo của cơ sở Hà Nội",
  reporterKinds: ["commune", "department"],
  scopePath: "/VN/H26/",
};

describe("the cascade of duties", () => {
  it("places each duty in its tier", () => {
    expect([nation, province, centre, communes, hanoi].map(tierOf)).toEqual([0, 1, 1, 2, 2]);
  });

  it("leads from communes to the province to the nation, and from central bodies to the nation", () => {
    expect(feeds(communes, province)).toBe(true);
    expect(feeds(hanoi, province)).toBe(true);
    expect(feeds(province, nation)).toBe(true);
    expect(feeds(centre, nation)).toBe(true);
    expect(feeds(communes, nation)).toBe(false);
    expect(feeds(communes, centre)).toBe(false);
    expect(feeds(province, communes)).toBe(false);
  });

  it("does not lead from one province to another", () => {
    expect(feeds(hanoi, { ...province, scopePath: "/VN/H01/" })).toBe(false);
  });
});

describe("the order of deadlines", () => {
  it("is in order when the lower falls due before the upper, or on the same day", () => {
    expect(dueOrderProblems([nation, province, centre, communes, hanoi], 2026)).toEqual([]);
    expect(dueOrderProblems([{ ...communes, dueDay: 29 }, province], 2026)).toEqual([]);
  });

  it("is refused when a lower duty falls due after the one it is counted in, with both dates", () => {
    expect(() => refuseDueOrder([{ ...communes, dueDay: 30 }, province], 2026, "x")).toThrow(
      "“Báo cáo của xã” đến hạn ngày 30/11/2026, sau hạn ngày 29/11/2026 của “Báo cáo của tỉnh” là báo cáo tổng hợp nó; cấp trên sẽ phải gửi khi cấp dưới chưa đến hạn. Hãy đặt hạn của cấp dưới chậm nhất là ngày 29/11/2026, hoặc lùi hạn của cấp trên trước.",
    );
  });

  it("names the limit at the field, whichever of the two is changed, and leaves other pairs alone", () => {
    const duties = [{ ...communes, dueDay: 30 }, province];
    const fieldsOf = (changedId: string) => {
      try {
        refuseDueOrder(duties, 2026, changedId);
      } catch (error) {
        return (error as UserFacingError).fields;
      }
    };
    expect(fieldsOf("x")).toEqual([{ field: "dueOn", message: "Chậm nhất là ngày 29/11/2026." }]);
    expect(fieldsOf("p")).toEqual([{ field: "dueOn", message: "Sớm nhất là ngày 30/11/2026." }]);
    expect(fieldsOf("h")).toBeUndefined();
  });

  it("is refused as well when an upper date is brought before the lower ones", () => {
    const problems = dueOrderProblems([communes, hanoi, { ...province, dueDay: 5 }], 2026);
    expect(problems.map(({ lower, upper }) => [lower.id, upper.id])).toEqual([
      ["x", "p"],
      ["h", "p"],
    ]);
  });
});

describe("dates typed for a year", () => {
  it("become a month and a day of every year", () => {
    expect(yearlyDates(2026, { opensOn: "2026-10-01", dueOn: "2026-11-09" })).toEqual({
      opensMonth: 10,
      opensDay: 1,
      dueMonth: 11,
      dueDay: 9,
    });
  });

  it.each([
    [{ opensOn: "2026-10-01", dueOn: "2027-11-09" }, "Ngày phải là một ngày của năm 2026."],
    [{ opensOn: "2026-10-01", dueOn: "2026-02-30" }, "Ngày phải là một ngày của năm 2026."],
    [{ opensOn: "2026-12-01", dueOn: "2026-11-09" }, "Ngày mở phải không sau hạn ngày 09/11/2026."],
  ])("are refused when wrong: %j", (days, message) => {
    expect(() => yearlyDates(2026, days)).toThrow(message);
  });

  it("are refused on 29 February, which most years lack", () => {
    expect(() => yearlyDates(2028, { opensOn: "2028-01-01", dueOn: "2028-02-29" })).toThrow(
      "Ngày 29/02 không năm nào cũng có.",
    );
  });
});

describe("a new date from a year on", () => {
  it("leaves the years before with the old duty", () => {
    expect(beganBefore(2026, "2025-11-06")).toBe(true);
    expect(beganBefore(2026, "2026-01-01")).toBe(false);
  });

  it("names the new duty after the old one and the year", () => {
    expect(dutyIdFrom("mac-dinh-xa", 2026)).toBe("mac-dinh-xa-tu-2026");
    expect(dutyIdFrom("mac-dinh-xa-tu-2026", 2027)).toBe("mac-dinh-xa-tu-2027");
  });
});
