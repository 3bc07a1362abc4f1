import type { PoolClient } from "pg";
import { rows } from "#lib/db";
import type { Cast } from "./cast.ts";
import type { Step } from "./journey.ts";
import type { Account } from "./people.ts";
import { type Chronicle, type Owed, type Stage, type Told, writerOf } from "./told.ts";
import type { Unit } from "./unit.ts";

/** The acts whose audit entry the demonstration keeps; saves and requests for signature would only add volume. */
const audited = [
  ...["signAndSend", "accept", "return", "openCorrection", "consolidate", "markReported"],
  ...["askExtension", "grantExtension", "refuseExtension"],
];

/** Adds a report's moves to the chronicle. */
export function remember(told: Told, stage: Stage) {
  for (const step of stepsOf(told)) {
    const { person, agencyId } = actorOf(step, told.owed, stage.cast);
    const agencyName = nameOf(agencyId, stage.named);
    const { at, move, number, reason = null } = step;
    const detail = {
      ...step.detail,
      ...(move === "signAndSend" && { recipients: told.owed.recipients.map((id) => nameOf(id, stage.named)) }),
    };
    const acting = { personId: person.id, personName: person.fullName, agencyId };
    stage.chronicle.events.push({ reportId: told.owed.id, at, move, ...acting, agencyName, reason, number, detail });
    if (!audited.includes(move)) continue;
    const subject = { subjectId: told.owed.id, path: told.unit.path };
    stage.chronicle.audits.push({ at, ...acting, action: `report.${move}`, ...subject, note: reason, detail });
  }
}

type AnyStep = Omit<Step, "move"> & { move: string };

/** The journey's moves, with an extension and the consolidation before them and the reporting upwards after. */
function stepsOf({ journey, consolidation, extension, reported }: Told): AnyStep[] {
  const steps: AnyStep[] = [...(extension?.steps ?? []), ...journey.steps];
  if (consolidation) {
    const { at, counted, expected } = consolidation;
    steps.unshift({ at, move: "consolidate", by: "writer", number: null, detail: { counted, expected } });
  }
  if (reported) {
    const detail = { reportedOn: reported.on, reportedNumber: reported.number };
    steps.push({ at: journey.since, move: "markReported", by: "signer", number: journey.versions.length, detail });
  }
  return steps;
}

function actorOf({ by }: AnyStep, owed: Owed, cast: Cast): { person: Account; agencyId: string } {
  if (typeof by === "object") return { person: cast.officerOf(by.recipient), agencyId: by.recipient };
  if (by === "signer") return { person: cast.headOf(owed.agencyId), agencyId: owed.agencyId };
  return {
    person: writerOf(owed, cast),
    agencyId: owed.kind === "own" ? owed.agencyId : (owed.editorIds[0] ?? owed.agencyId),
  };
}

const nameOf = (agencyId: string, named: Map<string, Unit>) => named.get(agencyId)?.name ?? agencyId;

/** Writes down everything that was remembered, earliest first. */
export async function writeChronicle(tx: PoolClient, { events, audits }: Chronicle) {
  const byTime = (a: { at: Date }, b: { at: Date }) => a.at.getTime() - b.at.getTime();
  await inBatches(events.sort(byTime), 10_000, (batch) => rows(INSERT_EVENTS, [JSON.stringify(batch)], tx));
  await inBatches(audits.sort(byTime), 10_000, (batch) => rows(INSERT_AUDITS, [JSON.stringify(batch)], tx));
}

const INSERT_EVENTS = `
  insert into report_event (report_id, at, move, person_name, person_id, agency_id, agency_name, reason, version_number, detail)
  select "reportId", at, move, "personName", "personId", "agencyId", "agencyName", reason, number, detail
  from jsonb_to_recordset($1::jsonb) as e("reportId" uuid, at timestamptz, move text, "personName" text, "personId" uuid, "agencyId" text, "agencyName" text,
    reason text, number int, detail jsonb)`;

const INSERT_AUDITS = `
  insert into audit_entry (campaign_at, person_id, person_name, agency_id, action, subject_type, subject_id, scope_path, note, detail)
  select at, "personId", "personName", "agencyId", action, 'report', "subjectId", path, note, detail
  from jsonb_to_recordset($1::jsonb) as e(at timestamptz, "personId" uuid, "personName" text, "agencyId" text, action text, "subjectId" text, path text, note text, detail jsonb)`;

async function inBatches<T>(items: T[], size: number, write: (batch: T[]) => Promise<unknown>) {
  for (let start = 0; start < items.length; start += size) await write(items.slice(start, start + size));
}
