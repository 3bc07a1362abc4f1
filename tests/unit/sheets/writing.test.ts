import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Reader, startReader } from "#lib/sheets/reading/reader";
import { listDelivery } from "#lib/sheets/writing/delivery";
import { defuse, inBatches, type ListCell, type ListDownload, oneBatch } from "#lib/sheets/writing/list";

let reader: Reader;
beforeAll(() => {
  reader = startReader();
});
afterAll(() => reader.end());

const list = (batches: AsyncIterable<ListCell[][]>): ListDownload => ({
  fileName: "danh-sach",
  title: "Danh sách",
  words: ["Nguyễn Văn A, tải lúc 09:00 23/11/2026", "Bộ lọc: tìm “=1+1”"],
  columns: [
    { head: "Tên", width: 20 },
    { head: "Số", width: 10 },
  ],
  batches,
});
const bytesOf = ({ body }: ReturnType<typeof listDelivery>) => buffer(body);

const attacks = ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1+1"];

it("tells text that looks like a formula apart, and leaves other text as it is", () => {
  expect(attacks.map(defuse)).toEqual(attacks.map((text) => `'${text}`));
  expect(["Đắk Lắk", "a=b", "– không", "12", ""].map(defuse)).toEqual(["Đắk Lắk", "a=b", "– không", "12", ""]);
});

it("writes CSV that Excel takes for UTF-8 with numbers as Vietnamese desks read them", async () => {
  const rows: ListCell[][] = [
    ["Đắk; Lắk", -1234.5],
    ['Tổ "tự quản"\nsố 1', 7],
    [attacks[0] ?? "", null],
  ];
  const text = (await bytesOf(listDelivery(list(oneBatch(rows)), "csv"))).toString("utf8");
  expect(text).toBe(
    '\uFEFFDanh sách\r\nNguyễn Văn A, tải lúc 09:00 23/11/2026\r\nBộ lọc: tìm “=1+1”\r\n\r\nTên;Số\r\n"Đắk; Lắk";-1234,5\r\n"Tổ ""tự quản""\nsố 1";7\r\n\'=cmd|\' /C calc\'!A0;\r\n',
  );
});

it("writes a workbook that is read back cell by cell, with numbers as numbers and nothing to compute", async () => {
  const bytes = await bytesOf(
    listDelivery(list(oneBatch([...attacks.map((text): ListCell[] => [text, -5]), ["An Giang", 0.5]])), "xlsx"),
  );
  const [sheet] = (await reader.read(bytes)).sheets;
  expect(sheet?.cells.A1).toEqual({ kind: "text", value: "Danh sách" });
  expect([sheet?.cells.A5?.value, sheet?.cells.B5?.value]).toEqual(["Tên", "Số"]);
  expect(attacks.map((_, index) => sheet?.cells[`A${6 + index}`]?.value.charAt(0))).toEqual(attacks.map(() => "'"));
  expect(sheet?.cells.B6).toEqual({ kind: "number", value: "-5" });
  expect(sheet?.cells[`B${6 + attacks.length}`]).toEqual({ kind: "number", value: "0.5" });
  expect(Object.values(sheet?.cells ?? {}).filter(({ isFormula }) => isFormula)).toEqual([]);
});

it("reads a list in batches while it is written, and stops reading when nobody takes it any more", async () => {
  let read = 0;
  const endless = inBatches(
    1000,
    async () => {
      read++;
      return Array.from({ length: 1000 }, (_, index) => index);
    },
    (number) => [`Dòng ${number} ${"x".repeat(500)}${Math.random()}`, number],
  );
  const stream = listDelivery(list(endless), "csv").body.getReader();
  await stream.read();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(read).toBeLessThan(20);
  await stream.cancel();
  const before = read;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(read).toBe(before);
});

it("ends with the last batch that is not full", async () => {
  const offsets: number[] = [];
  const batches = inBatches(
    2,
    async (offset) => {
      offsets.push(offset);
      return [1, 2, 3].slice(offset, offset + 2);
    },
    (number) => [number],
  );
  const rows = [];
  for await (const batch of batches) rows.push(...batch);
  expect([rows, offsets]).toEqual([
    [[1], [2], [3]],
    [0, 2],
  ]);
});
