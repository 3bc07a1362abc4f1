/** WordprocessingML for what a template cannot lay out by itself: tables of many rows and the picture of the QR code. */

const TWIPS_PER_MM = 1440 / 25.4;
const EMU_PER_MM = 36_000;

const twips = (millimetres: number) => Math.round(millimetres * TWIPS_PER_MM);

/** Characters that XML 1.0 has no place for go; line breaks become spaces. */
const escapeXml = (text: string) =>
  text
    .replace(/[\n\r\t]+/g, " ")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
    .replace(/[\u0000-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

type Align = "left" | "center" | "right" | "both";
type Words = { align?: Align; bold?: boolean; italic?: boolean /** points */; size: number };

const run = (text: string, { bold, italic, size }: Words) =>
  `<w:r><w:rPr>${bold ? "<w:b/>" : ""}${italic ? "<w:i/>" : ""}<w:sz w:val="${size * 2}"/></w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

/** A paragraph; `more` are further properties, in the order the schema asks for. */
export const paragraph = (
  text: string,
  words: Words,
  { more = "", before = 0, keepNext = false, breakBefore = false } = {},
) =>
  `<w:p><w:pPr>${keepNext ? "<w:keepNext/>" : ""}${breakBefore ? "<w:pageBreakBefore/>" : ""}<w:spacing w:before="${before * 20}" w:after="0"/>${more}<w:jc w:val="${words.align ?? "left"}"/></w:pPr>${run(text, words)}</w:p>`;

export type Cell = { text: string; align?: Align; bold?: boolean; span?: number };

/** A table with ruled cells; its first row is repeated on every page, no row is torn apart. Widths in millimetres, sizes in points. */
export function table(widths: number[], size: number, header: string[], rows: Cell[][], headerSize = size): string {
  const columns = widths.map(twips);
  const grid = columns.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  const head = header.map((text): Cell => ({ text, align: "center", bold: true }));
  return `<w:tbl><w:tblPr><w:tblW w:w="${sum(columns)}" w:type="dxa"/>${BORDERS}<w:tblLayout w:type="fixed"/>${CELL_MARGINS}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${row(head, columns, headerSize, "<w:tblHeader/>")}${rows.map((cells) => row(cells, columns, size, "")).join("")}</w:tbl>`;
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

const edges = ["top", "left", "bottom", "right", "insideH", "insideV"];
const BORDERS = `<w:tblBorders>${edges.map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join("")}</w:tblBorders>`;
const CELL_MARGINS = `<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>`;

function row(cells: Cell[], columns: number[], size: number, more: string): string {
  let column = 0;
  const drawn = cells.map(({ text, align, bold, span = 1 }) => {
    const width = sum(columns.slice(column, column + span));
    column += span;
    const properties = `<w:tcW w:w="${width}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ""}<w:vAlign w:val="center"/>`;
    return `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text, { size, ...(align && { align }), ...(bold && { bold }) })}</w:tc>`;
  });
  return `<w:tr><w:trPr><w:cantSplit/>${more}</w:trPr>${drawn.join("")}</w:tr>`;
}

/** A square picture that stands in the line. `id` is that of the relationship to its file. */
export function picture(id: string, description: string, millimetres: number): string {
  const size = Math.round(millimetres * EMU_PER_MM);
  const name = escapeXml(description);
  return `<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${size}" cy="${size}"/><wp:docPr id="1001" name="QR" descr="${name}"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1001" name="QR" descr="${name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${size}" cy="${size}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}
