import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import type { Annex, AssessmentTable, Block, FigureTable, Grid, PaperContent, Verification } from "../content.ts";
import { qrPng } from "./qr.ts";
import { type Cell, paragraph, picture, table } from "./word-xml.ts";

/**
 * Lays a paper out in a template. The same content and template give the same bytes: no clock, no chance, files in one order with one date.
 * @throws the errors of docxtemplater when the template does not hold
 */
export function renderWord(template: Buffer, content: PaperContent): Buffer {
  const word = new Docxtemplater(new PizZip(template), OPTIONS);
  word.render(templateValues(content));
  const zip = word.getZip() as PizZip;
  if (content.verification) addPicture(zip, qrPng(content.verification.address));
  stampDay(zip, content.madeOn);
  return repacked(zip);
}

export const OPTIONS = {
  paragraphLoop: true,
  linebreaks: false,
  errorLogging: false as const,
  nullGetter: (part: { value: string; module?: string }) => {
    if (part.module === "rawxml") return "";
    throw new Error(`Nothing is known for {${part.value}}`);
  },
};

const DRAFT = "DỰ THẢO";

/** What the placeholders of a template stand for; templates/tags.ts names them for people who write templates. */
const templateValues = (content: PaperContent) => ({
  ...content,
  superior: content.superior ? { superior: content.superior } : false,
  draftMark: content.isDraft ? DRAFT : "",
  addressees: addresseeLines(content.addressees),
  opening: content.opening.map((text) => ({ text })),
  body: content.body.map(blockValues),
  copies: content.copies.map((line, index) => ({ line: `${line}${index === content.copies.length - 1 ? "." : ";"}` })),
  signatureLines: content.signature.lines.map((line) => ({ line })),
  signerName: content.signature.name,
  verification: content.verification ? verificationXml(content.verification) : "",
  annexes: content.annexes.map(annexXml).join(""),
});

/** One stands beside “Kính gửi:”, several each on a line of its own. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.9. */
const addresseeLines = (addressees: string[]) => {
  if (addressees.length === 0) return []; // decisions and minutes are addressed to nobody
  return addressees.length === 1
    ? [{ line: `Kính gửi: ${addressees[0]}.` }]
    : [
        { line: "Kính gửi:" },
        ...addressees.map((name, index) => ({ line: `- ${name}${index === addressees.length - 1 ? "." : ";"}` })),
      ];
};

/** A block is one of the things a template has a place for; the other places stay empty. */
function blockValues(block: Block) {
  const values = { part: false, heading: false, paragraph: false, item: false, table: "" };
  if (block.kind === "figures") return { ...values, table: figuresXml(block) };
  if (block.kind === "assessment") return { ...values, table: assessmentXml(block) };
  if (block.kind === "grid") return { ...values, table: gridXml(block) };
  if (block.kind === "words") return { ...values, table: wordsXml(block) };
  return { ...values, [block.kind]: block };
}

const TABLE_SIZE = 12;
const caption = (text: string) => paragraph(text, { size: 13, bold: true }, { before: 8, keepNext: true });
const note = (text: string) => paragraph(text, { size: 12, italic: true, align: "both" }, { before: 2 });

function figuresXml({ caption: words, year, lastYear, rows, notes }: FigureTable): string {
  const lines = rows.map((row): Cell[] =>
    row.kind === "group"
      ? [{ text: row.label, bold: true, span: 5 }]
      : [
          { text: row.code, align: "center" },
          { text: row.label },
          { text: row.unit, align: "center" },
          { text: row.value, align: alignOf(row.value) },
          { text: row.lastYear, align: alignOf(row.lastYear) },
        ],
  );
  const drawn = table([12, 74, 24, 25, 25], TABLE_SIZE, ["Mã", "Chỉ tiêu", "Đơn vị tính", year, lastYear], lines);
  return (
    caption(words) +
    drawn +
    (notes.length > 0 ? note("Ghi chú:") + notes.map((text) => note(`- ${text}`)).join("") : "")
  );
}

/** Numbers stand at the right, words in the middle. */
const alignOf = (text: string) => (/^-?[\d.,]+( %)?$/.test(text) ? "right" : "center");

function assessmentXml({ rows }: AssessmentTable): string {
  const lines = rows.map(({ order, criterion, level, grounds }): Cell[] => [
    { text: order, align: "center" },
    { text: criterion, align: "left" },
    { text: level, align: "center" },
    { text: grounds },
  ]);
  return (
    paragraph("", { size: 6 }) +
    table([10, 70, 25, 55], TABLE_SIZE, ["TT", "Tiêu chí", "Mức tự đánh giá", "Căn cứ"], lines)
  );
}

