import "server-only";
import type { Day } from "#lib/dates";
import { pool, type Queryable, row, rows } from "#lib/db";
import { type Actor, hasRole } from "#lib/identity/actor";
import { UUID } from "../nominations/queries.ts";
import { answersFor } from "../policy.ts";

export type ConsultationRow = {
  id: string;
  nominationId: string;
  agencyId: string;
  agencyName: string;
  askedAt: Date;
  dueOn: Day;
  opinion: "agree" | "disagree" | null;
  words: string | null;
  answeredAt: Date | null;
  answeredByName: string | null;
};

const CONSULTATION = `select c.id, c.nomination_id as "nominationId", c.agency_id as "agencyId", a.name as "agencyName", c.asked_at as "askedAt", c.due_on as "dueOn",
    c.opinion, c.words, c.answered_at as "answeredAt", c.answered_by_name as "answeredByName"`;

/** Every opinion asked about a dossier, the first one first. */
export const listConsultations = (nominationId: string, client: Queryable = pool) =>
  rows<ConsultationRow>(
    `${CONSULTATION} from consultation c join agency_on(campaign_today()) a on a.agency_id = c.agency_id
     where c.nomination_id = $1 order by c.asked_at, c.id`,
    [nominationId],
    client,
  );

/** What the consulted agency is shown of a dossier: what the opinion is about, and nothing more. */
export type AskedOpinion = ConsultationRow & {
  subjectName: string;
  subjectDescription: string | null;
  subjectAgencyName: string;
  awardId: string;
  achievement: string;
  askedByName: string;
  proposerName: string;
  status: string;
  path: string;
  now: Date;
};

const ASKED = `${CONSULTATION}, s.name as "subjectName", s.description as "subjectDescription", st.name as "subjectAgencyName", n.award_id as "awardId",
    n.achievement, h.name as "askedByName", t.name as "proposerName", n.status, t.path, campaign_now() as now
  from consultation c join nomination n on n.id = c.nomination_id join award_subject s on s.id = n.subject_id
  join agency_on(campaign_today()) a on a.agency_id = c.agency_id
  join agency_on(campaign_today()) st on st.agency_id = s.agency_id
  join agency_on(campaign_today()) h on h.agency_id = n.holder_id
  join agency_on(campaign_today()) t on t.agency_id = n.agency_id`;

/** The opinion asked of the actor's agency, or null. With a transaction it is held. */
export async function findConsultation(actor: Actor, id: string, tx?: Queryable): Promise<AskedOpinion | null> {
  if (!UUID.test(id)) return null;
  if (tx) await rows("select 1 from consultation where id = $1 for update", [id], tx);
  const found = await row<AskedOpinion>(`${ASKED} where c.id = $1`, [id], tx ?? pool);
  return found && answersFor(actor, found) ? found : null;
}

/** Opinions asked of the actor's agency: those that wait first. */
export const listAskedOpinions = (actor: Actor) =>
  hasRole(actor, "head", "secretariat", "recipientOfficer")
    ? rows<AskedOpinion>(
        `${ASKED} where c.agency_id = $1 order by c.answered_at is not null, c.due_on, c.id limit 100`,
        [actor.agency.id],
      )
    : Promise.resolve([]);
