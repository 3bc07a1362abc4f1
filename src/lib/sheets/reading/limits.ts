/** What a workbook may be before it is read further. Generous for a filled template, small for the machine. */
export const limits = {
  /** the file as it is sent */
  bytes: 5_000_000,
  entries: 200,
  /** all entries inflated */
  inflatedBytes: 25_000_000,
  /** XML without the end of a tag: one text or one element with its attributes */
  tagBytes: 1_000_000,
  /** inflated to compressed, asked of entries above `ratioFromBytes` */
  ratio: 100,
  ratioFromBytes: 1_000_000,
  sheets: 40,
  /** rows that hold something, of one sheet */
  rows: 5_000,
  columns: 300,
  cells: 100_000,
  /** all text together, in characters */
  text: 4_000_000,
  /** the time and memory of the program that reads */
  ms: 20_000,
  residentBytes: 512 * 1024 * 1024,
  heapMegabytes: 256,
} as const;
