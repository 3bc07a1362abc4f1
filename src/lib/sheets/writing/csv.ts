import { defuse, type ListCell, type ListDownload } from "./list.ts";

/** Excel takes a file for UTF-8 only when it begins with this. */
const BOM = "\uFEFF";

/**
 * A list as .csv for Vietnamese desks: semicolons between cells, because the comma is the decimal mark (docs/decisions/0011).
 * What the list is stands above it in lines of one cell.
 */
export async function* csvOf({ title, words, columns, batches }: ListDownload): AsyncGenerator<string> {
  const above = [title, ...words].map((text) => csvLine([text])).join("");
  yield `${BOM}${above}${csvLine([])}${csvLine(columns.map(({ head }) => head))}`;
  for await (const rows of batches) yield rows.map(csvLine).join("");
}

const csvLine = (cells: ListCell[]) => `${cells.map(csvCell).join(";")}\r\n`;

function csvCell(cell: ListCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell).replace(".", ",");
  return csvText(defuse(cell));
}

/** A cell as it stands between semicolons: quoted where it must be. */
export function csvText(text: string): string {
  return /[";\r\n\t]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
