import { once } from "node:events";
import { PassThrough } from "node:stream";
import { WorkbookWriter } from "@cj-tech-master/excelts";
import { defuse, type ListDownload } from "./list.ts";

/** A list as .xlsx, row by row: no more of it is in memory than one batch and what the reader has not taken yet. */
export function xlsxOf(list: ListDownload): PassThrough {
  const out = new PassThrough({ highWaterMark: 256 * 1024 });
  write(list, out).catch((error: Error) => out.destroy(error));
  return out;
}

async function write({ title, words, columns, batches }: ListDownload, out: PassThrough) {
  const workbook = new WorkbookWriter({ stream: out as never, useSharedStrings: false, useStyles: true });
  const headRow = words.length + 3;
  const sheet = workbook.addWorksheet("Danh sách", { views: [{ state: "frozen", ySplit: headRow }] });
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${headRow}:${headRow}`,
  });
  sheet.columns = columns.map(({ width }) => ({ width }));
  const above = sheet.addRow([defuse(title)]);
  above.font = { name: "Arial", size: 13, bold: true };
  above.commit();
  for (const text of words) sheet.addRow([defuse(text)]).commit();
  sheet.addRow([]).commit();
  const heads = sheet.addRow(columns.map(({ head }) => head));
  heads.font = { name: "Arial", size: 10, bold: true };
  heads.commit();
  for await (const rows of batches) {
    for (const cells of rows) {
      sheet.addRow(cells.map((cell) => (typeof cell === "string" ? defuse(cell) : cell))).commit();
    }
    if (out.destroyed) return; // the reader has gone
    if (out.writableNeedDrain) await Promise.race([once(out, "drain"), once(out, "close")]);
  }
  sheet.commit();
  await workbook.commit();
}
