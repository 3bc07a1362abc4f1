import { type ChildProcess, fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReadWorkbook } from "../workbook.ts";
import { limits } from "./limits.ts";
import { FileRefusal, type RefusalCode } from "./refusal.ts";

export type Task = { id: number; bytes: Uint8Array };
export type Answer = { id: number } & (
  | { workbook: ReadWorkbook; refusal?: undefined }
  | { refusal: { code: RefusalCode; message: string }; workbook?: undefined }
);

/** A running program that reads files; it is replaced when a file has killed it. */
export type Reader = {
  read: (bytes: Uint8Array) => Promise<ReadWorkbook>;
  /** the most memory the program was seen to hold, in bytes */
  peak: () => number;
  end: () => void;
};

/** The sources stand where the server was started: the launcher goes there first. The bundler must not follow: it is no part of the server. */
const inSources = (path: string) => join(/*turbopackIgnore: true*/ process.cwd(), path);

const WATCH_EVERY_MS = 50;

/**
 * Starts the program in a process of its own: no environment, no right to write files or start others, a small heap.
 * A file that takes too long or too much memory ends the process and is refused; the caller starts another.
 */
export function startReader(): Reader {
  const child = fork(/*turbopackIgnore: true*/ inSources("src/lib/sheets/reading/program.ts"), [], {
    execArgv: [
      "--no-warnings",
      `--max-old-space-size=${limits.heapMegabytes}`,
      "--permission",
      ...["src", "node_modules", "package.json"].map((place) => `--allow-fs-read=${inSources(place)}`),
    ],
    env: {} as NodeJS.ProcessEnv,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    serialization: "advanced",
  });
  let peak = 0;
  let last = 0;
  return {
    peak: () => peak,
    end: () => {
      child.kill("SIGKILL");
    },
    read: (bytes) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        const watch = setInterval(() => {
          peak = Math.max(peak, residentBytes(child));
          if (peak > limits.residentBytes) child.kill("SIGKILL");
        }, WATCH_EVERY_MS);
        const limit = setTimeout(() => child.kill("SIGKILL"), limits.ms);
        const settle = (work: () => void) => {
          clearInterval(watch);
          clearTimeout(limit);
          peak = Math.max(peak, residentBytes(child));
          child.off("message", hear).off("exit", fail).off("error", fail);
          work();
        };
        const hear = (answer: Answer) => {
          if (answer.id !== id) return;
          if (answer.refusal) {
            const { code, message } = answer.refusal;
            settle(() => reject(new FileRefusal(code, message)));
          } else settle(() => resolve(answer.workbook));
        };
        const fail = () => settle(() => reject(new FileRefusal("tooHard")));
        child.on("message", hear).on("exit", fail).on("error", fail);
        if (child.exitCode !== null || child.signalCode !== null) fail();
        else child.send({ id, bytes } satisfies Task, (error) => error && fail());
      }),
  };
}

/** The memory a process holds now; 0 where the system does not tell (only Linux does), leaving the heap limit. */
function residentBytes({ pid }: ChildProcess): number {
  try {
    const [, pages = "0"] = readFileSync(`/proc/${pid}/statm`, "utf8").split(" ");
    return Number(pages) * 4096;
  } catch {
    return 0; // it has ended, or this is no Linux
  }
}
