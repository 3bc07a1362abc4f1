import "server-only";
import type { SubjectKind } from "#generated/prisma/enums";
import { rows } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import { readsDecisions } from "../decisions/policy.ts";
import { scopeOfSubjects } from "../subjects/policy.ts";

/** Awards of one form to one kind of subject. Shares are counts of those of whom it is known: nothing is guessed for the others. */
export type AwardStatistic = {
  awardId: string;
  kind: SubjectKind;
  awards: number;
  /** individuals: women, of those whose sex is recorded */
  women: number;
  sexKnown: number;
  /** direct workers, of those of whom it is recorded */
  directWorkers: number;
  workKnown: number;
  /** collectives: women among members, where both numbers are recorded */
  womenMembers: number;
  members: number;
  /** đồng, of the awards whose bonus is known */
  bonus: number;
  revoked: number;
};

/** What agencies of the actor's part of the tree received by decisions of a year; revoked awards are counted apart. */
export const countAwards = (actor: Actor, year: number) =>
  readsDecisions(actor)
    ? rows<AwardStatistic>(
        `select a.award_id as "awardId", s.kind,
           count(*) filter (where live) as awards,
           count(*) filter (where live and s.kind = 'individual' and s.is_woman) as women,
           count(*) filter (where live and s.kind = 'individual' and s.is_woman is not null) as "sexKnown",
           count(*) filter (where live and s.kind <> 'collective' and s.is_direct_worker) as "directWorkers",
           count(*) filter (where live and s.kind <> 'collective' and s.is_direct_worker is not null) as "workKnown",
           coalesce(sum(s.women_members) filter (where live and s.members is not null and s.women_members is not null), 0)::int as "womenMembers",
           coalesce(sum(s.members) filter (where live and s.members is not null and s.women_members is not null), 0)::int as members,
           coalesce(sum(a.bonus) filter (where live), 0)::bigint as bonus,
           count(*) filter (where not live) as revoked
         from award_record a cross join lateral (select a.revoked_on is null as live) l
         join award_subject s on s.id = a.subject_id join agency_on(campaign_today()) t on t.agency_id = s.agency_id
         where starts_with(t.path, $1) and extract(year from a.decided_on) = $2
         group by a.award_id, s.kind order by a.award_id, s.kind`,
        [scopeOfSubjects(actor), year],
      )
    : Promise.resolve([]);
