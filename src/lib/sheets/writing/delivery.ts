import { Readable } from "node:stream";
import { refused } from "#lib/errors";
import { csvOf } from "./csv.ts";
import type { ListDownload } from "./list.ts";
import { XLSX } from "./types.ts";
import { xlsxOf } from "./xlsx.ts";

export type ListFormat = "xlsx" | "csv";

/** The format an address asks for: `?format=xlsx` (when it says nothing) or `?format=csv`. @throws refused */
export function formatOf(query: URLSearchParams): ListFormat {
  const format = query.get("format") ?? "xlsx";
  if (format !== "xlsx" && format !== "csv")
    throw refused(`Không có định dạng “${format.slice(0, 20)}”. Hãy tải dạng .xlsx hoặc .csv.`);
  return format;
}

/** A list as a file that is sent while it is read. */
export function listDelivery(list: ListDownload, format: ListFormat) {
  const stream = format === "csv" ? Readable.from(csvOf(list), { objectMode: false }) : xlsxOf(list);
  return {
    body: Readable.toWeb(stream) as ReadableStream<Uint8Array>,
    fileName: `${list.fileName}.${format}`,
    type: format === "csv" ? "text/csv; charset=utf-8" : XLSX,
  };
}
