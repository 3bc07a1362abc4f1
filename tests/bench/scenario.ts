import type { Pool } from "pg";
import type { HttpClient } from "./http-client.ts";
import type { Stage } from "./stage.ts";

/** One unit of work of one user; false when there is nothing left to do. Throws when the answer is not the right one. */
export type Work = (user: number) => Promise<unknown>;

/**
 * One thing people do, measured over HTTP and as plain SQL. `Plan` is what a run needs to know: made outside the timed part,
 * and sent to the process that does the work, so plain values only.
 */
export type Scenario<Plan = never> = {
  name: string;
  /** numbers of users who work at the same time, each without a pause */
  users: number[];
  /** instead: so many requests, so many a second, whether or not the earlier ones have been answered */
  arrivals?: { requests: number; perSecond: number };
  /** CPU-ms a request may cost, or another aim, as the issue sets it; `met` decides */
  aim?: {
    text: string;
    met: (result: { cpuMs: number; ratio: number; share: number | null; failed: number }) => boolean;
  };
  prepare: (stage: Stage, users: number) => Promise<Plan>;
  http: (client: HttpClient, plan: Plan) => Work;
  sql: (pool: Pool, plan: Plan) => Work;
  /** What the work cannot be faster than, measured alone; its requests per second are compared. */
  bound?: { name: string; work: (plan: Plan) => Work };
  /** Where each unit of work uses something up: how many there are for the warm-up. */
  warmUp?: number;
};

export const atMost = (cpuMs: number): NonNullable<Scenario["aim"]> => ({
  text: `≤ ${cpuMs} CPU-ms`,
  met: (result) => result.cpuMs <= cpuMs,
});
