import "server-only";
import type { ReportKind } from "#generated/prisma/enums";
import type { Day } from "#lib/dates";
import { rows } from "#lib/db";
import { type Actor, oversees } from "#lib/identity/actor";
import { keepsTemplates } from "../policy.ts";
import { findTemplate, type Template } from "../queries.ts";

export type TemplateRow = {
  kind: ReportKind;
  version: number;
  source: string;
  fileHash: string;
  size: number;
  effectiveOn: Day | null;
  isInForce: boolean;
  enteredByName: string | null;
  enteredAt: Date;
  issues: number;
};

/** Every version of every template, the newest first; null for whoever does not keep them. */
export async function listTemplates(actor: Actor): Promise<TemplateRow[] | null> {
  if (!keepsTemplates(actor)) return null;
  return rows<TemplateRow>(
    `select t.kind, t.version, t.source, t.file_hash as "fileHash", length(t.file) as size, t.effective_on as "effectiveOn",
       t.entered_by_name as "enteredByName", t.entered_at as "enteredAt",
       (select count(*) from document_issue i where i.template_kind = t.kind and i.template_version = t.version) as issues,
       t.version = (select o.version from document_template o where o.kind = t.kind and o.effective_on <= campaign_today()
         order by o.effective_on desc, o.version desc limit 1) as "isInForce"
     from document_template t order by t.kind, t.version desc`,
  );
}

const NATION = "/VN/";

export type SampleReport = { id: string; kind: ReportKind; name: string; periodId: string };

/** Reports with a sent version that a template can be tried on; none for whoever may not read them. */
export async function listSamples(actor: Actor): Promise<SampleReport[]> {
  if (!oversees(actor, NATION)) return [];
  return rows<SampleReport>(
    `select * from (
       select r.id, r.kind, t.short_name as name, r.period_id as "periodId",
         row_number() over (partition by r.kind order by r.period_id desc, t.kind, t.path) as place
       from report r join agency_on(campaign_today()) t on t.agency_id = r.agency_id where r.sent_version_id is not null) sent
     where place <= 8 order by kind, place`,
  );
}

/** One version of a template by the words of an address; null when there is none, or it is not theirs to keep. */
export async function findKeptTemplate(
  actor: Actor,
  { kind, version }: { kind: string; version: string },
): Promise<Template | null> {
  const isKnown = (kind === "own" || kind === "consolidated") && /^[1-9]\d{0,5}$/.test(version);
  return keepsTemplates(actor) && isKnown ? findTemplate(kind, Number(version)) : null;
}
