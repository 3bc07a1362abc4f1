import type { PoolClient } from "pg";
import { beforeAll, expect, it } from "vitest";
import { checkTotals } from "#lib/dashboards/totals/service";
import { row, rows, transaction } from "#lib/db";
import { acceptReport } from "#lib/reports/service";
import { freshDatabase } from "../../support/database.ts";
import { answerTo, aReport, clerkOf, headOf, homeAffairs, openStage, police, save, sendUp } from "../reports/stage.ts";

freshDatabase();
beforeAll(openStage);

/** The sum of B1 over Hà Nội's communes as it is kept, and as the documents of accepted versions say. */
const sums = () =>
  row<{ kept: string | null; told: string | null; units: number | null }>(
    `select (select sum(number) from figure_total where period_id = '2026' and indicator_id = 'B1' and place_id = 'H26') as kept,
       (select sum(units)::int from figure_total where period_id = '2026' and indicator_id = 'B1' and place_id = 'H26') as units,
       (select sum((v.document -> 'figures' ->> 'B1')::numeric) from report r join report_version v on v.id = r.accepted_version_id
        where r.period_id = '2026' and r.kind = 'own' and r.withdrawn_at is null) as told`,
  );

it("keeps the sums through acceptance, correction, withdrawal and return of what is owed", async () => {
  await aReport("submitted", { B1: 100 });
  await aReport("accepted", { B1: 7 });
  const corrected = await aReport("correcting", { B1: 20 });
  expect(await sums()).toEqual({ kept: "27.00", told: "27", units: 2 });

  const clerk = await clerkOf(corrected.agencyId);
  await save(clerk, corrected, { figures: { B1: 5 } });
  await sendUp(corrected, clerk, await headOf(corrected.agencyId));
  expect(await sums()).toMatchObject({ kept: "27.00", units: 2 });
  await acceptReport(await police(), await answerTo(corrected));
  await acceptReport(await homeAffairs(), await answerTo(corrected));
  expect(await sums()).toEqual({ kept: "12.00", told: "12", units: 2 });

  await rows("update report set withdrawn_at = now() where id = $1", [corrected.id]);
  expect(await sums()).toEqual({ kept: "7.00", told: "7", units: 1 });
  await rows("update report set withdrawn_at = null where id = $1", [corrected.id]);
  expect(await sums()).toEqual({ kept: "12.00", told: "12", units: 2 });
  expect((await checkTotals()).filter(({ wrong, doubtful }) => wrong + doubtful > 0)).toEqual([]);
});

/** What is kept of B1 in the province that communes are moved to. */
const keptThere = async () =>
  (
    await row<{ number: string }>(
      "select coalesce(sum(number), 0) as number from figure_total where period_id = '2026' and indicator_id = 'B1' and place_id = 'H57'",
    )
  )?.number;

it.each(["acceptance", "move"])(
  "takes a commune's sums along that is moved while accepted: %s first",
  async (first) => {
    const report = await aReport("submitted", { B1: 50 });
    const accept = (tx: PoolClient) =>
      tx.query("update report set status = 'accepted', accepted_version_id = sent_version_id where id = $1", [
        report.id,
      ]);
    const move = (tx: PoolClient) =>
      tx.query("update agency_term set province_id = 'H57' where agency_id = $1", [report.agencyId]);
    const [one, other] = first === "move" ? [move, accept] : [accept, move];
    let second: Promise<unknown> = Promise.resolve();
    await transaction(async (tx) => {
      await one(tx);
      second = transaction(other);
      await waitingForLock();
    });
    await second;
    expect(await keptThere()).toBe("50.00");
    expect(await sums()).toMatchObject({ kept: "12.00" });

    await rows("update agency_term set province_id = 'H26' where agency_id = $1", [report.agencyId]);
    expect(await sums()).toMatchObject({ kept: "62.00" });
    await rows("update report set withdrawn_at = now() where id = $1", [report.id]);
  },
);

/** Until a statement of this database stands in a queue for a lock. */
async function waitingForLock() {
  const waiting = () =>
    row<{ count: number }>(
      "select count(*) as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
  while (!(await waiting())?.count) await new Promise((resolve) => setTimeout(resolve, 10));
}

it("finds a sum that was spoilt, names it, puts it right and remembers", async () => {
  await transaction((tx) =>
    tx.query("update figure_total set number = number + 1 where indicator_id = 'B1' and place_id = 'H26'"),
  );
  const found = (await checkTotals()).find(({ periodId }) => periodId === "2026");
  expect(found?.wrong).toBeGreaterThan(0);
  expect(found?.sample[0]).toMatchObject({ indicatorId: "B1", placeId: "H26" });
  expect(await sums()).toMatchObject({ kept: "12.00", told: "12" });
  expect((await checkTotals()).find(({ periodId }) => periodId === "2026")?.wrong).toBe(0);
  expect(await row("select count(*) from totals_check where period_id = '2026' and wrong > 0")).toEqual({ count: 1 });
});
