import type { PoolClient } from "pg";
import { describe, expect, it } from "vitest";
import { pool, row, rows, transaction } from "#lib/db";
import { freshDatabase } from "../../support/database.ts";

freshDatabase();

describe("values", () => {
  it("come as exact numbers, decimal text, calendar days and instants", async () => {
    const values = await row(
      "select 12::int8 as count, 1.50::numeric as score, date '2026-11-10' as due_on, timestamptz '2026-11-10 00:00+07' as sent_at",
    );
    expect(values).toEqual({
      count: 12,
      score: "1.50",
      due_on: "2026-11-10",
      sent_at: new Date("2026-11-09T17:00:00Z"),
    });
  });

  it("are null when there is no row", async () => {
    expect(await row("select 1 where false")).toBeNull();
  });

  it("refuses a whole number that would lose digits", async () => {
    await expect(row("select 9007199254740993::int8 as big")).rejects.toThrow("too large");
  });

  it("sorts Vietnamese names as Vietnamese readers do", async () => {
    const sorted = await rows<{ name: string }>("select name from unnest($1::text[]) as name order by name", [
      ["Ea", "Đà", "An", "Ăn", "Da", "Ân", "Đông"],
    ]);
    expect(sorted.map(({ name }) => name)).toEqual(["An", "Ăn", "Ân", "Da", "Đà", "Đông", "Ea"]);
  });
});

describe("a transaction", () => {
  const count = async () => (await row<{ count: number }>("select count(*) from counter"))?.count;

  it("writes everything or nothing", async () => {
    await pool.query("create table counter (id int primary key, value int not null)");
    const failing = transaction(async (tx) => {
      await rows("insert into counter values (1, 0)", [], tx);
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await count()).toBe(0);

    await transaction((tx) => rows("insert into counter values (1, 0), (2, 0)", [], tx));
    expect(await count()).toBe(2);
  });

  it("runs again after a deadlock", async () => {
    let runs = 0;
    const both = (first: number, second: number) => async (tx: PoolClient) => {
      runs += 1;
      await tx.query("set local deadlock_timeout = '50ms'");
      await rows("update counter set value = value + 1 where id = $1", [first], tx);
      if (runs <= 2) await new Promise((resolve) => setTimeout(resolve, 200));
      await rows("update counter set value = value + 1 where id = $1", [second], tx);
    };
    await Promise.all([transaction(both(1, 2)), transaction(both(2, 1))]);
    expect(runs).toBe(3);
    expect(await rows("select value from counter order by id")).toEqual([{ value: 2 }, { value: 2 }]);
  });

  it("gives a broken connection back to nobody", async () => {
    const cut = transaction(async (tx) => {
      await tx.query("select pg_terminate_backend(pg_backend_pid())");
    });
    await expect(cut).rejects.toThrow();
    expect(await count()).toBe(2);
  });
});
