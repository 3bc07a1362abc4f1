import { Workbook } from "@cj-tech-master/excelts";
import type { RefusalCode } from "#lib/sheets/reading/refusal";
import { withPart, zipOf } from "./archives.ts";

/** Every kind of file that is no honest workbook, made from an honest one, with what it must be refused as. */
const contentTypes = { name: "[Content_Types].xml", content: "<Types/>" };

export const badFiles = (honest: Buffer): { what: string; bytes: Buffer; code: RefusalCode }[] => [
  { what: "nothing at all", bytes: Buffer.alloc(0), code: "empty" },
  { what: "more than 5 MB", bytes: Buffer.concat([honest, Buffer.alloc(5_000_000)]), code: "tooLarge" },
  { what: "an .xls of Excel 97", bytes: oleFile("Workbook"), code: "oldExcel" },
  { what: "a workbook with a password", bytes: oleFile("EncryptedPackage"), code: "password" },
  { what: "a PDF called .xlsx", bytes: Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj"), code: "pdf" },
  { what: "a picture called .xlsx", bytes: Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), code: "image" },
  { what: "a CSV called .xlsx", bytes: Buffer.from("\uFEFFmã;chỉ tiêu;năm nay\nB1;Tổng số;12\n"), code: "text" },
  { what: "bytes of nothing known", bytes: Buffer.from("000102030405060708", "hex"), code: "unknown" },
  {
    what: "a Word document",
    bytes: zipOf([contentTypes, { name: "word/document.xml", content: "<a/>" }]),
    code: "word",
  },
  { what: "a .zip of photographs", bytes: zipOf([{ name: "a.jpg", content: "x" }]), code: "otherArchive" },
  {
    what: "an .ods",
    bytes: zipOf([
      { name: "mimetype", content: "x" },
      { name: "content.xml", content: "<a/>" },
    ]),
    code: "openDocument",
  },
  { what: "an .xlsb", bytes: zipOf([contentTypes, { name: "xl/workbook.bin", content: "x" }]), code: "binary" },
  { what: "half of a workbook", bytes: honest.subarray(0, honest.length >> 1), code: "broken" },
  { what: "a workbook with a damaged byte", bytes: damaged(honest), code: "broken" },
  { what: "a workbook with macros", bytes: withPart(honest, "xl/vbaProject.bin", () => "x"), code: "macros" },
  {
    what: "an .xlsm without its program",
    bytes: withPart(honest, "[Content_Types].xml", (xml) =>
      xml.replace("openxmlformats-officedocument.spreadsheetml.sheet.main", "ms-excel.sheet.macroEnabled.main"),
    ),
    code: "macros",
  },
  {
    what: "a workbook linked to another",
    bytes: withPart(honest, "xl/externalLinks/externalLink1.xml", () => "<externalLink/>"),
    code: "externalLinks",
  },
  {
    what: "a workbook with a relation to a file elsewhere",
    bytes: withPart(honest, "xl/_rels/workbook.xml.rels", (xml) =>
      xml.replace(
        "</Relationships>",
        '<Relationship Id="x" Type="http://x/externalLink" Target="file:///c:/a.xlsx" TargetMode="External"/></Relationships>',
      ),
    ),
    code: "externalLinks",
  },
  {
    what: "a zip bomb that says so",
    bytes: withPart(honest, "xl/media/a.xml", () => Buffer.alloc(30_000_000)),
    code: "bomb",
  },
  {
    what: "a zip bomb that lies about its size",
    bytes: zipOf([
      contentTypes,
      { name: "_rels/.rels", content: Buffer.alloc(40_000_000), size: 1_000 },
      { name: "xl/a.xml", content: "" },
    ]),
    code: "bomb",
  },
  {
    what: "300 files in one",
    bytes: zipOf(Array.from({ length: 300 }, (_, index) => ({ name: `xl/${index}.xml`, content: "<a/>" }))),
    code: "bomb",
  },
  {
    what: "an archive with a password",
    bytes: zipOf([contentTypes, { name: "xl/workbook.xml", content: "<workbook/>", flags: 1 }]),
    code: "password",
  },
  {
    what: "entities that multiply",
    bytes: withPart(honest, "xl/workbook.xml", (xml) =>
      xml.replace("<workbook", '<!DOCTYPE a [<!ENTITY b "bbbb">]><workbook'),
    ),
    code: "forbiddenXml",
  },
  {
    what: "XML that does not close",
    bytes: withPart(honest, "xl/workbook.xml", (xml) => xml.slice(0, 200)),
    code: "broken",
  },
  {
    what: "5,000 rows",
    bytes: withPart(honest, "xl/worksheets/sheet1.xml", () => sheetOf(5_000, 1)),
    code: "tooManyRows",
  },
  {
    what: "an element with attributes without end",
    bytes: withPart(
      honest,
      "xl/worksheets/sheet1.xml",
      () => `<worksheet ${Array.from({ length: 200_000 }, (_, index) => `a${index}="${index}"`).join(" ")}/>`,
    ),
    code: "tooMuch",
  },
  {
    what: "a sheet as wide as a wall",
    bytes: withPart(honest, "xl/worksheets/sheet1.xml", () => sheetOf(1, 400)),
    code: "tooMuch",
  },
];

/** A small workbook of a sheet and a few cells. */
export async function anHonestWorkbook(): Promise<Buffer> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet("Số liệu");
  sheet.getCell("A1").value = "Xin chào";
  sheet.getCell("B2").value = 1234.5;
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** A sheet of that many rows and columns, each cell holding 1. */
const sheetOf = (rows: number, columns: number) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${`<row>${"<c><v>1</v></c>".repeat(columns)}</row>`.repeat(rows)}</sheetData></worksheet>`;

const oleFile = (stream: string) =>
  Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(504), Buffer.from(stream, "utf16le")]);

function damaged(honest: Buffer): Buffer {
  const copy = Buffer.from(honest);
  const at = copy.indexOf("_rels/.rels") + 30;
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}
