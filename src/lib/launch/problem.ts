import { EnvironmentProblem } from "../env.ts";

/** Something the operator can put right; the message is one Vietnamese sentence that says what and how. */
export class LaunchProblem extends Error {}

/** Prints the sentence of a problem, or the whole error of a bug, and ends the process with 1. */
export function endWith(error: unknown): never {
  const expected = error instanceof LaunchProblem || error instanceof EnvironmentProblem;
  if (!expected) console.error(error);
  else if (error.message) console.error(`✗ ${error.message}`); // nothing to add when a program of ours has said it
  process.exit(1);
}
