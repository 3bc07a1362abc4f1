import { describe, expect, it } from "vitest";
import { classesOf, classIndex, stepOf } from "#lib/dashboards/map/classes";
import { legendOf } from "#lib/dashboards/overview";

const words = (values: number[], cut: "share" | "arrears" | "figure") =>
  legendOf(classesOf(values, cut), { cut }).map(({ text, count }) => [text, count]);

describe("classes of a map", () => {
  it("cut shares at fixed steps, and keep 100 % for those that are complete", () => {
    expect(words([0, 50, 50.1, 75, 90, 99.4, 100, 100], "share")).toEqual([
      ["đến 50 %", 2],
      ["trên 50 % đến 75 %", 2],
      ["trên 75 % đến 90 %", 1],
      ["trên 90 % đến dưới 100 %", 1],
      ["100 %", 2],
    ]);
  });

  it("cut arrears low down the scale, and keep a class for those without any", () => {
    expect(words([0, 0, 0.3, 5, 7, 10, 22.2, 100], "arrears")).toEqual([
      ["không có", 2],
      ["trên 0 % đến 5 %", 2],
      ["trên 5 % đến 10 %", 2],
      ["trên 10 % đến 25 %", 1],
      ["trên 25 %", 1],
    ]);
  });

  it("cut figures at their quintiles", () => {
    const classes = classesOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], "figure");
    expect(classes.map(({ over, upTo, count }) => [over, upTo, count])).toEqual([
      [1, 3, 3],
      [3, 5, 2],
      [5, 7, 2],
      [7, 9, 2],
      [9, 11, 2],
    ]);
  });

  it("are fewer where many figures are equal, and one where all are", () => {
    expect(classesOf([0, 0, 0, 0, 9], "figure").length).toBeLessThan(5);
    expect(classesOf([7, 7, 7], "figure")).toEqual([{ over: 7, upTo: 7, count: 3 }]);
    expect(classesOf([], "figure")).toEqual([]);
  });

  it("take every value exactly once", () => {
    const shares = Array.from({ length: 1001 }, (_, index) => index / 10);
    for (const [values, cut] of [
      [shares, "share"],
      [shares, "arrears"],
      [shares.map((value) => value ** 3), "figure"],
      [[0, 1, 2, 3, 4], "stage"],
    ] as const) {
      const classes = classesOf([...values], cut);
      expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
      const found = values.map((value) => classIndex(value, classes));
      expect(found).not.toContain(null);
      expect(found).toEqual([...found].sort());
    }
  });

  it("leave out what has no value, and spread few classes over the whole scale", () => {
    expect(classIndex(null, classesOf([1, 2], "figure"))).toBeNull();
    expect([0, 1, 2, 3, 4].map((index) => stepOf(index, 5))).toEqual([0, 1, 2, 3, 4]);
    expect([0, 1].map((index) => stepOf(index, 2))).toEqual([0, 4]);
    expect(stepOf(0, 1)).toBe(4);
  });
});
