import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { cleanPaste } from "../../../../src/lib/reports/narratives/pasted.ts";
import { textOfHtml } from "../../../../src/lib/reports/narratives/pasted-html.ts";
import { cleanText } from "../../../../src/lib/reports/narratives/plain-text.ts";

vi.setConfig({ testTimeout: 30_000 }); // many examples, on a busy machine

const sample = (name: string) => readFileSync(new URL(`samples/${name}.txt`, import.meta.url), "utf8");
const lettersOf = (text: string) =>
  text
    .normalize("NFD")
    .replace(/Ð/g, "Đ")
    .replace(/[^\p{L}\p{N}]/gu, "");

describe("text from Word and LibreOffice", () => {
  it("becomes paragraphs, lists and table rows, without deleted text and comments", () => {
    expect(textOfHtml(sample("word.html")).split("\n")).toEqual([
      "1. Công tác lãnh đạo, chỉ đạo",
      "Thực hiện Quyết định số 2447/QĐ-TTg, UBND phường đã ban hành 03 văn bản:",
      "- Kế hoạch số 15/KH-UBND;",
      "+ Phân công từng tổ dân phố;",
      "a) Hướng dẫn “Ngày hội”.",
      "Đơn vị; Số buổi",
      "Tổ 1; –",
    ]);
  });

  it("is read from LibreOffice, whose list items are not closed", () => {
    expect(textOfHtml(sample("libreoffice.html")).split("\n")).toEqual([
      "Kết quả thực hiện Phong trào thi đua tại phường:",
      "- Tổ chức 12 buổi tuyên truyền;",
      "- Vận động Nhân dân giao nộp vũ khí",
      "+ Súng tự chế: 02 khẩu",
      "1. Kiện toàn Ban Chỉ đạo",
      "2. Ký cam kết với các cơ sở",
      "Tổ dân phố; Số hộ",
      "Tổ 1; 120",
      "Tổ 2; –",
      "“Đà Nẵng” – hòa giải thành 9/10 vụ.",
    ]);
  });

  it.each([
    ["<ol start=3 type=a><li>Ba<li>Bốn<li>Năm</ol>", "c) Ba\nd) Bốn\nđ) Năm"],
    ["<ul><li><p>Một</p><p>Tiếp</p></li><li>Hai</li></ul>", "- Một\nTiếp\n- Hai"],
    ["<div>Một<br>Hai</div>Ba", "Một\nHai\nBa"],
    ["<p>&agrave; &ocirc; &#7841; &#x1EA1; &#150; &amp;lt; &khong;</p>", "à ô ạ ạ – &lt; &khong;"],
    ["<p>2 < 3 và 5 > 4</p>", "2 < 3 và 5 > 4"],
    ["<table><tr><td><p>Khung một ô</p><p>hai dòng</p></td></tr></table>", "Khung một ô\nhai dòng"],
    [
      "<table><tr><td>Bảng <table><tr><td>con</td><td>trong</td></tr></table></td><td>x</td></tr></table>",
      "Bảng con; trong; x",
    ],
    ["<p style='display:none'>ẩn</p><p>hiện</p>", "hiện"],
    ["<p>Điều <b>1</b><i>.</i> Chữ", "Điều 1. Chữ"],
    ["<script>alert(1)</script><style>p{}</style>Chữ", "Chữ"],
  ])("reads %s", (html, text) => expect(textOfHtml(html)).toBe(text));

  it("survives broken HTML, however long, without hanging", () => {
    const started = performance.now();
    expect(textOfHtml('<p class="'.repeat(20_000))).toBeTypeOf("string");
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."<>/\"'= pdivtable!-[]&;ạ\n") }),
        (html) => textOfHtml(html) !== null,
      ),
    );
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it("keeps every word, whatever the markup around", () => {
    const word = fc.constantFrom("Tổ", "dân", "phố", "12", "an", "ninh", "Đắk");
    const tag = fc.constantFrom("p", "span", "b", "div", "ul", "li", "td", "tr", "table", "font", "o:p");
    const markup = fc.tuple(word, tag, tag).map(([text, open, close]) => `<${open}>${text} </${close}>`);
    fc.assert(
      fc.property(fc.array(markup, { maxLength: 20 }), (parts) => {
        const words = (text: string) =>
          text
            .split(/[^\p{L}\p{N}]+/u)
            .filter(Boolean)
            .sort();
        expect(words(textOfHtml(parts.join("")))).toEqual(words(parts.join("").replace(/<[^>]*>/g, " ")));
      }),
    );
  });
});

describe("plain text", () => {
  it.each([
    ["•\tMột\r\n·\tHai\r\no\tBa\r\n§\tBốn", "- Một\n- Hai\n+ Ba\n- Bốn"],
    ["– Một\n—Hai\n-Ba\n+Bốn", "- Một\n- Hai\n- Ba\n+ Bốn"],
    ["\uF0B7 Một\n1.\tHai", "- Một\n1. Hai"],
    ["Co\u0323\u0302ng hoa\u0300", "Cộng hoà"],
    ["QÐ\u00A0số\u200B 1", "QĐ số 1"],
    ["Một\n\n\n\nHai\n", "Một\n\nHai"],
    [" và ", " và "],
    ["−5 độ\n–2 %\n*ghi chú", "−5 độ\n–2 %\n*ghi chú"],
    ["oan ức\nv.v", "oan ức\nv.v"],
  ])("%j becomes %j", (pasted, text) => expect(cleanText(pasted)).toBe(text));

  const anyText = fc.string({
    unit: fc.constantFrom(..."aạÐđo 1.-+–•·○*\t\n\r\u00A0\u200B\u0301\u0323\uF0B7(“”"),
    maxLength: 60,
  });

  const isStable = (text: string) => cleanText(cleanText(text)) === cleanText(text);

  it("is the same when cleaned again", () => {
    fc.assert(fc.property(anyText, isStable));
    fc.assert(fc.property(fc.string({ unit: "binary" }), isStable));
  });

  it("never loses a letter or a digit", () => {
    const withoutSymbolFont = anyText.map((text) => text.replaceAll("o", "a"));
    fc.assert(fc.property(withoutSymbolFont, (text) => lettersOf(cleanText(text)) === lettersOf(text)));
  });
});

it("prefers the list that HTML knows, and keeps the spaces of a few words from inside a line", () => {
  expect(cleanPaste("<ul><li>Một<li>Hai</ul>", "Một\nHai")).toBe("- Một\n- Hai");
  expect(cleanPaste("<span>và</span>", " và ")).toBe(" và ");
  expect(cleanPaste("", "Một\r\nHai")).toBe("Một\nHai");
  expect(cleanPaste("<img src=x>", "")).toBe("");
});
