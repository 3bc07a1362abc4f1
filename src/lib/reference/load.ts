import "server-only";
import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import { row, transaction } from "#lib/db";
import { agencyRows, type ReferenceAgency } from "./agencies.ts";
import { baseSalaryRows, ruleSetRows } from "./award-rules.ts";
import { formRow, holidayRows, levelRows, periodRows } from "./campaign.ts";
import { centralAgencies, nation, unclearReporters } from "./central-agencies.ts";
import { communeAgencies } from "./communes.ts";
import { documentTemplateRows, writeDocumentTemplates } from "./document-templates.ts";
import { dutyRows } from "./duties.ts";
import {
  type AdministrativeUnits,
  type AwardRulesFile,
  type CentralAgencies,
  type HanoiDepartments,
  type HanoiPlan,
  type KienGiangPlan,
  type NationalPlan,
  type ProvinceSuccessors,
  type ReportFormFile,
  readReference,
} from "./files.ts";
import { hanoiAgencies } from "./hanoi.ts";
import { planRows } from "./plans.ts";
import { formerProvinces, provinceAgencies } from "./provinces.ts";
import { type Row, upsert } from "./upsert.ts";

type Reporter = (line: string) => void;

/**
 * Brings the reference data of the files into the database: agencies with their terms, the form, periods, holidays, plans, duties and award rules.
 * Safe to run again and by several at once; returns false, at once, when the rows it would write were the last ones loaded.
 * What people decide here is kept: confirmed passages, duties an administrator has changed, periods, holidays, forms and award rules in use.
 */
export async function loadReferenceData(report: Reporter = () => {}): Promise<boolean> {
  const reference = referenceRows();
  const contentHash = createHash("sha256").update(JSON.stringify(reference)).digest("hex");
  if (await isLoaded(contentHash)) return false;
  const loaded = await transaction(async (tx) => {
    await tx.query("select pg_advisory_xact_lock(hashtext('reference data'))");
    if (await isLoaded(contentHash, tx)) return false;
    await write(tx, reference);
    await tx.query(
      "insert into reference_load (content_hash) values ($1) on conflict (id) do update set content_hash = $1, loaded_at = now()",
      [contentHash],
    );
    return true;
  });
  if (loaded)
    report(
      `Dữ liệu nền: ${reference.agencies.length} cơ quan, ${reference.plans.length} kế hoạch, ${reference.duties.length} nhiệm vụ báo cáo.`,
    );
  return loaded;
}

const isLoaded = async (contentHash: string, tx?: PoolClient) =>
  (await row("select 1 as found from reference_load where content_hash = $1", [contentHash], tx)) !== null;

/** Every row the files stand for, by table. */
function referenceRows() {
  const units = readReference<AdministrativeUnits>("administrative-units.json");
  const central = readReference<CentralAgencies>("central-agencies.json");
  const successors = readReference<ProvinceSuccessors>("province-successors.json");
  const national = readReference<NationalPlan>("campaign-2447.json");
  const hanoi = readReference<HanoiPlan>("plan-hanoi.json");
  const kienGiang = readReference<KienGiangPlan>("plan-kien-giang.json");
  const awardRules = readReference<AwardRulesFile>("award-rules.json");

  const ended = formerProvinces({ units, central, successors });
  const ofHanoi = hanoiAgencies(readReference<HanoiDepartments>("hanoi-departments.json"), units, central);
  const agencies: ReferenceAgency[] = [
    nation,
    ...centralAgencies(central),
    ...provinceAgencies({ units, central, successors }),
    ...ended.agencies,
    ...ofHanoi,
    ...communeAgencies(units, central),
  ];
  return {
    ...agencyRows(agencies),
    successions: ended.successions.map((one) => ({
      former_id: one.formerId,
      successor_id: one.successorId,
      effective_on: one.effectiveOn,
      source: one.source,
    })),
    forms: [formRow(readReference<ReportFormFile>("report-form.json"))],
    levels: levelRows(),
    periods: periodRows(),
    holidays: holidayRows(),
    ...planRows({ national, hanoi, kienGiang }, idsOfDepartments(ofHanoi)),
    duties: dutyRows({ national, hanoi, unclear: unclearReporters(central) }),
    ruleSets: ruleSetRows(awardRules),
    baseSalaries: baseSalaryRows(awardRules),
    documentTemplates: documentTemplateRows(),
  };
}

