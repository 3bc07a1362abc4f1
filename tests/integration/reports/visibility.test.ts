import { beforeAll, expect, it } from "vitest";
import { rows } from "#lib/db";
import type { Role } from "#lib/identity/actor";
import { roleLabels } from "#lib/identity/labels";
import { countByStatus, findReport, listReports } from "#lib/reports/queries";
import { freshDatabase } from "../../support/database.ts";
import { anActor, openStage } from "./stage.ts";

freshDatabase();
beforeAll(openStage);

/** An agency of every kind, and some beside them. */
const agencies = ["00070", "30307", "H26", "H26.CA", "H26.NV", "H26.MT", "H57", "H57.CA", "G01", "G09", "G22"];

it.each(agencies)("the list holds exactly the reports that %s finds one by one, in every role", async (agencyId) => {
  const samples = await rows<{ id: string }>(
    "select r.id from report r where r.period_id = '2026' and (r.kind = 'consolidated' and r.agency_id in ('H26', 'H57', 'G01') or r.agency_id = any($1) or r.agency_id in ('00004', '09988', 'H26.NV'))",
    [agencies],
  );
  expect(samples.length).toBeGreaterThanOrEqual(10);
  for (const role of Object.keys(roleLabels) as Role[]) {
    const actor = await anActor(agencyId, role);
    const listed = new Set(
      (await listReports(actor, { period: "2026" }, { offset: 0, limit: 4_000 })).map(({ id }) => id),
    );
    const found = await Promise.all(samples.map(async ({ id }) => ((await findReport(actor, id)) ? id : null)));
    const inList = samples.map(({ id }) => (listed.has(id) ? id : null));
    expect({ role, reports: inList }).toEqual({ role, reports: found });
    const counted = (await countByStatus(actor, { period: "2026" })).reduce((sum, { count }) => sum + count, 0);
    expect({ role, counted }).toEqual({ role, counted: listed.size });
  }
});
