import { withClient } from "../../../src/lib/launch/cluster.ts";
import { signIn } from "../walk/visitors.ts";

/** Cells of five sections. A writer gives all of them the same number in one save, so that half a save would show. */
const cells = ["A4", "D1", "E3", "F1", "G1"];

type Saved = { version: number; stamp: number; askedAt: number; answeredAt: number };

/** A clerk who saves without a pause, each save with a number that was not there before. */
export type Writer = {
  username: string;
  cookie: string;
  reportId: string;
  firstVersion: number;
  version: number;
  /** of each section, as last told */
  sections: Record<string, number>;
  stamp: number;
  /** the saves that were answered with “saved”, in their order */
  acknowledged: Saved[];
  unanswered: number;
  problems: string[];
};

type Report = { id: string; version: number; sections: Record<string, number>; agencyId: string };

/** So many clerks of different communes, each with a report that may be written. */
export async function findWriters(count: number, databaseUrl: string, address: string): Promise<Writer[]> {
  const reports = await withClient(databaseUrl, async (client) => {
    const found = await client.query<Report>(
      `select r.id, r.version, r.section_versions as sections, r.agency_id as "agencyId" from report r join agency_term t on t.agency_id = r.agency_id and t.valid_to is null
       where r.period_id = '2026' and r.status in ('notStarted', 'draft') and t.kind = 'commune' order by r.agency_id limit $1`,
      [count],
    );
    return found.rows;
  });
  const writers: Writer[] = [];
  for (const { id, version, sections, agencyId } of reports) {
    const { username, cookie } = await signIn(`canbo.${agencyId}`, address);
    writers.push({
      username,
      cookie,
      reportId: id,
      firstVersion: version,
      version,
      sections,
      stamp: 0,
      acknowledged: [],
      unanswered: 0,
      problems: [],
    });
  }
  return writers;
}

/** Saves until told to stop. What is not answered is tried again over the version last known, as the page does. */
export async function keepSaving(writer: Writer, address: string, isOver: () => boolean) {
  while (!isOver()) {
    const answered = await saveOnce(writer, address).catch(() => false);
    if (answered) continue;
    writer.unanswered += 1;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function saveOnce(writer: Writer, address: string): Promise<boolean> {
  const stamp = ++writer.stamp;
  const askedAt = Date.now();
  const answer = await fetch(`${address}/api/reports/${writer.reportId}/draft`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json", cookie: writer.cookie },
    body: JSON.stringify({
      sections: writer.sections,
      figures: Object.fromEntries(cells.map((cell) => [cell, stamp])),
    }),
    signal: AbortSignal.timeout(10_000),
  });
  if (answer.status >= 500) return false;
  const body = await answer.json();
  if (answer.status === 200) {
    if (body.data.version <= writer.version)
      writer.problems.push(`version ${body.data.version} after ${writer.version}`);
    writer.version = body.data.version;
    writer.sections = { ...writer.sections, ...body.data.sections };
    writer.acknowledged.push({ version: writer.version, stamp, askedAt, answeredAt: Date.now() });
    return true;
  }
  if (answer.status === 409) {
    // A save that was done but whose answer was lost: the next one is told what stands there now.
    writer.problems.push(
      ...inspect(writer, lastAcknowledged(writer), body.detail.version, body.detail.document.figures),
    );
    writer.version = body.detail.version;
    writer.sections = body.detail.sections;
    return true;
  }
  writer.problems.push(`answered ${answer.status}: ${body.message}`);
  return true;
}

const lastAcknowledged = ({ acknowledged, firstVersion }: Writer): Saved =>
  acknowledged.at(-1) ?? { version: firstVersion, stamp: 0, askedAt: 0, answeredAt: 0 };

/** What is wrong with a document, given the last save that had been acknowledged before it was read. */
function inspect(
  writer: Writer,
  { version, stamp }: Pick<Saved, "version" | "stamp">,
  storedVersion: number,
  figures: Record<string, unknown>,
): string[] {
  const problems: string[] = [];
  const stamps = cells.map((cell) => Number(figures[cell] ?? 0));
  if (stamp > 0 && new Set(stamps).size > 1) problems.push(`half-written: ${stamps}`);
  if (Math.min(...stamps) < stamp) problems.push(`the acknowledged save ${stamp} is lost: ${stamps}`);
  if (storedVersion < version) problems.push(`version ${storedVersion} after the acknowledged ${version}`);
  return problems.map((problem) => `${writer.username}: ${problem}`);
}

/** Compares every report in the database with what its writer had been told before. */
export async function inspectAll(writers: Writer[], databaseUrl: string): Promise<string[]> {
  const told = new Map(writers.map((writer) => [writer.reportId, lastAcknowledged(writer)]));
  return withClient(databaseUrl, async (client) => {
    const stored = await client.query<{ id: string; version: number; figures: Record<string, unknown>; saves: number }>(
      `select id, version, coalesce(draft->'figures', '{}') as figures,
         (select count(*)::int from audit_entry a where a.subject_type = 'report' and a.subject_id = r.id::text and a.action = 'report.save' and a.detail->'fields' @> '["figures.G1", "figures.A4"]') as saves
       from report r where id = any($1)`,
      [writers.map(({ reportId }) => reportId)],
    );
    return stored.rows.flatMap(({ id, version, figures, saves }) => {
      const writer = writers.find(({ reportId }) => reportId === id);
      const last = told.get(id);
      if (!writer || !last) return [`no writer of ${id}`];
      const untold =
        saves === version - writer.firstVersion
          ? []
          : [`${writer.username}: ${version - writer.firstVersion} versions but ${saves} entries in the audit trail`];
      return [...inspect(writer, last, version, figures), ...untold];
    });
  });
}