const idsOfDepartments = (agencies: ReferenceAgency[]) =>
  agencies.filter(({ terms }) => terms.some(({ kind }) => kind === "department")).map(({ id }) => id);

async function write(tx: PoolClient, reference: ReturnType<typeof referenceRows>) {
  await writeAgencies(tx, reference);
  const unusedForm = "not exists (select 1 from report where form_id = present.id and form_version = present.version)";
  await upsert(tx, "report_form", reference.forms, { key: ["id", "version"], onlyIf: unusedForm });
  await upsert(tx, "assessment_level", reference.levels, { key: ["id"] });
  await upsert(tx, "reporting_period", reference.periods, { key: ["id"], existing: "keep" });
  await upsert(tx, "holiday", reference.holidays, { key: ["day"], existing: "keep" });
  await writePlans(tx, reference);
  await upsert(tx, "reporting_duty", reference.duties, { key: ["id"], onlyIf: "present.version = 1" });
  await upsert(tx, "rule_set", reference.ruleSets, { key: ["id"], onlyIf: `present.version = 1 and ${unusedRules}` });
  await upsert(tx, "base_salary", reference.baseSalaries, { key: ["effective_from"] });
  await writeDocumentTemplates(tx, reference.documentTemplates);
  await tx.query("analyze agency, agency_term, agency_succession, agency_other_name, plan_passage");
}

/** No dossier keeps these rules, nor those of an agency that stand beside them. */
const unusedRules = `not exists (select 1 from nomination n join rule_set used on used.id = n.rule_set_id where present.id in (used.id, used.base_id))`;

async function writeAgencies(
  tx: PoolClient,
  { agencies, terms, otherNames, successions }: ReturnType<typeof referenceRows>,
) {
  await upsert(tx, "agency", agencies, { key: ["id"] });
  await removeMissing(tx, "agency_term", terms, ["agency_id", "valid_from"], "agency_id");
  await upsert(tx, "agency_term", terms, { key: ["agency_id", "valid_from"] });
  await removeMissing(tx, "agency_other_name", otherNames, ["agency_id", "name"], "agency_id");
  await upsert(tx, "agency_other_name", otherNames, { key: ["agency_id", "name"] });
  await upsert(tx, "agency_succession", successions, { key: ["former_id", "successor_id"] });
}

async function writePlans(tx: PoolClient, { plans, passages, groups, criteria }: ReturnType<typeof referenceRows>) {
  await upsert(tx, "plan", plans, { key: ["id"] });
  await removeMissing(tx, "plan_passage", passages, ["plan_id", "id"], "plan_id");
  await withdrawConfirmations(tx, "plan_passage", passages, ["plan_id", "id"]);
  await upsert(tx, "plan_passage", passages, { key: ["plan_id", "id"] });
  await upsert(tx, "subject_group", groups, { key: ["id"] });
  await withdrawConfirmations(tx, "criterion", criteria, ["id"]);
  await upsert(tx, "criterion", criteria, { key: ["id"] });
}

/** Deletes rows that the files no longer have, of owners (agencies, plans) that the files do have. */
async function removeMissing(tx: PoolClient, table: string, records: Row[], key: string[], owner: string) {
  await tx.query(
    `with given as materialized (select ${owner}, row(${key.join(", ")})::text as key from jsonb_populate_recordset(null::${table}, $1))
     delete from ${table} where ${owner} in (select ${owner} from given) and row(${key.join(", ")})::text not in (select key from given)`,
    [JSON.stringify(records)],
  );
}

/** A confirmation is of the words that were read: other words wait for it again. */
async function withdrawConfirmations(tx: PoolClient, table: string, records: Row[], key: string[]) {
  await tx.query(
    `update ${table} present set confirmed_at = null, confirmed_by_id = null, confirmed_name = null
     from jsonb_populate_recordset(null::${table}, $1) given
     where ${key.map((column) => `given.${column} = present.${column}`).join(" and ")} and given.text <> present.text and present.confirmed_at is not null`,
    [JSON.stringify(records)],
  );
}
