import type { Work } from "./scenario.ts";

/** What a run did. A failure is no request: it counts for itself and has no latency. */
export type Load = { requests: number; failed: number; problems: string[]; elapsedMs: number; latenciesMs: number[] };

type Bounds = { users: number; ms: number; most: number };

/** Every user works without a pause until the time is over or `most` requests have been begun. */
export async function closedLoop(work: Work, { users, ms, most }: Bounds): Promise<Load> {
  const load = emptyLoad();
  const began = performance.now();
  let begun = 0;
  let isOver = false;

  async function busy(user: number) {
    while (!isOver && begun++ < most && performance.now() - began < ms) {
      const more = await timed(load, performance.now(), () => work(user));
      if (!more || load.failed > 20) isOver = true;
    }
  }
  await Promise.all(Array.from({ length: users }, (_, user) => busy(user)));
  return { ...load, elapsedMs: performance.now() - began };
}

/** Requests arrive at their times, whether or not earlier ones have been answered; each waits from its time on. */
export async function openLoop(
  work: Work,
  { requests, perSecond }: { requests: number; perSecond: number },
): Promise<Load> {
  const load = emptyLoad();
  const began = performance.now();
  const underWay: Promise<unknown>[] = [];
  while (underWay.length < requests) {
    const due = Math.min(requests, Math.floor(((performance.now() - began) / 1000) * perSecond) + 1);
    while (underWay.length < due) {
      const number = underWay.length;
      underWay.push(timed(load, began + (number / perSecond) * 1000, () => work(number)));
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await Promise.all(underWay);
  return { ...load, elapsedMs: performance.now() - began };
}

const emptyLoad = (): Load => ({ requests: 0, failed: 0, problems: [], elapsedMs: 0, latenciesMs: [] });

/** False when the work says that there is nothing left. */
async function timed(load: Load, since: number, work: () => Promise<unknown>): Promise<boolean> {
  try {
    if ((await work()) === false) return false;
    load.requests += 1;
    load.latenciesMs.push(performance.now() - since);
  } catch (error) {
    load.failed += 1;
    if (load.problems.length < 3) load.problems.push((error as Error).message);
  }
  return true;
}
