import type { Cell, Worksheet } from "@cj-tech-master/excelts";

/** How the workbooks look: quiet heads, pale cells to fill, grey cells that are locked. */
const solid = (argb: string) => ({ type: "pattern" as const, pattern: "solid" as const, fgColor: { argb } });
const line = { style: "thin" as const, color: { argb: "FFBFBEB8" } };
const box = { top: line, left: line, bottom: line, right: line };

const FONT = { name: "Arial", size: 10 };
const TO_FILL = "FFFFF9E5";
const LOCKED = "FFF1F1ED";

export function asTitle(cell: Cell, text: string) {
  cell.value = text;
  cell.font = { ...FONT, size: 13, bold: true };
}

export function asLine(cell: Cell, text: string) {
  cell.value = text;
  cell.font = FONT;
}

export function asHead(cell: Cell, text: string) {
  cell.value = text;
  cell.font = { ...FONT, bold: true };
  cell.fill = solid("FFE3E2DC");
  cell.border = box;
  cell.alignment = { wrapText: true, vertical: "middle", horizontal: "center" };
}

export function asFixed(cell: Cell) {
  cell.font = FONT;
  cell.fill = solid(LOCKED);
  cell.border = box;
  cell.alignment = { wrapText: true, vertical: "top" };
}

export function asInput(cell: Cell) {
  cell.font = FONT;
  cell.fill = solid(TO_FILL);
  cell.border = box;
  cell.alignment = { wrapText: true, vertical: "top" };
  cell.protection = { locked: false };
}

/** Everything but the cells to fill is locked; there is no password, so nobody is shut out of their own file. */
export const protect = (sheet: Worksheet) =>
  sheet.protect("", { selectLockedCells: true, selectUnlockedCells: true, formatColumns: true, formatRows: true });

/** A4 across, so many pages wide, with the head on every page; names of rows too when it is wider than one. */
export function setPrint(sheet: Worksheet, headRow: number, footer: string, pagesWide = 1) {
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: pagesWide,
    fitToHeight: 0,
    printTitlesRow: `${headRow}:${headRow}`,
    ...(pagesWide > 1 && { printTitlesColumn: "A:B" }),
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
  });
  sheet.headerFooter.oddFooter = `&L${footer.replaceAll("&", "&&")}&RTrang &P/&N`;
}
