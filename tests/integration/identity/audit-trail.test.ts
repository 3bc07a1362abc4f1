import { beforeEach, describe, expect, it } from "vitest";
import { rows } from "#lib/db";
import { listAuditEntries } from "#lib/identity/audit-trail/queries";
import { auditFilterSchema } from "#lib/identity/audit-trail/schema";
import { freshDatabase } from "../../support/database.ts";
import { aPerson, nobody, signedIn } from "./cast.ts";

freshDatabase();
beforeEach(async () => {
  await nobody();
  await aPerson("quantri.H26", "administrator@H26");
  await aPerson("canbo.00070", "reporter@00070");
  await aPerson("canbo.H01", "reporter@H01");
});

const seen = async (filter: Record<string, string> = {}, admin = "quantri.H26") => {
  const actor = await signedIn(admin);
  const { entries } = await listAuditEntries(actor, auditFilterSchema.parse(filter));
  return entries.map(({ personName, action }) => `${personName}: ${action}`);
};

describe("the audit trail", () => {
  it("cannot be changed, deleted or emptied, not even in the database", async () => {
    await signedIn("canbo.00070");
    for (const attempt of ["update audit_entry set note = 'khác'", "delete from audit_entry", "truncate audit_entry"]) {
      await expect(rows(attempt)).rejects.toThrow("can be added, never changed");
    }
    expect(await rows("select 1 from audit_entry")).toHaveLength(1);
  });

  it("shows an administrator the subtree, the latest first, and others nothing", async () => {
    await signedIn("canbo.00070");
    await signedIn("canbo.H01");
    expect(await seen()).toEqual(["Người quantri.H26: session.start", "Người canbo.00070: session.start"]);
    expect(await seen({}, "canbo.00070")).toEqual([]);
  });

  it("is filtered by person, action, agency, subject and day", async () => {
    await signedIn("canbo.00070");
    const clerk = ["Người canbo.00070: session.start"];
    expect(await seen({ person: "nguoi canbo" })).toEqual(clerk);
    expect(await seen({ person: "canbo.00070" })).toEqual(clerk);
    expect(await seen({ agency: "00070" })).toEqual(clerk);
    expect(await seen({ subject: "canbo.00070" })).toEqual(clerk);
    expect(await seen({ action: "session.end" })).toEqual([]);
    expect(await seen({ from: "2999-01-01" })).toEqual([]);
    expect(await seen({ to: "1999-01-01" })).toEqual([]);
    expect(await seen({ from: "nonsense", person: "canbo.00070" })).toEqual(clerk);
  });

  it("goes on where the page before ended", async () => {
    const actor = await signedIn("quantri.H26");
    await rows(
      `insert into audit_entry (campaign_at, person_name, action, subject_type, subject_id, scope_path)
       select now(), 'Người ' || n, 'test.write', 'report', n::text, '/VN/H26/00070/' from generate_series(1, 120) n`,
    );
    const names: string[] = [];
    let before: number | null = null;
    for (let page = 1; page <= 3; page++) {
      const { entries, next } = await listAuditEntries(
        actor,
        auditFilterSchema.parse({ action: "test.write", before: before ?? undefined }),
      );
      names.push(...entries.map(({ personName }) => personName));
      before = next;
    }
    expect(before).toBeNull();
    expect(names).toEqual(Array.from({ length: 120 }, (_, index) => `Người ${120 - index}`));
  });
});
