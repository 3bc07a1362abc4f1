import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { freePort } from "../../src/lib/launch/port.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const launcher = join(import.meta.dirname, "../../src/lib/launch/start.ts");

export type Application = {
  launcher: ChildProcess;
  address: string;
  dataFolder: string;
  /** All it has printed so far. */
  output: () => string;
  /** Resolves to the exit code. */
  ended: Promise<number | null>;
};

/** Starts the built application as `npm start` does, by default on a fresh data folder and a free port. */
export async function startApplication(environment: Record<string, string> = {}): Promise<Application> {
  const dataFolder = environment.DATA_DIR ?? temporaryFolder();
  const port = environment.PORT ?? String(await freePort());
  const { DATABASE_URL: _, NEXTAUTH_SECRET: __, ...ours } = process.env;
  const child = spawn(process.execPath, ["--no-warnings", launcher], {
    env: { ...ours, DATA_DIR: dataFolder, PORT: port, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return { launcher: child, address: `http://127.0.0.1:${port}`, dataFolder, output: () => output, ended };
}

/** Waits until the application answers with 200; returns how many milliseconds that took. @throws after the limit. */
export async function untilAnswers(
  { address, output, launcher: { exitCode } }: Application,
  limitMs = 60_000,
): Promise<number> {
  const began = Date.now();
  while (Date.now() < began + limitMs) {
    if (await answers(address)) return Date.now() - began;
    if (exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`No answer from ${address}. It printed:\n${output()}`);
}

export async function answers(address: string): Promise<boolean> {
  try {
    const response = await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(3_000) });
    return response.status === 200;
  } catch {
    return false;
  }
}

export async function stopApplication({ launcher: { pid }, ended }: Application): Promise<number | null> {
  if (pid) process.kill(pid, "SIGTERM");
  return ended;
}
