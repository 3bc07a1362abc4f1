import type { PoolClient } from "pg";
import { rows } from "#lib/db";
import { documentHash } from "#lib/reports/document-hash";
import { appraisalOf } from "./assessments.ts";
import type { Cast } from "./cast.ts";
import { remember } from "./chronicle.ts";
import { writeExtensions } from "./extensions.ts";
import { orderedUuid, seeded } from "./random.ts";
import { type Owed, type Stage, type Told, writerOf } from "./told.ts";

/** Fills the reports: versions and figures are added, the report and its recipients brought to where the journey ended. */
export async function fillReports(tx: PoolClient, told: Told[], stage: Stage) {
  const versions = told.flatMap((one) => versionsOf(one, stage.cast));
  await rows(INSERT_VERSIONS, [JSON.stringify(versions)], tx);
  await insertFigures(tx, told);
  await rows(UPDATE_REPORTS, [JSON.stringify(told.map((one) => reportOf(one, stage.cast)))], tx);
  await rows(UPDATE_RECIPIENTS, [JSON.stringify(told.flatMap((one) => recipientsOf(one, stage)))], tx);
  await writeExtensions(tx, told, stage);
  for (const one of told) remember(one, stage);
}

/** In the order they are written, so that the figures' index grows at its end. */
const versionId = ({ periodId, agencyId, kind, ordinal }: Owed, number: number) =>
  orderedUuid(Number(periodId) * 65_536 + ordinal, `version:${periodId}:${agencyId}:${kind}:${number}`);

function versionsOf({ owed, journey, versions, consolidation }: Told, cast: Cast) {
  const signer = cast.headOf(owed.agencyId);
  return journey.versions.map(({ number, sentAt, late }) => {
    const document = versions[number - 1]?.document;
    return {
      id: versionId(owed, number),
      reportId: owed.id,
      number,
      document,
      hash: documentHash(document),
      consolidationId: consolidation?.id ?? null,
      signedById: signer.id,
      signedByName: signer.fullName,
      signedByPosition: signer.position,
      enteredByName: writerOf(owed, cast).fullName,
      sentAt,
      late,
    };
  });
}

const INSERT_VERSIONS = `
  insert into report_version (id, report_id, number, document, document_hash, consolidation_id, signed_by_id, signed_by_name, signed_by_position, entered_by_name, sent_at, late)
  select id, "reportId", number, document, hash, "consolidationId", "signedById", "signedByName", "signedByPosition", "enteredByName", "sentAt", late
  from jsonb_to_recordset($1::jsonb) as v(id uuid, "reportId" uuid, number int, document jsonb, hash text, "consolidationId" uuid, "signedById" uuid,
    "signedByName" text, "signedByPosition" text, "enteredByName" text, "sentAt" timestamptz, late boolean)`;

/** Hundreds of thousands of rows: as columns, which costs a fraction of objects. */
async function insertFigures(tx: PoolClient, told: Told[]) {
  const columns: [string[], string[], string[], string[], number[]] = [[], [], [], [], []];
  for (const { owed, versions } of told) {
    versions.forEach(({ figures }, index) => {
      const id = versionId(owed, index + 1);
      for (const { indicatorId, option, number, asked } of figures) {
        columns[0].push(id);
        columns[1].push(indicatorId);
        columns[2].push(option);
        columns[3].push(number);
        columns[4].push(asked);
      }
    });
  }
  await rows(
    `insert into report_figure (version_id, indicator_id, option, number, asked)
     select * from unnest($1::uuid[], $2::text[], $3::text[], $4::numeric[], $5::int[])`,
    columns,
    tx,
  );
}

function reportOf({ owed, journey, versions, draft, consolidation, reported }: Told, cast: Cast) {
  const sent = journey.versions.at(-1)?.number;
  const random = seeded(`saves:${owed.periodId}:${owed.agencyId}:${owed.kind}`);
  return {
    id: owed.id,
    status: reported ? "reported" : journey.status,
    since: journey.since,
    version: journey.savedAt ? journey.steps.length + random.whole(9, 34) : 1,
    draft,
    savedAt: journey.savedAt,
    savedById: journey.savedAt ? writerOf(owed, cast).id : null,
    correctionReason: journey.correctionReason,
    firstSentAt: journey.firstSentAt,
    firstAcceptedAt: journey.firstAcceptedAt,
    late: journey.late,
    sentVersionId: sent ? versionId(owed, sent) : null,
    acceptedVersionId: journey.acceptedNumber ? versionId(owed, journey.acceptedNumber) : null,
    consolidationId: consolidation?.id ?? null,
    reportedOn: reported?.on ?? null,
    reportedNumber: reported?.number ?? null,
    nothing: versions.at(-1)?.document.statement !== undefined,
  };
}

const UPDATE_REPORTS = `
  update report r set status = w.status::report_status, status_since = w.since, version = w.version,
    draft = case when w.draft is not null then w.draft when v.id is null then '{}' when r.kind = 'own' then v.document else v.document - 'totals' end,
    draft_saved_at = w."savedAt", draft_saved_by_id = w."savedById", correction_reason = w."correctionReason", first_sent_at = w."firstSentAt", first_accepted_at = w."firstAcceptedAt", late = w.late,
    sent_version_id = w."sentVersionId", accepted_version_id = w."acceptedVersionId", consolidation_id = w."consolidationId",
    reported_on = w."reportedOn", reported_number = w."reportedNumber", nothing_to_report = w.nothing
  from jsonb_to_recordset($1::jsonb) as w(id uuid, status text, since timestamptz, version int, draft jsonb, "savedAt" timestamptz, "savedById" uuid,
    "correctionReason" text, "firstSentAt" timestamptz, "firstAcceptedAt" timestamptz, late boolean, "sentVersionId" uuid, "acceptedVersionId" uuid, "consolidationId" uuid,
    "reportedOn" date, "reportedNumber" text, nothing boolean)
  left join report_version v on v.id = w."sentVersionId"
  where r.id = w.id`;

function recipientsOf({ owed, journey, versions }: Told, { cast, levels }: Stage) {
  const assessments = versions.at(-1)?.document.assessments ?? {};
  return journey.recipients
    .filter(({ state }) => state !== "waiting")
    .map(({ agencyId, state, since, reasons }) => ({
      reportId: owed.id,
      agencyId,
      state,
      since,
      personName: cast.officerOf(agencyId).fullName,
      reasons,
      appraisal: appraisalOf(assessments, levels, agencyId, `${owed.periodId}:${owed.agencyId}`),
    }));
}

const UPDATE_RECIPIENTS = `
  update report_recipient c set state = w.state::recipient_state, since = w.since, person_name = w."personName", reasons = w.reasons, appraisal = w.appraisal
  from jsonb_to_recordset($1::jsonb) as w("reportId" uuid, "agencyId" text, state text, since timestamptz, "personName" text, reasons jsonb, appraisal jsonb)
  where c.report_id = w."reportId" and c.agency_id = w."agencyId"`;
