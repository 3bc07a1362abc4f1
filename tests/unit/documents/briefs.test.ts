import PizZip from "pizzip";
import { describe, expect, it } from "vitest";
import type { Brief, BriefTable } from "#lib/documents/briefs/content";
import { renderBriefDocx } from "#lib/documents/rendering/brief";
import { renderBriefPdf } from "#lib/documents/rendering/pdf";
import { inflated, pagesOf } from "../../support/pdf.ts";
import { wordsOf } from "./paper.ts";

const aTable = (title: string, count: number, name: string): BriefTable => ({
  kind: "table",
  title,
  columns: [
    { head: "Đơn vị", width: 5, isText: true },
    { head: "Nơi trả lại", width: 6, isText: true },
    { head: "Số ngày", width: 2 },
  ],
  rows: Array.from({ length: count }, (_, row) => [
    { text: `${name} ${row}`, href: "/reports" },
    { text: `Công an ${name}` },
    { text: "1.234" },
  ]),
  empty: "Không có đơn vị nào.",
  rest: "Và 9 đơn vị khác chưa gửi.",
});

const aBrief = (count: number, name: string): Brief => ({
  title: "Bản tin sáng",
  scope: "Thành phố Hà Nội",
  asOf: "Thứ Hai, ngày 23/11/2026, số liệu đến 07:00",
  finding: 'Còn 6 ngày: #read("/etc/passwd") 115/144 đơn vị <đã> & *được* tiếp nhận',
  bands: [
    [{ kind: "lines", title: "Hạn báo cáo", lines: [`Báo cáo của đơn vị, hạn cuối 29/11/2026: ${name}.`] }],
    [aTable("Trạng thái", count, name), aTable("Trong số đó", count, name)],
    [aTable("Nơi chậm nhất", 0, name), { kind: "lines", title: "Tỷ lệ", lines: Array(4).fill(name.repeat(3)) }],
    [aTable("Bị trả lại", count, name), aTable("Chờ", count, name)],
  ],
  foot: "Tài liệu nội bộ.",
  author: "Phong trào thi đua “Toàn dân bảo vệ an ninh Tổ quốc”",
  madeAt: "2026-11-23T00:00:00.000Z",
});

const long = "Ban Quản lý Lăng Chủ tịch Hồ Chí Minh và các cơ quan trực thuộc tại các tỉnh, thành phố phía Bắc";

describe("a page for leaders as PDF", () => {
  it("is one page, however much it says", () => {
    expect(pagesOf(renderBriefPdf(aBrief(5, "Xã Mê Linh")))).toBe(1);
    expect(pagesOf(renderBriefPdf(aBrief(8, long)))).toBe(1);
  });

  it("is tagged PDF/A in Vietnamese, with headings and tables for who cannot see them, and the same bytes each time", () => {
    const file = renderBriefPdf(aBrief(5, "Xã Mê Linh"));
    const all = file.toString("latin1") + inflated(file);
    expect(all).toMatch(/pdfaid:conformance>A</);
    expect(all).toMatch(/\/Lang\s*\(vi-VN\)/);
    expect(all.match(/\/S\s*\/Table\b/g)?.length).toBe(4);
    expect(all.match(/\/S\s*\/H2\b/g)?.length).toBe(7);
    expect(renderBriefPdf(aBrief(5, "Xã Mê Linh")).equals(file)).toBe(true);
  });
});

describe("a page for leaders as .docx", () => {
  it("says every word of it, what people typed as text, on A4", async () => {
    const zip = new PizZip(await renderBriefDocx(aBrief(5, "Xã Mê Linh")));
    const xml = zip.file("word/document.xml")?.asText() ?? "";
    const words = wordsOf(xml);
    for (const text of [
      "BẢN TIN SÁNG – THÀNH PHỐ HÀ NỘI",
      "115/144 đơn vị &lt;đã&gt; &amp; *được* tiếp nhận",
      "Nơi trả lại",
      "Xã Mê Linh 4",
      "Công an Xã Mê Linh",
      "Không có đơn vị nào.",
      "Và 9 đơn vị khác chưa gửi.",
      "Tài liệu nội bộ.",
    ])
      expect(words).toContain(text);
    expect(xml).toContain('w:w="11906" w:h="16838"');
    expect(xml).not.toMatch(/<\/w:tbl><\/w:tc>/); // Word refuses a cell that ends with a table
  });
});
