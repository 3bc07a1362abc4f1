import "server-only";
import type { z } from "zod";
import { recordAudit } from "#lib/audit";
import { printDay } from "#lib/dates";
import { row, rows, transaction } from "#lib/db";
import { notFound, refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { readDay } from "#lib/reports/values";
import { keepsTemplates } from "../policy.ts";
import { render } from "../rendering/press.ts";
import type { adoptTemplateSchema, uploadTemplateSchema } from "../schema.ts";
import { sha256 } from "../service.ts";

const NATION = "/VN/";
const MOST_BYTES = 900_000; // a request carries at most 1 MB

/**
 * Keeps an administrator's .docx as a template on trial, with the words of the last version.
 * @throws refused with every fault of the file
 */
export async function uploadTemplate(actor: Actor, { kind, file, source }: z.output<typeof uploadTemplateSchema>) {
  if (!keepsTemplates(actor)) throw notFound("mẫu văn bản");
  if (!(file instanceof File) || file.size === 0 || file.size > MOST_BYTES)
    throw refused("Chưa có tệp mẫu dùng được.", [
      { field: "file", message: "Tệp mẫu: hãy chọn một tệp .docx có nội dung, không quá 900 kB." },
    ]);
  const content = Buffer.from(await file.arrayBuffer());
  const checked = await render({ kind: "check", template: content, isConsolidated: kind === "consolidated" });
  const faults = "faults" in checked ? checked.faults : [];
  if (faults.length > 0)
    throw refused(
      `Tệp mẫu “${file.name}” chưa dùng được: có ${faults.length} lỗi.`,
      faults.map((message) => ({ field: "file", message })),
    );
  return transaction(async (tx) => {
    await tx.query("select pg_advisory_xact_lock(hashtext('document templates'))");
    const added = await row<{ version: number }>(
      `insert into document_template (kind, version, words, file, file_hash, source, entered_by_name)
       select kind, version + 1, words, $2, $3, $4, $5 from document_template where kind = $1::report_kind order by version desc limit 1 returning version`,
      [kind, content, sha256(content), source, actor.fullName],
      tx,
    );
    if (!added) throw new Error(`There is no template of ${kind} to follow.`);
    await recordAudit(tx, {
      actor,
      action: "documentTemplate.upload",
      subject: { type: "documentTemplate", id: `${kind}:${added.version}`, path: NATION },
      note: source,
      detail: { fileHash: sha256(content), size: content.length },
    });
    return { kind, version: added.version };
  });
}

/** Puts a template on trial in force from a day on, today or later: documents issued before keep theirs. */
export async function adoptTemplate(
  actor: Actor,
  { kind, version, effectiveOn }: z.output<typeof adoptTemplateSchema>,
) {
  if (!keepsTemplates(actor)) throw notFound("mẫu văn bản");
  return transaction(async (tx) => {
    const template = await row<{ effectiveOn: string | null; today: string }>(
      `select effective_on as "effectiveOn", campaign_today() as today from document_template where kind = $1::report_kind and version = $2 for update`,
      [kind, version],
      tx,
    );
    if (!template) throw notFound("mẫu văn bản");
    if (template.effectiveOn) throw refused(`Mẫu này đã áp dụng từ ngày ${printDay(template.effectiveOn)}.`);
    const day = readDay(effectiveOn);
    if (!day || day < template.today)
      throw refused("Ngày áp dụng chưa đúng.", [
        {
          field: "effectiveOn",
          message: `Ngày áp dụng: giá trị “${effectiveOn}” chưa đúng; hãy nhập từ ngày ${printDay(template.today)} trở đi.`,
        },
      ]);
    await rows(
      "update document_template set effective_on = $3 where kind = $1::report_kind and version = $2",
      [kind, version, day],
      tx,
    );
    await recordAudit(tx, {
      actor,
      action: "documentTemplate.adopt",
      subject: { type: "documentTemplate", id: `${kind}:${version}`, path: NATION },
      detail: { effectiveOn: day },
    });
    return { day: printDay(day) };
  });
}
