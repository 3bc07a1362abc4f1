import { expect, it } from "vitest";
import { narrativeBlocks } from "#lib/reports/narrative-text";

it("makes a paragraph of every line and drops empty ones", () => {
  expect(narrativeBlocks("  Đã ban hành   kế hoạch.\r\n\r\n\tĐã kiện toàn Ban Chỉ đạo. \n")).toEqual([
    { kind: "paragraph", text: "Đã ban hành kế hoạch." },
    { kind: "paragraph", text: "Đã kiện toàn Ban Chỉ đạo." },
  ]);
  expect(narrativeBlocks(" \n \u00a0 ")).toEqual([]);
});

it("gathers marked lines into lists, dashes and dots alike, and keeps the marks of the rest", () => {
  expect(
    narrativeBlocks("Kết quả:\n- Một\n• Hai\n+ Nhỏ hơn\nKết luận.\n1. Thứ nhất\n2) Thứ hai\na) Ý a\nđ) Ý đ"),
  ).toEqual([
    { kind: "paragraph", text: "Kết quả:" },
    {
      kind: "list",
      items: [
        { marker: "-", text: "Một" },
        { marker: "-", text: "Hai" },
        { marker: "+", text: "Nhỏ hơn" },
      ],
    },
    { kind: "paragraph", text: "Kết luận." },
    {
      kind: "list",
      items: [
        { marker: "1.", text: "Thứ nhất" },
        { marker: "2)", text: "Thứ hai" },
        { marker: "a)", text: "Ý a" },
        { marker: "đ)", text: "Ý đ" },
      ],
    },
  ]);
});

it.each(["2026. Năm bản lề", "-5 độ", "1.500 mô hình", "A. Đánh giá chung", "-", "12.000"])(
  "reads “%s” as a paragraph",
  (line) => {
    expect(narrativeBlocks(line)).toEqual([{ kind: "paragraph", text: line }]);
  },
);
