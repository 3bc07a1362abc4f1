import "server-only";
import type { AgencyKind, PassageKind } from "#generated/prisma/enums";
import type { Day } from "#lib/dates";
import { pool, type Queryable, row, rows } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import { mayReadFor } from "#lib/plans/policy";

export type PlanLink = { id: string; shortTitle: string; documentNumber: string | null; issuer: string };

export type PlanRow = PlanLink & {
  kind: string;
  parentId: string | null;
  agencyId: string;
  /** today's name and path of the holder */
  holderName: string;
  holderPath: string;
  /** who issued it, when that agency is no more */
  issuedByName: string | null;
  title: string;
  documentType: string;
  issuedOn: Day | null;
  signedBy: string | null;
  signedAs: string | null;
  effectiveFrom: Day;
  effectiveTo: Day | null;
};

export type ListedPlan = PlanRow & { contents: number; criteria: number; targets: number; unconfirmed: number };

const holder = `join lateral (select name, path from agency_term where agency_id = p.agency_id order by valid_to desc nulls first limit 1) h on true`;

const planColumns = `
  p.id, p.kind, p.parent_id as "parentId", p.agency_id as "agencyId", h.name as "holderName", h.path as "holderPath", p.title, p.short_title as "shortTitle",
  p.document_number as "documentNumber", p.document_type as "documentType", p.issuer, p.issued_on as "issuedOn", p.signed_by as "signedBy", p.signed_as as "signedAs",
  p.effective_from as "effectiveFrom", p.effective_to as "effectiveTo",
  (select name from agency_term where agency_id = p.issued_by_agency_id order by valid_to desc nulls first limit 1) as "issuedByName"`;

const unconfirmedPassages = `(select count(*) from plan_passage t where t.plan_id = p.id and t.reconstructed and t.confirmed_at is null)`;
const unconfirmedCriteria = `(select count(*) from criterion c join subject_group g on g.id = c.group_id where g.plan_id = p.id and c.reconstructed and c.confirmed_at is null)`;

/** Every plan, those that carry out another one after it. Plans are for everyone who may sign in. */
export const listPlans = () =>
  rows<ListedPlan>(
    `select ${planColumns},
       (select count(*) from plan_passage t where t.plan_id = p.id and t.kind = 'content') as contents,
       (select count(*) from plan_passage t where t.plan_id = p.id and t.kind = 'target') as targets,
       (select count(*) from criterion c join subject_group g on g.id = c.group_id where g.plan_id = p.id) as criteria,
       ${unconfirmedPassages} + ${unconfirmedCriteria} as unconfirmed
     from plan p ${holder} order by p.effective_from desc, p.id`,
  );

export type ProvinceWithoutPlan = { id: string; name: string };

/** Provinces whose plan to carry out the national one has not been entered. */
export const listProvincesWithoutPlan = () =>
  rows<ProvinceWithoutPlan>(
    `select a.agency_id as id, a.short_name as name from agency_on(campaign_today()) a
     where a.kind = 'province' and not exists (select from plan p where p.agency_id = a.agency_id and p.parent_id is not null)
     order by a.short_name collate "vi-x-icu"`,
  );

/** `metadata` is what the source file says beyond rows; its parts are read where they are shown. */
export type PlanDetail = PlanRow & {
  metadata: PlanMetadata;
  ancestors: PlanLink[];
  children: PlanLink[];
  unconfirmed: number;
  unconfirmedDigest: string;
  today: Day;
};

type PlanMetadata = {
  document?: {
    legal_bases?: { text: string; note?: string }[];
    recipients?: string[];
    number_pattern?: string;
    effect_rule?: string;
    status_note?: string;
    note_on_reference?: string;
    relation_note?: string;
    currency_warning?: string;
    responsible_for_execution?: string;
    campaign_launched_on?: Day;
    campaign_launched_by?: string;
  };
  sources?: { file: string; what: string; quality: string }[];
  actors?: { id: string; name: string }[];
  text_corrections?: { seed_text: string; used_text: string; why: string }[];
  reconstruction_method?: string;
  measurable_targets_note?: string;
  models_named?: string[];
  resolutions?: { id: string; date: Day; by: string; about: string; measurable_targets: number; note?: string }[];
  ocr_notes?: string[];
  effectiveFromNote?: string;
  holderNote?: string;
};

export const findPlan = (planId: string, client: Queryable = pool) =>
  row<PlanDetail>(
    `with recursive above as (
       select p.parent_id as id, 1 as height from plan p where p.id = $1 and p.parent_id is not null
       union all select p.parent_id, a.height + 1 from above a join plan p on p.id = a.id where p.parent_id is not null
     )
     select ${planColumns}, p.metadata, campaign_today() as today,
       coalesce((select jsonb_agg(${link("u")} order by a.height desc) from above a join plan u on u.id = a.id), '[]') as ancestors,
       coalesce((select jsonb_agg(${link("c")} order by c.effective_from, c.id) from plan c where c.parent_id = p.id), '[]') as children,
       ${unconfirmedPassages} + ${unconfirmedCriteria} as unconfirmed, (${unconfirmedDigest}) as "unconfirmedDigest"
     from plan p ${holder} where p.id = $1`,
    [planId],
    client,
  );

