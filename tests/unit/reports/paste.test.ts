import { expect, it } from "vitest";
import { planPaste, readBlock, type Target } from "#lib/reports/entry/paste";
import { aForm } from "./forms.ts";

const targetsOf = (sectionId: string, figures: Record<string, number> = {}): Target[] =>
  (aForm.sections.find(({ id }) => id === sectionId)?.indicators ?? []).map((indicator) => ({
    indicator,
    value: figures[indicator.id] ?? null,
    isOpen: !indicator.computed,
  }));

const plan = (sectionId: string, startId: string, text: string, figures = {}) =>
  planPaste(targetsOf(sectionId, figures), startId, readBlock(text));

const written = ({ lines }: ReturnType<typeof plan>) =>
  Object.fromEntries(lines.filter(({ writes }) => writes).map(({ indicator, value }) => [indicator.id, value]));

it.each([
  ["1\r\n2\r\n", [["1"], ["2"]]],
  [
    "1\t2\n3\t4",
    [
      ["1", "2"],
      ["3", "4"],
    ],
  ],
  ['"hai\ndòng"\t5\n', [["hai dòng", "5"]]],
  ['"nói ""được"""\n\n', [['nói "được"']]],
  ["1\n\n3\n", [["1"], [""], ["3"]]],
])("reads the clipboard %j", (text, block) => {
  expect(readBlock(text)).toEqual(block);
});

it("lets a column land downwards from where one stands, computed rows included", () => {
  const column = plan("C", "C1", "24\n21\n\n1.200\n");
  expect(column.fits).toBe(true);
  expect(written(column)).toEqual({ C1: 24, C2: 21, C4: 1200 });
});

it("changes nothing for empty cells, a dash, and what is there already", () => {
  expect(written(plan("C", "C4", "\n-\n7\n", { C7: 3, C4: 1 }))).toEqual({});
  const same = plan("C", "C4", "1\n2\n", { C4: 1 });
  expect(written(same)).toEqual({ C5: 2 });
});

it("asks first when a value is wrong, falls on a computed cell, or has no row", () => {
  expect(plan("C", "C1", "24\nabc\n").fits).toBe(false);
  const computed = plan("C", "C2", "21\n99\n");
  expect(computed.fits).toBe(false);
  expect(computed.lines[1]?.remark).toContain("tự tính");
  const long = plan("C", "C12", "1\nKhá\n3\n4\n");
  expect(long).toMatchObject({ fits: false, surplus: 2 });
  expect(written(long)).toEqual({ C13: "Khá" });
});

it("reads American numbers where they can mean one thing, and asks where they can mean two", () => {
  const sure = plan("A", "A4", "1,234,567\n");
  expect(sure).toMatchObject({ fits: true });
  expect(written(sure)).toEqual({ A4: 1_234_567 });
  expect(written(plan("A", "A9", "1,234.5\n0\n"))).toEqual({ A9: "1234.5", A10: 0 });
  const guess = plan("A", "A4", "1,234\n");
  expect(guess).toMatchObject({ fits: false, lines: [{ value: 1234, writes: true, remark: "đọc là 1.234" }] });
});

it("finds the rows a block names, and this year's column, wherever it is pasted", () => {
  const copied = plan(
    "C",
    "C13",
    "Chỉ tiêu\tNăm trước\tNăm nay\nC2 Số khu dân cư\t20\t21\nC1 Số khu dân cư đăng ký\t22\t24\n",
  );
  expect(copied).toMatchObject({ fits: false, column: 2, columns: [1, 2] });
  expect(written(copied)).toEqual({ C2: 21, C1: 24 });
  const other = planPaste(targetsOf("C"), "C13", readBlock("C2\t20\t21\n"), 1);
  expect(other.lines[0]).toMatchObject({ value: 20, writes: true });
});
