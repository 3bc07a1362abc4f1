import { Workbook } from "@cj-tech-master/excelts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readApart } from "#lib/sheets/reading/read-apart";
import { type Reader, startReader } from "#lib/sheets/reading/reader";
import { columnLetters, dayOfSerial, parseAddress } from "#lib/sheets/workbook";
import { withPart } from "../../support/archives.ts";
import { anHonestWorkbook, badFiles } from "../../support/bad-files.ts";

let reader: Reader;
beforeAll(() => {
  reader = startReader();
});
afterAll(() => reader.end());

const refusalOf = (bytes: Buffer) =>
  reader.read(bytes).then(
    () => "read",
    (error: { code: string }) => error.code,
  );

it("reads what each kind of cell holds", async () => {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet("Phần B");
  sheet.getCell("A1").value = "Đắk Lắk".normalize("NFD");
  sheet.getCell("B2").value = 120.1;
  sheet.getCell("C3").value = new Date("2026-11-23T00:00:00Z");
  sheet.getCell("C3").numFmt = "dd/mm/yyyy";
  sheet.getCell("D4").value = { formula: "B2*2", result: 240.2 };
  sheet.getCell("E5").value = true;
  sheet.getCell("F6").value = 0.1 + 0.2;
  sheet.getCell("G7").value = "   ";
  sheet.mergeCells("A8:C8");
  const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
  expect(await reader.read(bytes)).toEqual({
    names: {},
    sheets: [
      {
        name: "Phần B",
        merged: ["A8:C8"],
        cells: {
          A1: { kind: "text", value: "Đắk Lắk".normalize("NFC") },
          B2: { kind: "number", value: "120.1" },
          C3: { kind: "date", value: "2026-11-23" },
          D4: { kind: "number", value: "240.2", isFormula: true },
          E5: { kind: "boolean", value: "true" },
          F6: { kind: "number", value: "0.3" },
        },
      },
    ],
  });
});

it("reads inline texts, rich texts, cells without addresses and elements with a prefix", async () => {
  const bytes = withPart(
    await anHonestWorkbook(),
    "xl/worksheets/sheet1.xml",
    () =>
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:r><x:t>An </x:t></x:r><x:r><x:t>ninh</x:t></x:r></x:is></x:c><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>',
  );
  expect((await reader.read(bytes)).sheets[0]?.cells).toEqual({
    A1: { kind: "text", value: "An ninh" },
    B1: { kind: "number", value: "7" },
  });
});

const files = badFiles(await anHonestWorkbook());

describe("a file that is no honest workbook is told what it is", () => {
  for (const { what, bytes, code } of files) it(what, async () => expect(await refusalOf(bytes)).toBe(code));
});

it("is one program that goes on after every bad file, in bounded memory", async () => {
  const honest = await anHonestWorkbook();
  for (const { bytes } of files) await refusalOf(bytes);
  expect((await reader.read(honest)).sheets[0]?.cells.B2).toEqual({ kind: "number", value: "1234.5" });
  expect(reader.peak()).toBeLessThan(512 * 1024 * 1024);
});

it("says so when a file has ended the program", async () => {
  const fragile = startReader();
  const reading = fragile.read(await anHonestWorkbook());
  fragile.end();
  await expect(reading).rejects.toMatchObject({ code: "tooHard" });
  await expect(fragile.read(await anHonestWorkbook())).rejects.toMatchObject({ code: "tooHard" });
});

it("reads two files at once, lets twenty wait, and asks the next to come back later", { timeout: 60_000 }, async () => {
  const honest = await anHonestWorkbook();
  const outcomes = await Promise.allSettled(Array.from({ length: 24 }, () => readApart(honest)));
  const refused = outcomes.filter((outcome) => outcome.status === "rejected");
  expect(refused.map(({ reason }) => reason.status)).toEqual([429, 429]);
  expect(await readApart(honest)).toMatchObject({ sheets: [{ name: "Số liệu" }] });
});

it("knows days by their serial numbers, and addresses", () => {
  expect([dayOfSerial(46349), dayOfSerial(1), dayOfSerial(44887, true), dayOfSerial(-1), dayOfSerial(1e9)]).toEqual([
    "2026-11-23",
    "1900-01-01",
    "2026-11-23",
    null,
    null,
  ]);
  expect([parseAddress("$AB$12"), parseAddress("A0"), columnLetters(28), columnLetters(300)]).toEqual([
    { column: 28, row: 12 },
    null,
    "AB",
    "KN",
  ]);
});
