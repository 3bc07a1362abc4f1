import "server-only";
import type { SubjectKind } from "#generated/prisma/enums";
import { searchPatterns } from "#lib/agencies/rules";
import type { Day } from "#lib/dates";
import { pool, type Queryable, rows } from "#lib/db";
import { type Actor, hasRole } from "#lib/identity/actor";
import { scopeOfSubjects } from "../subjects/policy.ts";
import { findAgenciesMeant, findAlike, type PlacedAgency, type SubjectRow } from "../subjects/queries.ts";
import type { RegisterLine } from "./rules.ts";
import type { RegisterFilter } from "./schema.ts";

export const RECORDS_A_PAGE = 50;

export type ListedRecord = {
  id: string;
  subjectId: string;
  subjectName: string;
  subjectKind: SubjectKind;
  agencyName: string;
  awardId: string;
  decisionNumber: string;
  decidedOn: Day;
  decidedBy: string;
  achievement: string | null;
  revokedOn: Day | null;
  origin: string;
  total: number;
};

/** Who received what, in the actor's part of the tree; words of the search begin words of the name, the agency or the decision, without diacritics. */
export function listRegister(actor: Actor, { q, award, year, page }: RegisterFilter) {
  if (!hasRole(actor, "reporter", "head", "secretariat", "reader")) return Promise.resolve([]);
  return rows<ListedRecord>(
    `select a.id, s.id as "subjectId", s.name as "subjectName", s.kind as "subjectKind", t.short_name as "agencyName", a.award_id as "awardId",
       a.decision_number as "decisionNumber", a.decided_on as "decidedOn", a.decided_by as "decidedBy", a.achievement,
       a.revoked_on as "revokedOn", a.origin, count(*) over () as total
     from award_record a join award_subject s on s.id = a.subject_id join agency_on(campaign_today()) t on t.agency_id = s.agency_id
     where starts_with(t.path, $1) and (' ' || s.search_text || ' ' || t.search_text || ' ' || translate(lower(a.decision_number), 'đ/-.', 'd   ')) like all ($2::text[])
       and ($3::text is null or a.award_id = $3) and ($4::int is null or extract(year from a.decided_on) = $4)
     order by a.decided_on desc, s.name collate "vi-x-icu", a.id limit ${RECORDS_A_PAGE} offset $5`,
    [scopeOfSubjects(actor), searchPatterns(q), award ?? null, year ?? null, (page - 1) * RECORDS_A_PAGE],
  );
}

/** A line that was read, with the agency it means and who may be meant already. */
export type PlacedLine = RegisterLine & {
  meant: PlacedAgency[];
  alike: { subject: SubjectRow; likeness: "same" | "likely" }[];
  /** ids of those of them that have this decision in the register already */
  known: string[];
};

/** Finds for each line its agency, likely duplicates, and whether the register has it: three statements, whatever the number of lines. */
export async function placeLines(actor: Actor, lines: RegisterLine[], client: Queryable = pool): Promise<PlacedLine[]> {
  const agencies = [...new Set(lines.map(({ agency }) => agency))];
  const meant = new Map(
    (await findAgenciesMeant(actor, agencies, client)).map((found, index) => [agencies[index], found]),
  );
  const placed = lines.map((line) => ({ ...line, meant: meant.get(line.agency) ?? [] }));
  const alike = await findAlike(
    actor,
    placed.map(({ kind, name, birthYear, meant: [agency] }) => ({ kind, name, birthYear, agencyId: agency?.id ?? "" })),
    client,
  );
  const subjects = alike.flatMap((found) => found.map(({ subject }) => subject.id));
  const known = await rows<{ subjectId: string; decisionNumber: string; decidedOn: Day }>(
    `select subject_id as "subjectId", decision_number as "decisionNumber", decided_on as "decidedOn" from award_record where subject_id = any($1::uuid[])`,
    [subjects],
    client,
  );
  const keys = new Set(
    known.map(({ subjectId, decisionNumber, decidedOn }) => `${subjectId} ${decidedOn} ${decisionNumber}`),
  );
  return placed.map((line, index) => ({
    ...line,
    alike: alike[index] ?? [],
    known: (alike[index] ?? [])
      .map(({ subject }) => subject.id)
      .filter((id) => keys.has(`${id} ${line.decidedOn} ${line.decisionNumber}`)),
  }));
}
