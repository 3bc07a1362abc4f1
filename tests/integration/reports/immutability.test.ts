import { beforeAll, describe, expect, it } from "vitest";
import { pool, row, rows } from "#lib/db";
import { freshDatabase } from "../../support/database.ts";
import { aReport, consolidated, openStage, police } from "./stage.ts";

freshDatabase();

beforeAll(async () => {
  await openStage();
  await aReport("accepted", { B1: 5 });
  await consolidated("H26", await police());
});

/** What was sent, counted or recorded, with a column that somebody might want to change. */
const kept = [
  ["audit_entry", "person_name = 'ai đó'"],
  ["report_version", "document = '{}'"],
  ["report_figure", "number = number + 1"],
  ["report_event", "reason = 'khác'"],
  ["consolidation", "totals = '{}'"],
  ["consolidation_part", "report_id = report_id"],
] as const;

describe.each(kept)("%s", (table, change) => {
  it.each([`update ${table} set ${change}`, `delete from ${table}`, `truncate ${table} cascade`])(
    "refuses: %s",
    async (statement) => {
      const before = await rows(`select md5(t::text) as hash from ${table} t order by 1`);
      expect(before.length).toBeGreaterThan(0);
      await expect(pool.query(statement)).rejects.toMatchObject({
        code: "23000",
        message: expect.stringContaining("never changed or removed"),
      });
      expect(await rows(`select md5(t::text) as hash from ${table} t order by 1`)).toEqual(before);
    },
  );
});

describe("the database itself", () => {
  it("knows no sent state without a version", async () => {
    await expect(pool.query("update report set status = 'submitted', sent_version_id = null")).rejects.toMatchObject({
      constraint: "sent_has_version",
    });
  });

  it("numbers the versions of a report once", async () => {
    const again = pool.query(
      "insert into report_version (report_id, number, document, document_hash, signed_by_id, signed_by_name, sent_at, late) select report_id, number, document, document_hash, signed_by_id, signed_by_name, sent_at, late from report_version limit 1",
    );
    await expect(again).rejects.toMatchObject({ code: "23505" });
  });

  it("removes no report that has been sent", async () => {
    await expect(pool.query("delete from report where sent_version_id is not null")).rejects.toThrow();
    expect(await row("select count(*) > 0 as there from report where sent_version_id is not null")).toEqual({
      there: true,
    });
  });
});
