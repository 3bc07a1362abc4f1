import "server-only";
import { pool, type Queryable, rows } from "#lib/db";
import { notFound } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import type { Said } from "../figure-rows.ts";
import { ASSESSMENT, type FormDefinition, NARRATIVES, sectionOf } from "../form.ts";
import { maySeeDraft } from "../policy.ts";
import { findForm, findReport, listCriteria, type ReportRow } from "../queries.ts";
import { mayDiscuss, mayFlag, maySeeThread } from "./policy.ts";

export type CellChange = { at: Date; personName: string; value: unknown };
export type CellVersion = { number: number; sentAt: Date; enteredByName: string | null; value: unknown };
export type CommentRow = {
  id: string;
  field: string;
  answersId: string | null;
  at: Date;
  personName: string;
  agencyId: string;
  agencyName: string;
  text: string;
  followUp: boolean;
  doneAt: Date | null;
  doneByName: string | null;
};

/** What there is to know of one cell; `changes` is for those who may see the draft. */
export type Cell = {
  field: string;
  title: string;
  changes: CellChange[] | null;
  versions: CellVersion[];
  comments: CommentRow[];
  may: { discuss: boolean; flag: boolean };
};

/** The history, versions and comments of a cell, named as "figures.B1". @throws notFound for strangers and unknown cells. */
export async function findCell(actor: Actor, reportId: string, field: string): Promise<Cell> {
  const report = await findReport(actor, reportId);
  if (!report) throw notFound("báo cáo");
  const cell = await findCellOf(report, field);
  const [changes, versions, comments] = await Promise.all([
    maySeeDraft(actor, report) ? listChanges(report.id, field) : null,
    listVersions(report.id, cell.part, cell.id),
    listComments(actor, report, field),
  ]);
  const may = { discuss: mayDiscuss(actor, report), flag: mayFlag(actor, report) };
  return { field, title: cell.title, changes, versions, comments, may };
}

/** What a field of the form is called and where it stands. @throws notFound when the form has no such cell. */
export async function findCellOf(report: ReportRow, field: string, client: Queryable = pool) {
  const [part = "", id = ""] = [field.slice(0, field.indexOf(".")), field.slice(field.indexOf(".") + 1)];
  const form = await findForm(report.formId, report.formVersion, client);
  const found = titleIn(form, part, id) ?? (await titleOfCriterion(report, part, id, client));
  if (!found) throw notFound("ô này");
  return { part, id, ...found };
}

function titleIn(form: FormDefinition, part: string, id: string) {
  const section = part === "figures" ? sectionOf(form, id) : undefined;
  const label = section?.indicators.find((indicator) => indicator.id === id)?.label;
  if (section) return { title: `${id} ${label}`, sectionId: section.id };
  const narrative = part === "narratives" && form.narratives.find((each) => each.id === id);
  return narrative ? { title: narrative.title, sectionId: NARRATIVES } : null;
}

async function titleOfCriterion({ subjectGroupId }: ReportRow, part: string, id: string, client: Queryable) {
  const criterion =
    part === "assessments" && (await listCriteria(subjectGroupId, client)).find((criterion) => criterion.id === id);
  return criterion ? { title: `Tiêu chí ${criterion.order}`, sectionId: ASSESSMENT } : null;
}

const listChanges = (reportId: string, field: string) =>
  rows<CellChange>(
    `select campaign_at as at, person_name as "personName", detail->'values'->$2 as value from audit_entry
     where subject_type = 'report' and subject_id = $1 and action = 'report.save' and detail->'values' ? $2 order by id desc limit 50`,
    [reportId, field],
  );

const listVersions = (reportId: string, part: string, id: string) =>
  rows<CellVersion>(
    `select number, sent_at as "sentAt", entered_by_name as "enteredByName", document->$2->$3 as value
     from report_version where report_id = $1 order by number desc limit 20`,
    [reportId, part, id],
  );

/** Comments the actor may see: of one cell, or of all. Oldest first. */
async function listComments(actor: Actor, report: ReportRow, field: string | null = null) {
  if (!mayDiscuss(actor, report)) return [];
  const all = await rows<CommentRow>(
    `select id, field, answers_id as "answersId", at, person_name as "personName", agency_id as "agencyId", agency_name as "agencyName",
       text, follow_up as "followUp", done_at as "doneAt", done_by_name as "doneByName"
     from report_comment where report_id = $1 and ($2::text is null or field = $2) order by at, id limit 500`,
    [report.id, field],
  );
  const begun = new Map(all.map((comment) => [comment.id, comment]));
  return all.filter((comment) =>
    maySeeThread(actor, report, (comment.answersId && begun.get(comment.answersId)) || comment),
  );
}

/** How often each cell was spoken of, by field, as far as the actor may see it. */
export async function countSaid(actor: Actor, report: ReportRow): Promise<Record<string, Said>> {
  const byField = Map.groupBy(await listComments(actor, report), ({ field }) => field);
  return Object.fromEntries(
    [...byField].map(([field, comments]) => [
      field,
      { comments: comments.length, followUps: comments.filter(isOpenFollowUp).length },
    ]),
  );
}

export type FollowUp = CommentRow & { title: string; sectionId: string; anchor: string };

/** What the receiving level still wants to be looked into, with the way to each cell. */
export async function listFollowUps(actor: Actor, report: ReportRow): Promise<FollowUp[]> {
  const open = (await listComments(actor, report)).filter(isOpenFollowUp);
  return Promise.all(
    open.map(async (comment) => {
      const { id, title, sectionId } = await findCellOf(report, comment.field);
      return { ...comment, title, sectionId, anchor: id };
    }),
  );
}

/** Flagged and not yet looked into. */
const isOpenFollowUp = ({ followUp, doneAt }: Pick<CommentRow, "followUp" | "doneAt">) => followUp && !doneAt;
