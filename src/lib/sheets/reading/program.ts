import { readWorkbook } from "./read-workbook.ts";
import type { Answer, Task } from "./reader.ts";
import { FileRefusal } from "./refusal.ts";

/**
 * The program that reads files from outside: it has no database, no secrets and little memory, and may be killed at any
 * moment. It answers each file it is sent, and ends when nobody listens any more.
 */
process.on("message", ({ id, bytes }: Task) => {
  process.send?.(answerTo(id, Buffer.from(bytes)));
});
process.once("disconnect", () => process.exit(0));

function answerTo(id: number, bytes: Buffer): Answer {
  try {
    return { id, workbook: readWorkbook(bytes) };
  } catch (error) {
    const refusal = error instanceof FileRefusal ? error : new FileRefusal("broken");
    return { id, refusal: { code: refusal.code, message: refusal.message } };
  }
}
