import { printNumber } from "#lib/text";
import type { Node } from "./axis.ts";
import type { PivotTable } from "./table.ts";

/** A page holds so many cells that it is there within a second; the file holds all. */
const MOST_CELLS = 5_000;
const MOST_COLUMNS = 500;

/** One page of a table: whole rows, and in `cut` a sentence about what is not on it. */
export type Sheet = { rows: Node[]; columns: Node[]; page: number; pageCount: number; cut: string | null };

export function sheetOf({ rows, columns }: Pick<PivotTable, "rows" | "columns">, asked: number): Sheet {
  const shown = columns.slice(0, MOST_COLUMNS);
  const perPage = Math.max(1, Math.floor(MOST_CELLS / Math.max(1, shown.length)));
  const pageCount = Math.max(1, Math.ceil(rows.length / perPage));
  const page = Math.min(Math.max(1, Math.trunc(asked)), pageCount);
  const first = (page - 1) * perPage;
  return {
    rows: rows.slice(first, first + perPage),
    columns: shown,
    page,
    pageCount,
    cut: cutOf(rows, columns, page, perPage),
  };
}

function cutOf(rows: Node[], columns: Node[], page: number, perPage: number): string | null {
  const words = [
    rows.length > perPage &&
      `hàng ${printNumber((page - 1) * perPage + 1)} đến ${printNumber(Math.min(page * perPage, rows.length))} trên ${printNumber(rows.length)} hàng`,
    columns.length > MOST_COLUMNS &&
      `${printNumber(MOST_COLUMNS)} cột đầu trên ${printNumber(columns.length)} cột (hãy chuyển một chiều từ cột sang hàng để xem đủ)`,
  ].filter(Boolean);
  return words.length > 0 ? `Trang này hiện ${words.join(", ")}. Tệp tải về có đủ.` : null;
}