/** The first column holds the order, the last ones may hold numbers. */
const gridXml = ({ widths, header, rows }: Grid) =>
  paragraph("", { size: 6 }) +
  table(
    widths,
    TABLE_SIZE,
    header,
    rows.map((cells) => cells.map((text, index): Cell => ({ text, align: index === 0 ? "center" : gridAlign(text) }))),
  ) +
  paragraph("", { size: 6 });

const gridAlign = (text: string) => (/^-?[\d.,]+( %)?$/.test(text) ? "right" : "left");

const wordsXml = ({ text, align, bold, italic }: Extract<Block, { kind: "words" }>) =>
  paragraph(text, { size: 14, align, bold, italic }, { before: 6 });

const ANNEX_WIDTH = 247; // mm: a page across less its margins of 30 and 20
const ANNEX_UNIT = 52;
const ANNEX_ORDER = 10;

function annexXml({ name, title, attachedTo, columns, rows, notes }: Annex, index: number): string {
  const width = (ANNEX_WIDTH - ANNEX_ORDER - ANNEX_UNIT) / Math.max(1, columns.length);
  const header = ["TT", "Đơn vị", ...columns.map(({ code, label }) => `${code}. ${label}`)];
  const lines = rows.map(({ order, unit, cells, isTotal }): Cell[] => [
    { text: order, align: "center" },
    { text: unit, bold: isTotal },
    ...cells.map((text): Cell => ({ text, align: "right", bold: isTotal })),
  ]);
  return [
    paragraph(name, { size: 14, bold: true, align: "center" }, { breakBefore: index > 0, keepNext: true }),
    paragraph(title, { size: 14, bold: true, align: "center" }, { keepNext: true }),
    paragraph(attachedTo, { size: 13, italic: true, align: "center" }, { keepNext: true }),
    paragraph("", { size: 6 }, { keepNext: true }),
    table([ANNEX_ORDER, ANNEX_UNIT, ...columns.map(() => width)], 10, header, lines, 9),
    ...notes.map(note),
  ].join("");
}

const PICTURE = { id: "rIdVerification", path: "media/verification.png" };

const verificationXml = ({ address, code }: Verification) =>
  `<w:p><w:pPr><w:keepNext/><w:spacing w:before="120" w:after="0"/></w:pPr>${picture(PICTURE.id, `Mã QR dẫn tới ${address}`, 24)}</w:p>` +
  paragraph(`Mã nội dung: ${code}`, { size: 10 }, { keepNext: true }) +
  paragraph(`Đối chiếu tại: ${address}`, { size: 10 });

const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";

function addPicture(zip: PizZip, image: Buffer) {
  zip.file(`word/${PICTURE.path}`, image);
  change(zip, "word/_rels/document.xml.rels", (xml) =>
    xml.replace(
      "</Relationships>",
      `<Relationship Id="${PICTURE.id}" Type="${RELATION}" Target="${PICTURE.path}"/></Relationships>`,
    ),
  );
  change(zip, "[Content_Types].xml", (xml) =>
    /Extension="png"/i.test(xml)
      ? xml
      : xml.replace(/(<Types[^>]*>)/, '$1<Default Extension="png" ContentType="image/png"/>'),
  );
}

/** The properties of the file say the day of the paper, not that of the template. */
const stampDay = (zip: PizZip, day: string) =>
  change(zip, "docProps/core.xml", (xml) =>
    xml.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`),
  );

function change(zip: PizZip, path: string, edit: (xml: string) => string) {
  const file = zip.file(path);
  if (file) zip.file(path, edit(file.asText()));
}

/** The same files in the order of their names, the list of types first, all with one date. */
function repacked(zip: PizZip): Buffer {
  const packed = new PizZip();
  const first = "[Content_Types].xml";
  const names = Object.keys(zip.files).filter((name) => !zip.files[name]?.dir);
  for (const name of [first, ...names.filter((one) => one !== first).sort()]) {
    const file = zip.file(name);
    if (file) packed.file(name, file.asUint8Array(), { date: ONE_DATE, createFolders: false });
  }
  return packed.generate({ type: "nodebuffer", compression: "DEFLATE" });
}

const ONE_DATE = new Date(2025, 0, 1); // in local time, which is what a .zip holds
