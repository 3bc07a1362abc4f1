import type { Scenario, Work } from "../scenario.ts";
import { type SignedIn, signIn } from "../stage.ts";
import { listInSql, readList } from "./list.ts";
import { prepareWriters, saveInSql, saveOverHttp, type Writer } from "./save.ts";

type Plan = { writers: Writer[]; cells: string[]; people: SignedIn[] };

const WRITERS = 100;
const READERS = 16;

/** The last evening: 200 requests a second for ten seconds, every second one a save, the others lists. */
export const burst: Scenario<Plan> = {
  name: "2,000 requests in 10 seconds",
  users: [WRITERS + READERS],
  arrivals: { requests: 2_000, perSecond: 200 },
  aim: { text: "all answered", met: ({ failed }) => failed === 0 },
  prepare: async (stage) => ({
    ...(await prepareWriters(stage, WRITERS, 5)),
    people: await signIn(stage, Array<string>(READERS).fill("congan.H26")),
  }),
  http: (client, { writers, cells, people }) =>
    mixed(writers, saveOverHttp(client, writers, cells), readList(client, people)),
  sql: (pool, { writers, cells, people }) =>
    mixed(writers, saveInSql(pool, writers, cells), listInSql(pool, { people })),
};

/** A clerk saves again only when the last save has been answered; if all wait, the request waits with them. */
function mixed(writers: Writer[], save: Work, list: Work): Work {
  const free = writers.map((_, index) => index);
  const waiting: ((writer: number) => void)[] = [];
  return async (number) => {
    if (number % 2 === 1) return list((number >> 1) % READERS);
    const writer = free.shift() ?? (await new Promise<number>((resolve) => waiting.push(resolve)));
    try {
      await save(writer);
    } finally {
      const next = waiting.shift();
      if (next) next(writer);
      else free.push(writer);
    }
  };
}
