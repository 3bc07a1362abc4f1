import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import type { Prepared } from "./prepare.ts";
import { LaunchProblem } from "./problem.ts";

/** Runs a TypeScript file of this folder with this Node. It shares our output and hears when we are gone. */
export function runProgram(
  file: string,
  words: string[],
  environment: NodeJS.ProcessEnv,
  options: { flags?: string[]; detached?: boolean } = {},
): ChildProcess {
  return spawn(
    process.execPath,
    ["--no-warnings", ...(options.flags ?? []), join(import.meta.dirname, file), ...words],
    {
      env: environment,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      detached: options.detached ?? false,
    },
  );
}

/** Asks a program to end and waits until it has. */
export function end(child: ChildProcess | null): Promise<unknown> | undefined {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  return ended;
}

/** Starts prepare.ts; `done` is what it found, or fails without a word, because the program has said what is wrong. */
export function prepare(
  steps: string[],
  environment: NodeJS.ProcessEnv,
): { program: ChildProcess; done: Promise<Prepared> } {
  const program = runProgram("prepare.ts", steps, environment, { flags: ["--conditions=react-server"] });
  const done = new Promise<Prepared>((resolve, reject) => {
    let prepared: Prepared | null = null;
    program.on("message", (message: Prepared) => {
      prepared = message;
    });
    program.on("exit", (code) => {
      if (code === 0 && prepared) resolve(prepared);
      else reject(new LaunchProblem(""));
    });
  });
  return { program, done };
}
