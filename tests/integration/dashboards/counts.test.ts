import { beforeAll, describe, expect, it } from "vitest";
import { countByPlace, countByUnit, listDeadlines } from "#lib/dashboards/counts/queries";
import { listAddress, sumCounts } from "#lib/dashboards/overview";
import { findScope } from "#lib/dashboards/queries";
import { rows } from "#lib/db";
import { readReportFilter } from "#lib/reports/filters";
import { countByStatus } from "#lib/reports/queries";
import { allStandings, stages } from "#lib/reports/standings";
import { freshDatabase } from "../../support/database.ts";
import { anActor, openStage, setClock } from "../reports/stage.ts";

freshDatabase();

const SPREAD = `
  update report r set status = (array['notStarted','draft','awaitingSignOff','returned','correcting']::report_status[])[1 + n % 5],
    first_sent_at = case when n % 5 >= 3 then campaign_now() end, late = case when n % 5 = 3 then true when n % 5 = 4 then false end,
    nothing_to_report = n % 7 = 0, original_due_on = case when n % 11 = 0 then due_on - 3 end
  from (select id, row_number() over (order by agency_id) as n from report where period_id = '2026' and kind = 'own') numbered where r.id = numbered.id`;

beforeAll(async () => {
  await openStage();
  await rows(SPREAD);
  await rows("update report set withdrawn_at = campaign_now() where agency_id = '00070'");
  await setClock("2026-11-23T09:00:00+07:00");
});

const listed = async (actor: Awaited<ReturnType<typeof anActor>>, address: string) => {
  const query = Object.fromEntries(new URL(address, "http://localhost").searchParams);
  const counts = await countByStatus(actor, readReportFilter(query, "2026"));
  return counts.reduce((sum, { count }) => sum + count, 0);
};

describe("the counts of a dashboard", () => {
  it("are each as many as the list behind it holds, for the nation, a province and the centre", async () => {
    const headquarters = await anActor("G01", "recipientOfficer");
    const places = await countByPlace("2026");
    const nation = { id: "VN", isNation: true };
    const scopes = [
      { scope: nation, counts: sumCounts(places) },
      ...["H26", "H17", "VN"].map((id) => ({
        scope: { id, isNation: false },
        counts: places.find(({ placeId }) => placeId === id),
      })),
    ];
    for (const { scope, counts } of scopes) {
      expect(await listed(headquarters, listAddress("2026", scope))).toBe(counts?.expected);
      for (const standing of allStandings) {
        const found = await listed(headquarters, listAddress("2026", scope, standing));
        expect([scope.id, standing, found]).toEqual([scope.id, standing, counts?.[standing]]);
      }
    }
    expect(sumCounts(places).overdue).toBeGreaterThan(100);
    expect(sumCounts(places).extended).toBeGreaterThan(100);
  });

  it("divide what is expected into stages without rest, withdrawn reports left out", async () => {
    const places = await countByPlace("2026");
    for (const place of places) expect(stages.reduce((sum, stage) => sum + place[stage], 0)).toBe(place.expected);
    const all = await rows<{ count: number }>(
      "select count(*) from report where period_id = '2026' and kind = 'own' and withdrawn_at is null",
    );
    expect(sumCounts(places).expected).toBe(all[0]?.count);
  });

  it("of a province hold its own units only", async () => {
    const police = await anActor("H26.CA", "recipientOfficer");
    const hanoi = await findScope(police, "H26");
    if (!hanoi) throw new Error("Hà Nội's police watch Hà Nội.");
    const units = await countByUnit("2026", hanoi);
    const place = (await countByPlace("2026")).find(({ placeId }) => placeId === "H26");
    expect(units.length).toBe(place?.expected);
    expect(sumCounts(units)).toEqual(sumCounts(place ? [place] : []));
    expect(units.map(({ placeId }) => placeId)).not.toContain("00070");
    expect(await findScope(police, "VN")).toBeNull();
    expect(await findScope(police, "H57")).toBeNull();
  });

  it("name every day something falls due, with what is still to come", async () => {
    const headquarters = await anActor("G01", "recipientOfficer");
    const nation = await findScope(headquarters, "VN");
    if (!nation) throw new Error("Headquarters watch the nation.");
    const deadlines = await listDeadlines("2026", nation);
    expect(deadlines.filter(({ kind }) => kind === "own").reduce((sum, { owed }) => sum + owed, 0)).toBe(
      sumCounts(await countByPlace("2026")).expected,
    );
    for (const { owed, sent, unsent } of deadlines) expect(sent + unsent).toBe(owed);
  });
});
