import "server-only";
import type { Day } from "#lib/dates";
import { pool, type Queryable, row, rows } from "#lib/db";
import { type Actor, hasRole } from "#lib/identity/actor";
import { UUID } from "../nominations/queries.ts";
import { isSecretariat } from "../policy.ts";

export type PublicityRow = {
  id: string;
  agencyId: string;
  agencyName: string;
  path: string;
  title: string;
  startsOn: Day;
  endsOn: Day;
  place: string;
  now: Date;
};

const PUBLICITY = `select p.id, p.agency_id as "agencyId", a.name as "agencyName", a.path, p.title, p.starts_on as "startsOn", p.ends_on as "endsOn",
    p.place, campaign_now() as now from publicity p join agency_on(campaign_today()) a on a.agency_id = p.agency_id`;

/** A list is kept by the secretariat of the agency that published it; its head and those who look after it may read it. */
export const keepsList = (actor: Actor, { agencyId, path }: Pick<PublicityRow, "agencyId" | "path">) =>
  isSecretariat(actor, { holderId: agencyId, holderPath: path });

export async function findPublicity(actor: Actor, id: string, tx?: Queryable): Promise<PublicityRow | null> {
  if (!UUID.test(id)) return null;
  if (tx) await rows("select 1 from publicity where id = $1 for update", [id], tx);
  const list = await row<PublicityRow>(`${PUBLICITY} where p.id = $1`, [id], tx ?? pool);
  if (!list) return null;
  const sees = keepsList(actor, list) || (hasRole(actor, "head") && actor.agency.id === list.agencyId);
  return sees ? list : null;
}

export type PublicityEntryRow = {
  nominationId: string;
  subjectName: string;
  subjectAgencyName: string;
  awardId: string;
  feedback: string | null;
  isComplaint: boolean;
};

export const listEntries = (publicityId: string) =>
  rows<PublicityEntryRow>(
    `select e.nomination_id as "nominationId", s.name as "subjectName", st.short_name as "subjectAgencyName", n.award_id as "awardId", e.feedback,
       e.is_complaint as "isComplaint"
     from publicity_entry e join nomination n on n.id = e.nomination_id join award_subject s on s.id = n.subject_id
     join agency_on(campaign_today()) st on st.agency_id = s.agency_id
     where e.publicity_id = $1 order by s.name collate "vi-x-icu", n.id limit 1000`,
    [publicityId],
  );

export type DossierPublicity = {
  id: string;
  title: string;
  startsOn: Day;
  endsOn: Day;
  place: string;
  feedback: string | null;
  isComplaint: boolean;
};

/** The lists a dossier was made public in. */
export const listPublicitiesOf = (nominationId: string) =>
  rows<DossierPublicity>(
    `select p.id, p.title, p.starts_on as "startsOn", p.ends_on as "endsOn", p.place, e.feedback, e.is_complaint as "isComplaint"
     from publicity_entry e join publicity p on p.id = e.publicity_id where e.nomination_id = $1 order by p.starts_on, p.id`,
    [nominationId],
  );

/** The lists the actor's agency has published, the last ones first. */
export const listPublicities = (actor: Actor) =>
  hasRole(actor, "secretariat", "reporter", "head")
    ? rows<PublicityRow>(
        `${PUBLICITY} where p.agency_id = $1 or (a.path = $2 and $3) order by p.starts_on desc, p.id limit 20`,
        [actor.agency.id, actor.agency.oversight, hasRole(actor, "secretariat")],
      )
    : Promise.resolve([]);
