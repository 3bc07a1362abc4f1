import "server-only";
import { refused, UserFacingError } from "#lib/errors";
import type { ReadWorkbook } from "../workbook.ts";
import { startReader } from "./reader.ts";
import { FileRefusal } from "./refusal.ts";

/** Programs at once, and files that may wait for one, in this process: what the machine can carry beside its own work. */
const PROGRAMS = 2;
const WAITING = 20;

let running = 0;
const waiting: (() => void)[] = [];

/** Reads a file from outside in a process of its own. @throws refused with what is wrong with the file; 429 when too many wait. */
export async function readApart(bytes: Uint8Array): Promise<ReadWorkbook> {
  await turn();
  const reader = startReader();
  try {
    return await reader.read(bytes);
  } catch (error) {
    if (error instanceof FileRefusal) throw refused(error.message, [], { code: error.code });
    throw error;
  } finally {
    reader.end();
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

/** Waits for a free place; whoever finishes hands its own to the next. */
async function turn() {
  if (running < PROGRAMS) running++;
  else if (waiting.length < WAITING) await new Promise<void>((resolve) => waiting.push(resolve));
  else throw new UserFacingError(429, "Máy chủ đang đọc nhiều tệp cùng lúc. Hãy tải tệp lên lại sau ít phút.");
}
