import "server-only";
import type { SubjectKind } from "#generated/prisma/enums";
import { searchPatterns } from "#lib/agencies/rules";
import type { Day } from "#lib/dates";
import { pool, type Queryable, row, rows } from "#lib/db";
import { refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { fold } from "#lib/text";
import { UUID } from "../nominations/queries.ts";
import { maySeeSubject, scopeOfSubjects } from "./policy.ts";
import { likenessOf } from "./rules.ts";

export type SubjectRow = {
  id: string;
  kind: SubjectKind;
  name: string;
  agencyId: string;
  agencyName: string;
  path: string;
  description: string | null;
  birthYear: number | null;
  isWoman: boolean | null;
  isDirectWorker: boolean | null;
  members: number | null;
  womenMembers: number | null;
};

const SUBJECT = `select s.id, s.kind, s.name, s.agency_id as "agencyId", a.name as "agencyName", a.path, s.description, s.birth_year as "birthYear",
    s.is_woman as "isWoman", s.is_direct_worker as "isDirectWorker", s.members, s.women_members as "womenMembers"
  from award_subject s join agency_on(campaign_today()) a on a.agency_id = s.agency_id`;

/** The subject, or null: also when it is not the actor's to look up. With a transaction it is held. */
export async function findSubject(actor: Actor, id: string, tx?: Queryable): Promise<SubjectRow | null> {
  if (!UUID.test(id)) return null;
  if (tx) await rows("select 1 from award_subject where id = $1 for update", [id], tx);
  const subject = await row<SubjectRow>(`${SUBJECT} where s.id = $1`, [id], tx ?? pool);
  return subject && maySeeSubject(actor, subject) ? subject : null;
}

const MOST = 30;

/** Subjects whose name or agency begins with the words of a search, in the actor's part of the tree. */
export const searchSubjects = (actor: Actor, typed: string) =>
  rows<SubjectRow>(
    `${SUBJECT} where starts_with(a.path, $1) and (' ' || s.search_text || ' ' || a.search_text) like all ($2::text[])
     order by s.name collate "vi-x-icu", s.id limit ${MOST}`,
    [scopeOfSubjects(actor), searchPatterns(typed)],
  );

type Candidate = { kind: SubjectKind; name: string; birthYear: number | null; agencyId: string };

/**
 * Who may be meant by each candidate already: the same folded name and kind in the part of the tree the actor may look up.
 * One statement, whatever the number of candidates. The answers stand in the order of the candidates.
 */
export async function findAlike(actor: Actor, candidates: Candidate[], client: Queryable = pool) {
  const names = [...new Set(candidates.map(({ name }) => fold(name)))];
  const known = await rows<SubjectRow>(
    `${SUBJECT} where starts_with(a.path, $1) and s.search_text = any($2::text[]) order by s.id`,
    [scopeOfSubjects(actor), names],
    client,
  );
  const byName = new Map<string, SubjectRow[]>();
  for (const subject of known) {
    const key = fold(subject.name);
    byName.set(key, [...(byName.get(key) ?? []), subject]);
  }
  return candidates.map((candidate) =>
    (byName.get(fold(candidate.name)) ?? []).flatMap((subject) => {
      const likeness = likenessOf(candidate, subject);
      return likeness ? [{ subject, likeness }] : [];
    }),
  );
}

export type PlacedAgency = { id: string; name: string; path: string };

/** The one agency in force that a code or a name means, in the actor's part of the tree. @throws refused at `agency` when none or several are meant. */
export async function findAgencyMeant(actor: Actor, typed: string, client: Queryable = pool): Promise<PlacedAgency> {
  const [meant] = await findAgenciesMeant(actor, [typed], client);
  if (meant?.length !== 1 || !meant[0])
    throw refused("Chưa rõ cơ quan.", [
      {
        field: "agency",
        message: `Cơ quan: “${typed}” ${meant?.length ? "trùng ở nhiều nơi; hãy nhập mã cơ quan." : "không có trong phạm vi của cơ quan đồng chí; hãy nhập mã hoặc tên đầy đủ."}`,
      },
    ]);
  return meant[0];
}

/** For each code or name the agencies of the actor's part of the tree it means: by code, otherwise by its whole name. */
export async function findAgenciesMeant(actor: Actor, typed: string[], client: Queryable = pool) {
  const found = await rows<PlacedAgency & { shortName: string }>(
    `select agency_id as id, name, short_name as "shortName", path from agency_on(campaign_today())
     where starts_with(path, $1) and (agency_id = any($2::text[]) or lower(name) = any($3::text[]) or lower(short_name) = any($3::text[])) order by path`,
    [scopeOfSubjects(actor), typed.map((text) => text.toUpperCase()), typed.map((text) => text.toLowerCase())],
    client,
  );
  return typed.map((text) => {
    const byCode = found.filter(({ id }) => id === text.toUpperCase());
    if (byCode.length > 0) return byCode;
    const named = found.filter(({ name, shortName }) =>
      [name, shortName].some((known) => known.toLowerCase() === text.toLowerCase()),
    );
    return named;
  });
}

export type HoldRow = {
  id: string;
  kind: string;
  reason: string;
  source: string;
  placedAt: Date;
  placedByName: string;
  agencyId: string;
  liftedAt: Date | null;
  liftedByName: string | null;
  conclusion: string | null;
};

export const listHolds = (subjectId: string, client: Queryable = pool) =>
  rows<HoldRow>(
    `select id, kind, reason, source, placed_at as "placedAt", placed_by_name as "placedByName", agency_id as "agencyId",
       lifted_at as "liftedAt", lifted_by_name as "liftedByName", conclusion
     from award_hold where subject_id = $1 order by placed_at desc, id`,
    [subjectId],
    client,
  );

export type RecordRow = {
  id: string;
  awardId: string;
  category: string;
  decisionNumber: string;
  decidedOn: Day;
  decidedBy: string;
  achievement: string | null;
  revokedOn: Day | null;
  origin: string;
};

export const listRecords = (subjectId: string) =>
  rows<RecordRow>(
    `select id, award_id as "awardId", category, decision_number as "decisionNumber", decided_on as "decidedOn", decided_by as "decidedBy",
       achievement, revoked_on as "revokedOn", origin from award_record where subject_id = $1 order by decided_on desc, id`,
    [subjectId],
  );
