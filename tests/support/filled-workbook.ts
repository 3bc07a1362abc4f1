import { type Cell, Workbook } from "@cj-tech-master/excelts";

type Value = Cell["value"];

/** A template with values typed into it: {"Phần B": {B1: {"Năm 2026": 12}}}, rows by code and columns by their heads. */
export async function filled(
  template: Uint8Array,
  sheets: Record<string, Record<string, Record<string, Value>>>,
  further: (workbook: Workbook) => void = () => {},
): Promise<Buffer> {
  const workbook = new Workbook();
  await workbook.xlsx.load(template);
  for (const [name, rows] of Object.entries(sheets)) {
    for (const [code, cells] of Object.entries(rows))
      for (const [head, value] of Object.entries(cells)) cellAt(workbook, name, code, head).value = value;
  }
  further(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** The cell in the row of a code and under a head; heads stand in row 4. */
export function cellAt(workbook: Workbook, sheetName: string, code: string, head: string): Cell {
  const sheet = workbook.getWorksheet(sheetName);
  if (!sheet) throw new Error(`No sheet ${sheetName}`);
  let [row, column] = [0, 0];
  sheet.getRow(4).eachCell((cell, number) => {
    if (cell.value === head) column = number;
  });
  sheet.getColumn(1).eachCell((cell, number) => {
    if (cell.value === code) row = number;
  });
  if (!row || !column) throw new Error(`No cell for ${code} under ${head} in ${sheetName}`);
  return sheet.getRow(row).getCell(column);
}
