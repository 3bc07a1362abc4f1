import "server-only";
import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { UserFacingError } from "#lib/errors";
import type { Answered, Job, Result } from "./job.ts";

/**
 * Renders outside the server's own thread: a few child programs, each taking one job after the other.
 * A child ends after so many jobs (typst keeps some memory of each) or when it has been idle; one that hangs is ended.
 */
const MOST_CHILDREN = 2;
const MOST_WAITING = 40;
const JOBS_PER_CHILD = 100;
const IDLE_MS = 60_000;
const LIMIT_MS = 30_000;
const MEMORY_MB = 512;

type Waiting = { job: Job; resolve: (result: Result) => void; reject: (error: Error) => void };
type Child = { process: ChildProcess; done: number; current: Waiting | null; clock: NodeJS.Timeout | null };

/** Development's reloads find the same children again. */
const shared = globalThis as { pressOfDocuments?: { children: Set<Child>; waiting: Waiting[] } };
const press = () => {
  shared.pressOfDocuments ??= { children: new Set(), waiting: [] };
  return shared.pressOfDocuments;
};

/** @throws UserFacingError 429 when too many documents wait already */
export function render(job: Job): Promise<Result> {
  const { waiting } = press();
  if (waiting.length >= MOST_WAITING)
    throw new UserFacingError(429, "Hệ thống đang dựng nhiều văn bản. Hãy thử lại sau ít giây.");
  return new Promise((resolve, reject) => {
    waiting.push({ job, resolve, reject });
    giveWork();
  });
}

/** The file of a job that makes one. */
export async function renderFile(job: Exclude<Job, { kind: "check" }>): Promise<Buffer> {
  const result = await render(job);
  if (!("file" in result)) throw new Error("The program of rendering answered without a file.");
  return Buffer.from(result.file);
}

function giveWork() {
  const { children, waiting } = press();
  if (waiting.length === 0) return;
  const free = [...children].find(({ current }) => current === null);
  if (free) return give(free);
  if (children.size < MOST_CHILDREN) give(newChild());
}

function give(child: Child) {
  const next = press().waiting.shift();
  if (!next) return;
  if (child.clock) clearTimeout(child.clock);
  child.current = next;
  child.done += 1;
  child.clock = setTimeout(() => child.process.kill("SIGKILL"), LIMIT_MS);
  child.process.ref();
  child.process.send({ id: child.done, job: next.job });
}

function newChild(): Child {
  const program = join(/* turbopackIgnore: true */ process.cwd(), "src/lib/documents/rendering/program.ts");
  const started = fork(program, [], {
    execArgv: ["--no-warnings", `--max-old-space-size=${MEMORY_MB}`],
    serialization: "advanced",
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE } as unknown as NodeJS.ProcessEnv, // no secret is needed
  });
  const child: Child = { process: started, done: 0, current: null, clock: null };
  press().children.add(child);
  started.on("message", (words: Answered) => "id" in words && finish(child, words));
  started.on("exit", () => lose(child));
  started.on("error", () => lose(child));
  return child;
}

function finish(child: Child, words: Extract<Answered, { id: number }>) {
  const { current } = child;
  if (child.clock) clearTimeout(child.clock);
  child.current = null;
  if ("failure" in words) current?.reject(new Error(words.failure));
  else current?.resolve(words.result);
  if (child.done >= JOBS_PER_CHILD) return end(child);
  child.process.unref(); // an idle child keeps nobody waiting
  child.process.channel?.unref();
  child.clock = setTimeout(() => end(child), IDLE_MS);
  child.clock.unref();
  giveWork();
}

function end(child: Child) {
  press().children.delete(child);
  child.process.disconnect();
  giveWork();
}

/** A child that has died takes its job with it; those that wait go on with another one. */
function lose(child: Child) {
  if (child.clock) clearTimeout(child.clock);
  press().children.delete(child);
  child.current?.reject(new Error("The program of rendering has ended before it had answered."));
  child.current = null;
  giveWork();
}
