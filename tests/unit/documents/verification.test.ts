import { expect, it } from "vitest";
import { csvCell, indexOf } from "#lib/documents/dossier-rules";
import { matchOf, standingOf } from "#lib/documents/verification/rules";

const sentAt = new Date("2026-11-05T09:00:00+07:00");
const paper = { supersededAt: null, replacedBy: null, standingNumber: 1, standingSentAt: sentAt, versionNumber: 1 };

it.each([
  [paper, "Văn bản đang có hiệu lực"],
  [
    { ...paper, supersededAt: sentAt, replacedBy: { number: 6, symbol: "BC-UBND", issuedOn: "2026-11-06" } },
    "Văn bản đã được phát hành lại",
  ],
  [{ ...paper, standingNumber: 2 }, "Đã có bản báo cáo mới hơn"],
  [{ ...paper, standingNumber: null, standingSentAt: null }, "Báo cáo đã được thu hồi"],
  [{ ...paper, versionNumber: 2 }, "Bản báo cáo này đã được thu hồi"],
])("says how a paper stands: %#", (given, title) => {
  expect(standingOf(given).title).toBe(title);
});

it("knows a hash however it was copied", () => {
  const hashes = { docxHash: "ab".repeat(32), pdfHash: "cd".repeat(32) };
  expect(matchOf("ab".repeat(32), hashes)).toBe("docx");
  expect(matchOf("CD CD ".repeat(16), hashes)).toBe("pdf");
  expect(matchOf("ef".repeat(32), hashes)).toBe("none");
  expect(matchOf("12", hashes)).toBe("unreadable");
});

it.each([
  ["=1+1", "'=1+1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["-lệnh", "'-lệnh"],
  ["-12,5", "-12,5"],
  ["1.234", "1.234"],
  ["a;b", '"a;b"'],
  ['nói "có"', '"nói ""có"""'],
])("writes %s into a table as %s", (text, cell) => {
  expect(csvCell(text)).toBe(cell);
});

it("lists a dossier with sizes and hashes", () => {
  expect(
    indexOf(
      "Phường Hoàn Kiếm",
      [{ name: "05-bc-ubnd-2026.pdf", sha256: "00ff", size: 12 }],
      ["minh-chung/01-bao-cao-a.pdf"],
    ),
  ).toBe(
    "\ufeffMỤC LỤC HỒ SƠ BÁO CÁO\r\nPhường Hoàn Kiếm\r\n\r\n1. 05-bc-ubnd-2026.pdf (12 byte)\r\n   SHA-256: 00ff\r\nKhông kèm: minh-chung/01-bao-cao-a.pdf (chưa quét xong hoặc có mã độc)\r\n",
  );
});
