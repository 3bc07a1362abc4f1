import { describe, expect, it } from "vitest";
import { measureOf } from "#lib/dashboards/map/measures";
import { finding, listAddress, placesOf, readSort, sortPlaces, sumCounts } from "#lib/dashboards/overview";
import type { FormDefinition } from "#lib/reports/form";
import form from "../../../prisma/reference/report-form.json";
import { aDeadline, aPlace, none } from "./counted.ts";

const nation = { id: "VN", name: "Toàn quốc", path: "/VN/", isNation: true, unitCode: null };
const city = { ...nation, id: "H26", isNation: false };
const measure = (id: string) => measureOf(id, form as unknown as FormDefinition, true);

describe("the finding of a dashboard", () => {
  const counts = { ...none, expected: 10, accepted: 7, overdue: 2 };

  it("says how long until the next day for which something is still to come", () => {
    const deadlines = [aDeadline("2026-11-09", 2), aDeadline("2026-11-29", 1)];
    expect(finding(nation, counts, deadlines, "2026-11-23")).toBe("Còn 6 ngày: 7/10 đơn vị cả nước đã được tiếp nhận");
  });

  it("says what is past due once nothing else is to come", () => {
    const deadlines = [aDeadline("2026-11-09", 2), aDeadline("2026-11-29", 0)];
    expect(finding(city, counts, deadlines, "2026-11-23")).toBe(
      "2 đơn vị quá hạn chưa gửi, 7/10 đơn vị đã được tiếp nhận",
    );
  });

  it("says how far all have come when all have sent", () => {
    const done = { ...counts, accepted: 10, overdue: 0 };
    expect(finding(city, done, [aDeadline("2026-11-09", 0)], "2026-11-23")).toBe("10/10 đơn vị đã được tiếp nhận");
  });
});

describe("places beside the map", () => {
  const counted = [
    aPlace("01", "Thành phố B", { accepted: 10 }),
    aPlace("02", "Tỉnh A", { accepted: 2, overdue: 5 }),
    aPlace("03", "Tỉnh C", { accepted: 5, overdue: 1 }),
    aPlace("04", "Tỉnh Đ", { expected: 0 }),
  ];
  const order = (asked: string | undefined, measured = "accepted") => {
    const chosen = measure(measured);
    return sortPlaces(placesOf(counted, [], chosen, "2026"), readSort(asked, chosen)).map(({ id }) => id);
  };

  it("begin with those that need somebody, at whichever end of the measure they stand", () => {
    expect(order(undefined, "accepted")).toEqual(["02", "03", "01", "04"]);
    expect(order(undefined, "overdue")).toEqual(["02", "03", "01", "04"]);
  });

  it("stand in any order asked for, those without a value last either way", () => {
    expect(order("name")).toEqual(["01", "02", "03", "04"]);
    expect(order("-name")).toEqual(["04", "03", "02", "01"]);
    expect(order("value")).toEqual(["02", "03", "01", "04"]);
    expect(order("-value")).toEqual(["01", "03", "02", "04"]);
    expect(order("drop table")).toEqual(["02", "03", "01", "04"]);
  });

  it("add up to the scope", () => {
    expect(sumCounts(counted)).toEqual({ ...none, expected: 30, accepted: 17, overdue: 6 });
  });
});

describe("a measure", () => {
  const figure = (indicatorId: string, number: string, asked = 3) => ({
    placeId: "01",
    indicatorId,
    number,
    asked,
    units: 3,
  });
  const valued = (id: string, figures: ReturnType<typeof figure>[]) =>
    placesOf([aPlace("01", "A", {})], figures, measure(id), "2026").map(({ value, text }) => [value, text])[0];

  it("of a ratio divides the sums, and has no value where nothing can be divided", () => {
    const { indicatorIds } = measure("C3");
    const [part, whole] = indicatorIds.map(String) as [string, string];
    expect(valued("C3", [figure(part, "30"), figure(whole, "40")])).toEqual([75, "75 % (30/40)"]);
    expect(valued("C3", [figure(part, "0"), figure(whole, "0")])).toEqual([null, "chưa có số liệu"]);
    expect(valued("C3", [])).toEqual([null, "chưa có số liệu"]);
  });

  it("of an unknown name is the first one", () => {
    expect(measure("nonsense").id).toBe("accepted");
  });
});

describe("the list behind a count", () => {
  it("is named by period, kind, province and standing", () => {
    expect(listAddress("2026", nation)).toBe("/reports?period=2026&kind=own");
    expect(listAddress("2026", city, "overdue")).toBe("/reports?period=2026&kind=own&province=H26&standing=overdue");
    expect(listAddress("2026", nation, undefined, "consolidated")).toBe("/reports?period=2026&kind=consolidated");
  });
});
