import "server-only";
import { row, rows, transaction } from "#lib/db";
import { notFound, refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { readApart } from "#lib/sheets/reading/read-apart";
import { findForm } from "../../queries.ts";
import { writableStatuses } from "../../rules.ts";
import { readBinding } from "../binding.ts";
import { findUpload, workbookSecret } from "../queries.ts";
import { refuseOtherFile } from "../rules.ts";
import { audit, close, keepUpload } from "../service.ts";
import type { UploadedFile } from "../uploaded-file.ts";
import { findGathering, listUnits } from "./queries.ts";
import { type FilledUnits, readUnits } from "./read-units.ts";

/** Reads a workbook with a row for each unit and keeps it to be looked at. Gives the id of the upload. */
export async function uploadUnits(
  actor: Actor,
  reportId: string,
  receive: () => Promise<UploadedFile>,
): Promise<string> {
  const report = await findGathering(actor, reportId);
  const file = await receive();
  const workbook = await readApart(file.bytes);
  const binding = readBinding(workbook, workbookSecret());
  refuseOtherFile(binding, report, "units");
  const [form, units] = await Promise.all([findForm(report.formId, report.formVersion), listUnits(report)]);
  const content = readUnits(workbook, form, units);
  if (content.units.length === 0 && content.problems.length === 0)
    throw refused("Tệp chưa điền số liệu của đơn vị nào.");
  return keepUpload(actor, report, "units", file, content);
}

/**
 * Makes the figures of the chosen units proposals to them: all in one statement, an earlier open proposal of the same agency
 * to the same cell replaced, an audit entry for each unit. What a unit has sent meanwhile is left out.
 */
export async function propose(
  actor: Actor,
  { id, uploadId, units }: { id: string; uploadId: string; units: string[] },
) {
  const report = await findGathering(actor, id);
  const upload = await findUpload(report, uploadId);
  if (upload?.kind !== "units") throw notFound("tệp đã tải lên");
  if (upload.outcome) throw refused("Tệp này đã được xử lý xong. Hãy tải lên tệp mới nếu còn thay đổi.");
  const content = upload.content as FilledUnits;
  const chosen = content.units.filter(({ reportId }) => units.includes(reportId));
  if (chosen.length === 0) throw refused("Hãy chọn ít nhất một đơn vị.");
  const figures = chosen.flatMap(({ reportId, figures }) =>
    Object.entries(figures).map(([indicatorId, value]) => ({ reportId, indicatorId, value })),
  );
  return transaction(async (tx) => {
    await close(tx, uploadId, "taken");
    await rows(REPLACE, [JSON.stringify(figures), actor.agency.id, actor.fullName], tx);
    const made = await row<{ figures: number; units: number }>(
      PROPOSE,
      [
        JSON.stringify(figures),
        report.id,
        writableStatuses,
        actor.agency.id,
        actor.fullName,
        actor.personId,
        upload.fileName,
      ],
      tx,
    );
    await audit(tx, actor, report, "proposal.send", { fileName: upload.fileName, ...made });
    return made ?? { figures: 0, units: 0 };
  });
}

const ASKED = `asked as (select * from jsonb_to_recordset($1) as a ("reportId" uuid, "indicatorId" text, value jsonb))`;

const REPLACE = `
  with ${ASKED}
  update figure_proposal p set decided_at = campaign_now(), decided_by_name = $3, outcome = 'replaced'
  from asked where p.report_id = asked."reportId" and p.indicator_id = asked."indicatorId" and p.agency_id = $2 and p.decided_at is null`;

const PROPOSE = `
  with ${ASKED}, made as (
    insert into figure_proposal (report_id, indicator_id, value, agency_id, person_name, proposed_at)
    select r.id, asked."indicatorId", asked.value, $4, $5, campaign_now()
    from asked join report r on r.id = asked."reportId"
    where r.parent_id = $2 and r.withdrawn_at is null and r.status = any($3::report_status[])
    returning report_id
  ), audited as (
    insert into audit_entry (campaign_at, person_id, person_name, agency_id, action, subject_type, subject_id, scope_path, detail)
    select campaign_now(), $6, $5, $4, 'proposal.make', 'report', made.report_id,
      (select path from agency_term t join report r on r.agency_id = t.agency_id where r.id = made.report_id order by t.valid_from desc nulls last limit 1),
      jsonb_build_object('fileName', $7::text, 'figures', count(*))
    from made group by made.report_id
  )
  select count(*) as figures, count(distinct report_id) as units from made`;
