import "server-only";
import type { SubjectKind } from "#generated/prisma/enums";
import { searchPatterns } from "#lib/agencies/rules";
import type { Day } from "#lib/dates";
import { rows } from "#lib/db";

export const PUBLISHED_A_PAGE = 50;

/** What the decision itself says and nothing more: no year of birth, no sex, no money, nothing of the dossier. */
export type Published = {
  id: string;
  subjectName: string;
  subjectKind: SubjectKind;
  agencyName: string;
  awardName: string;
  achievement: string | null;
  decisionNumber: string;
  decidedOn: Day;
  decidedBy: string;
  total: number;
};

/** Decided, published awards that stand, for everybody; revoked ones are gone from it. */
export const listPublished = ({ q, page }: { q: string; page: number }) =>
  rows<Published>(
    `select a.id, s.name as "subjectName", s.kind as "subjectKind", t.name as "agencyName", coalesce(w.name, a.award_id) as "awardName", a.achievement,
       a.decision_number as "decisionNumber", a.decided_on as "decidedOn", a.decided_by as "decidedBy", count(*) over () as total
     from award_record a join award_decision d on d.id = a.decision_id
     join award_subject s on s.id = a.subject_id join agency_on(campaign_today()) t on t.agency_id = s.agency_id
     left join nomination n on n.id = a.nomination_id left join rule_set r on r.id = n.rule_set_id left join rule_set b on b.id = r.base_id
     left join lateral (select e ->> 'name' as name from jsonb_array_elements(coalesce(b.definition, r.definition) -> 'awards') e where e ->> 'id' = a.award_id limit 1) w on true
     where d.published_at is not null and d.published_at <= campaign_now() and a.revoked_on is null
       and (' ' || s.search_text || ' ' || t.search_text || ' ' || translate(lower(a.decision_number), 'đ/-.', 'd   ')) like all ($1::text[])
     order by a.decided_on desc, d.id, case s.kind when 'collective' then 1 when 'household' then 2 else 3 end, s.name collate "vi-x-icu", a.id
     limit ${PUBLISHED_A_PAGE} offset $2`,
    [searchPatterns(q), (page - 1) * PUBLISHED_A_PAGE],
  );
