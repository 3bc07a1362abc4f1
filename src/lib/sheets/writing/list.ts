/** What a cell of a list holds: words, a number, or nothing. */
export type ListCell = string | number | null;

/** A list to be downloaded: what it is, what stands above it, its columns, and its rows as they come. */
export type ListDownload = {
  /** ASCII, without ending: “bao-cao-2026” */
  fileName: string;
  title: string;
  /** who took it and when, and the filters it was taken under: one line each */
  words: string[];
  columns: { head: string; width: number }[];
  batches: AsyncIterable<ListCell[][]>;
};

/** More rows than this are for a query of the database, not for a desk. */
export const MOST_ROWS = 200_000;

/**
 * Text that an office program could take for a formula is told apart by an apostrophe: a unit may be called “=cmd|…” by somebody
 * who wants it to run on another desk. Numbers are not text and stay numbers.
 */
export const defuse = (text: string) => (/^\s*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text);

/** Rows in batches by position, until a batch is not full. */
export async function* inBatches<Row>(
  size: number,
  read: (offset: number) => Promise<Row[]>,
  asCells: (row: Row) => ListCell[],
): AsyncGenerator<ListCell[][]> {
  for (let offset = 0; offset < MOST_ROWS; offset += size) {
    const found = await read(offset);
    if (found.length > 0) yield found.map(asCells);
    if (found.length < size) return;
  }
}

/** Rows that are all there already. */
export async function* oneBatch(rows: ListCell[][]): AsyncGenerator<ListCell[][]> {
  yield rows;
}
