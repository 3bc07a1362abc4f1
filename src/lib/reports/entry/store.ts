import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Known } from "./entry.ts";
import type { Change, Outbox } from "./outbox.ts";

interface Desk extends DBSchema {
  changes: { key: [string, string]; value: Change & { reportId: string }; indexes: { byReport: string } };
  drafts: { key: string; value: Known & { reportId: string } };
}

/** The drawer of one person in this browser: each has a database of their own, so that nothing reads another's by mistake. */
export class Store {
  private readonly database: Promise<IDBPDatabase<Desk>>;

  constructor(personId: string) {
    this.database = openDB<Desk>(`desk-${personId}`, 1, {
      upgrade: (database) => {
        database.createObjectStore("changes", { keyPath: ["reportId", "field"] }).createIndex("byReport", "reportId");
        database.createObjectStore("drafts", { keyPath: "reportId" });
      },
    });
    this.database.catch(() => {}); // every use below says so itself
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

  /** The newer of the two drafts, which is kept. */
  async newest(reportId: string, seen: Known): Promise<Known> {
    const transaction = (await this.database).transaction("drafts", "readwrite");
    const kept = await transaction.store.get(reportId);
    const newest = kept && kept.version > seen.version ? kept : seen;
    await transaction.store.put({ ...newest, reportId });
    await transaction.done;
    return newest;
  }
}