/** The words still to be confirmed, as one digest: what somebody confirms all at once is what stood on the screen. */
const unconfirmedDigest = `
  select md5(coalesce(string_agg(words, '' order by id), '')) from (
    select t.id, md5(t.text) as words from plan_passage t where t.plan_id = p.id and t.reconstructed and t.confirmed_at is null
    union all
    select c.id, md5(c.text) from criterion c join subject_group g on g.id = c.group_id where g.plan_id = p.id and c.reconstructed and c.confirmed_at is null
  ) waiting`;

function link(plan: string) {
  return `jsonb_build_object('id', ${plan}.id, 'shortTitle', ${plan}.short_title, 'documentNumber', ${plan}.document_number, 'issuer', ${plan}.issuer)`;
}

type SourceNote = { file: string; section: string };

/** Words of a plan that may have been rebuilt from a scan. `digest` says which words these are. */
export type Wording = {
  id: string;
  text: string;
  digest: string;
  sources: SourceNote[];
  reconstructed: boolean;
  ocrSimilarity: string | null;
  confirmedAt: Date | null;
  confirmedName: string | null;
};

export type Passage = Wording & {
  kind: PassageKind;
  title: string | null;
  actorId: string | null;
  actorName: string | null;
  actorAgencies: string[];
  note: string | null;
  data: Record<string, unknown>;
  /** the passage of the parent plan that this one extends */
  extends: { id: string; planId: string; planTitle: string; text: string } | null;
  /** passages of plans below that extend this one */
  extendedBy: { id: string; planId: string; planTitle: string }[];
};

const wordingColumns = (name: string) => `
  ${name}.id, ${name}.text, md5(${name}.text) as digest, ${name}.sources, ${name}.reconstructed, ${name}.ocr_similarity as "ocrSimilarity",
  ${name}.confirmed_at as "confirmedAt", ${name}.confirmed_name as "confirmedName"`;

export const listPassages = (planId: string) =>
  rows<Passage>(
    `select ${wordingColumns("t")}, t.kind, t.title, t.actor_id as "actorId", t.actor_name as "actorName", t.actor_agencies as "actorAgencies", t.note, t.data,
       (select jsonb_build_object('id', u.id, 'planId', u.plan_id, 'planTitle', up.short_title, 'text', u.text)
        from plan_passage u join plan up on up.id = u.plan_id where u.plan_id = p.parent_id and u.id = t.extends_id) as extends,
       coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'planId', c.plan_id, 'planTitle', cp.short_title) order by cp.effective_from)
        from plan cp join plan_passage c on c.plan_id = cp.id and c.extends_id = t.id where cp.parent_id = p.id), '[]') as "extendedBy"
     from plan_passage t join plan p on p.id = t.plan_id where t.plan_id = $1 order by t."order"`,
    [planId],
  );

export type CriterionRow = Wording & {
  groupId: string;
  derivedFrom: { id: string; planId: string; planTitle: string; text: string }[];
};

export type SubjectGroupRow = {
  id: string;
  name: string;
  heading: string | null;
  subjectKind: string;
  agencyKinds: AgencyKind[];
};

/** The subject groups of a plan, and the criteria of all of them in their order. */
export const listGroups = (planId: string) =>
  rows<SubjectGroupRow>(
    `select id, name, heading, subject_kind as "subjectKind", agency_kinds::text[] as "agencyKinds" from subject_group where plan_id = $1 order by "order"`,
    [planId],
  );

export const listCriteriaOfPlan = (planId: string) =>
  rows<CriterionRow>(
    `select ${wordingColumns("c")}, c.group_id as "groupId",
       coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'planId', dg.plan_id, 'planTitle', dp.short_title, 'text', d.text) order by d.id)
        from criterion d join subject_group dg on dg.id = d.group_id join plan dp on dp.id = dg.plan_id where d.id = any (c.derived_from)), '[]') as "derivedFrom"
     from criterion c join subject_group g on g.id = c.group_id where g.plan_id = $1 order by g."order", c."order"`,
    [planId],
  );

export type ReadingAgency = {
  id: string;
  name: string;
  kind: AgencyKind;
  path: string;
  /** the group of criteria that binds it today, of this plan or another one */
  group: { id: string; name: string; planId: string; planTitle: string } | null;
};

/** The agency a plan is read for, with what binds it; null when there is none in force, or it is not the actor's to see. */
export async function findReadingAgency(actor: Actor, agencyId: string): Promise<ReadingAgency | null> {
  const agency = await row<ReadingAgency>(
    `select a.agency_id as id, a.name, a.kind, a.path,
       (select jsonb_build_object('id', g.id, 'name', g.name, 'planId', p.id, 'planTitle', p.short_title)
        from subject_group g join plan p on p.id = g.plan_id join agency_on(campaign_today()) h on h.agency_id = p.agency_id
        where a.kind = any (g.agency_kinds) and starts_with(a.path, h.path)
          and p.effective_from <= campaign_today() and (p.effective_to is null or p.effective_to >= campaign_today())
        order by length(h.path) desc, p.effective_from desc, g."order" limit 1) as "group"
     from agency_on(campaign_today()) a where a.agency_id = $1`,
    [agencyId],
  );
  return agency && mayReadFor(actor, agency) ? agency : null;
}
