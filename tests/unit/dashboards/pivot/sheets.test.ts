import { describe, expect, it } from "vitest";
import type { Node } from "#lib/dashboards/pivot/axis";
import { sheetOf } from "#lib/dashboards/pivot/sheets";

const nodes = (count: number): Node[] =>
  Array.from({ length: count }, (_, index) => ({
    members: {},
    group: String(index),
    groupName: String(index),
    name: String(index),
    isSum: false,
  }));

describe("a page of a table", () => {
  it("is the whole of a small one", () => {
    const sheet = sheetOf({ rows: nodes(70), columns: nodes(3) }, 1);
    expect([sheet.rows.length, sheet.columns.length, sheet.pageCount, sheet.cut]).toEqual([70, 3, 1, null]);
  });

  it("holds whole rows of at most 5,000 cells, and says which", () => {
    const table = { rows: nodes(60), columns: nodes(200) };
    const [first, last] = [sheetOf(table, 1), sheetOf(table, 99)];
    expect([first.rows.length, first.pageCount]).toEqual([25, 3]);
    expect(first.cut).toBe("Trang này hiện hàng 1 đến 25 trên 60 hàng. Tệp tải về có đủ.");
    expect([last.page, last.rows.map(({ name }) => name)]).toEqual([
      3,
      nodes(60)
        .slice(50)
        .map(({ name }) => name),
    ]);
  });

  it("says when there are more columns than a page holds", () => {
    const sheet = sheetOf({ rows: nodes(1), columns: nodes(900) }, 1);
    expect([sheet.columns.length, sheet.rows.length]).toEqual([500, 1]);
    expect(sheet.cut).toContain("500 cột đầu trên 900 cột");
  });

  it("stands for an empty table too", () => {
    expect(sheetOf({ rows: [], columns: [] }, 1)).toMatchObject({ rows: [], page: 1, pageCount: 1, cut: null });
  });
});
