import "server-only";
import { setImmediate } from "node:timers/promises";
import type { PoolClient } from "pg";
import { pool, row, transaction } from "#lib/db";
import { hashPassword } from "#lib/identity/passwords";
import { LaunchProblem } from "#lib/launch/problem";
import { applyObligations } from "#lib/reports/obligations/service";
import { refreshPeers } from "#lib/reports/peers";
import { demonstrationPassword } from "./accounts.ts";
import { writeAwards } from "./awards.ts";
import { castOf, writeCast } from "./cast.ts";
import { writeChronicle } from "./chronicle.ts";
import { consolidatedOutcome, tellConsolidatedReport } from "./consolidated-reports.ts";
import { consolidateAll } from "./consolidations.ts";
import { fillReports } from "./fill.ts";
import { tellOwnReport } from "./own-reports.ts";
import { accountsOf } from "./people.ts";
import { writePublications } from "./publications.ts";
import { listOwed, listUnits, readStage } from "./read.ts";
import type { Chronicle, Owed, Stage, Told } from "./told.ts";

/** What the demonstration's clock shows when it begins. */
const BEGINS_AT = "2026-11-23T09:00:00+07:00";

/** When the obligations of each period were made, and how agencies were called while it was reported. */
const periods = [
  { id: "2025", year: 2025, obligedAt: "2025-11-06T14:00:00+07:00", namedOn: "2025-11-15" },
  { id: "2026", year: 2026, obligedAt: "2026-10-01T08:00:00+07:00", namedOn: "2026-11-15" },
];

/**
 * Creates the demonstration: fictitious people for every agency, the year 2025 complete, 2026 as it stands on the morning of 23 November.
 * The same data every time; all of it or nothing; at once when it is already there.
 */
export async function createDemonstration(report: (line: string) => void = () => {}): Promise<void> {
  if (await exists()) return;
  const isCreated = await transaction(async (tx) => {
    await tx.query("select pg_advisory_xact_lock(hashtext('demonstration'))");
    if (await exists(tx)) return false;
    await refuseUsedDatabase(tx);
    report("Tạo dữ liệu trình diễn (người và số liệu đều là hư cấu)…");
    await tx.query("set local statement_timeout = '5min'");
    const counts = await create(tx);
    report(`Đã tạo ${counts.people} người, ${counts.reports} báo cáo của năm 2025 và 2026.`);
    return true;
  });
  if (isCreated) await pool.query(ANALYZE);
}

const exists = async (tx?: PoolClient) => (await row("select 1 as found from demonstration_clock", [], tx)) !== null;

/** Made-up people and figures never come among real ones. @throws LaunchProblem */
async function refuseUsedDatabase(tx: PoolClient) {
  const used = await row(
    "select 1 as found where exists (select from person) or exists (select from report where status <> 'notStarted')",
    [],
    tx,
  );
  if (!used) return;
  throw new LaunchProblem(
    "Cơ sở dữ liệu này đã có người dùng hoặc báo cáo nên không tạo dữ liệu trình diễn vào đó. Hãy bỏ DEMO=1, hoặc dùng một cơ sở dữ liệu trống.",
  );
}

async function create(tx: PoolClient) {
  const units = await listUnits(tx, "2026-11-23");
  const accounts = accountsOf(units);
  const cast = castOf(accounts);
  await writeCast(tx, accounts, await hashPassword(demonstrationPassword));
  const chronicle: Chronicle = { events: [], audits: [] };
  let reports = 0;
  await tx.query("alter table report disable trigger quality"); // a year is looked at once, not a batch at a time
  for (const period of periods) {
    await setClock(tx, period.obligedAt);
    await applyObligations(null, period.id, tx);
    reports += await fillPeriod(tx, period.id, await readStage(tx, period, { units, cast, chronicle }));
    await refreshPeers(period.id, tx);
  }
  await tx.query("analyze report, report_version, report_figure, peer_statistic");
  for (const { id } of periods) await tx.query("select repair_quality($1)", [id]);
  await tx.query("alter table report enable trigger quality");
  await writeChronicle(tx, chronicle);
  await writeAwards(tx, cast);
  await tx.query(MAILBOXES);
  await setClock(tx, BEGINS_AT);
  await writePublications(tx, cast);
  return { people: accounts.length, reports };
}

const setClock = (tx: PoolClient, showsAt: string) =>
  tx.query(
    `insert into demonstration_clock (id, shows_at, set_at) values (1, $1, clock_timestamp())
     on conflict (id) do update set shows_at = excluded.shows_at, set_at = excluded.set_at`,
    [showsAt],
  );

/** Every report of a period, units first, so that those above can count what was accepted. Returns how many are owed. */
async function fillPeriod(tx: PoolClient, periodId: string, stage: Stage): Promise<number> {
  const owed = await listOwed(tx, periodId);
  const consolidated = owed.filter(({ kind }) => kind === "consolidated");
  const isProvince = (one: Owed) => stage.sourceOf(one).unit.kind === "province";
  await fillOwnReports(
    tx,
    owed.filter(({ kind }) => kind === "own"),
    stage,
  );
  await fillConsolidated(tx, consolidated.filter(isProvince), stage);
  await fillConsolidated(
    tx,
    consolidated.filter((one) => !isProvince(one)),
    stage,
  );
  return owed.length;
}

const BATCH = 300;

/** While the database writes one batch, the next is being made up. */
async function fillOwnReports(tx: PoolClient, owed: Owed[], stage: Stage) {
  let writing = Promise.resolve();
  for (let start = 0; start < owed.length; start += BATCH) {
    const [told] = await Promise.all([tellOwnReports(owed.slice(start, start + BATCH), stage), writing]);
    writing = fillReports(tx, told, stage);
  }
  await writing;
}

/** Gives way every few reports, so that what is being written keeps flowing to the database. */
async function tellOwnReports(owed: Owed[], { sourceOf }: Stage): Promise<Told[]> {
  const told: Told[] = [];
  for (const one of owed) {
    told.push(tellOwnReport(one, sourceOf(one)));
    if (told.length % 10 === 0) await setImmediate();
  }
  return told;
}

async function fillConsolidated(tx: PoolClient, owed: Owed[], stage: Stage) {
  const made = await consolidateAll(
    tx,
    owed.filter((one) => consolidatedOutcome(one) !== "notStarted"),
    stage,
  );
  const told = owed.map((one) => tellConsolidatedReport(one, stage.sourceOf(one), made.get(one.id)));
  await fillReports(tx, told, stage);
}

/** Made-up mailboxes below a name nobody can own (RFC 2606). */
const MAILBOXES = `
  insert into agency_mailbox (agency_id, address, updated_at, updated_by_name)
  select a.id, 'congvan@' || lower(a.id) || '.vi-du.example', campaign_now(), 'Hệ thống' from agency a join agency_on(campaign_today()) t on t.agency_id = a.id
  where a.id ~ '^[A-Za-z0-9.-]+$' and t.kind <> 'government'`;

/** The planner has only seen empty tables. Documents are left out: nothing is searched by them, and they are most of the bytes. */
const ANALYZE = `analyze person, assignment, report_recipient, report_figure, report_event, consolidation_part, audit_entry,
  report (period_id, agency_id, kind, parent_id, due_on, withdrawn_at, status, status_since, first_sent_at, late, sent_version_id, accepted_version_id, consolidation_id),
  report_version (id, report_id, number), consolidation (id, report_id)`;
