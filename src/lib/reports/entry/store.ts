import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Known } from "./entry.ts";
import type { Change, Outbox } from "./outbox.ts";

export type WaitingChange = Change & { reportId: string };

interface Desk extends DBSchema {
  changes: { key: [string, string]; value: WaitingChange; indexes: { byReport: string } };
  drafts: { key: string; value: Known & { reportId: string } };
}

const nameOf = (personId: string) => `desk-${personId}`;

/** The drawer of one person in this browser: each has a database of their own, so that nothing reads another's by mistake. */
export class Store {
  private readonly database: Promise<IDBPDatabase<Desk>>;

  constructor(personId: string) {
    this.database = openDB<Desk>(nameOf(personId), 1, {
      upgrade: (database) => {
        database.createObjectStore("changes", { keyPath: ["reportId", "field"] }).createIndex("byReport", "reportId");
        database.createObjectStore("drafts", { keyPath: "reportId" });
      },
    });
    this.database.catch(() => {}); // every use below says so itself
  }

  /** Everything of one person that waits in this browser, without making a drawer for who has none. */
  static async waitingOf(personId: string): Promise<WaitingChange[]> {
    const drawers = await indexedDB.databases();
    if (!drawers.some(({ name }) => name === nameOf(personId))) return [];
    const database = await openDB<Desk>(nameOf(personId), 1);
    const changes = await database.getAll("changes");
    database.close();
    return changes;
  }

  /** Applies `change` to what is kept, in one transaction: several tabs of one person may write at once. */
  async update(reportId: string, change: (outbox: Outbox) => Outbox): Promise<Outbox> {
    const transaction = (await this.database).transaction("changes", "readwrite");
    const kept = await transaction.store.index("byReport").getAll(reportId);
    const before = Object.fromEntries(kept.map(({ reportId: _, ...each }) => [each.field, each as Change]));
    const after = change(before);
    await Promise.all([
      ...Object.values(after)
        .filter((each) => each !== before[each.field])
        .map((each) => transaction.store.put({ ...each, reportId })),
      ...Object.keys(before)
        .filter((field) => !(field in after))
        .map((field) => transaction.store.delete([reportId, field])),
    ]);
    await transaction.done;
    return after;
  }

  /** Keeps what `latest` makes of the draft that was kept, and gives it back. */
  async keepLatest(reportId: string, latest: (kept: Known | undefined) => Known): Promise<Known> {
    const transaction = (await this.database).transaction("drafts", "readwrite");
    const known = latest(await transaction.store.get(reportId));
    await transaction.store.put({ ...known, reportId });
    await transaction.done;
    return known;
  }
}
