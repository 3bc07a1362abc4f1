import "server-only";
import { row, rows } from "#lib/db";
import { type Actor, hasRole } from "#lib/identity/actor";

export type OwnReminder = {
  id: string;
  reportId: string;
  reportName: string;
  periodId: string;
  sentAt: Date;
  agencyName: string;
  personName: string;
  message: string;
};

/** What the actor's agency was reminded of and has not answered by sending; the latest reminder of each report. */
export const listOwnReminders = (actor: Actor): Promise<OwnReminder[]> =>
  hasRole(actor, "reporter", "head", "consolidator")
    ? rows<OwnReminder>(
        `select distinct on (x.report_id) n.id, x.report_id as "reportId", t.short_name as "reportName", r.period_id as "periodId", n.sent_at as "sentAt",
           n.agency_name as "agencyName", n.person_name as "personName", n.message
         from reminder_report x join reminder n on n.id = x.reminder_id
         join report r on r.id = x.report_id and r.withdrawn_at is null
         join agency_on(campaign_today()) t on t.agency_id = r.agency_id
         where x.agency_id = $1
           and not exists (select from report_version v where v.report_id = r.id and v.sent_at > n.sent_at)
         order by x.report_id, n.sent_at desc limit 50`,
        [actor.agency.id],
      )
    : Promise.resolve([]);

export type SentReminder = {
  id: string;
  sentAt: Date;
  personName: string;
  message: string;
  listTitle: string;
  listAddress: string;
  units: number;
  /** units that have sent a report since */
  answered: number;
  mailed: number;
  waiting: number;
  failed: number;
};

const SENT = `
  select n.id, n.sent_at as "sentAt", n.person_name as "personName", n.message, n.list_title as "listTitle", n.list_address as "listAddress",
    count(*) as units,
    count(*) filter (where exists (select from report_version v where v.report_id = x.report_id and v.sent_at > n.sent_at)) as answered,
    count(m.sent_at) as mailed, count(*) filter (where m.id is not null and m.sent_at is null and m.failed_at is null) as waiting, count(m.failed_at) as failed
  from reminder n join reminder_report x on x.reminder_id = n.id
  left join mail m on m.key = 'reminder:' || n.id || ':' || x.report_id`;

/** The reminders of the actor's agency, the latest first. */
export const listSentReminders = (actor: Actor) =>
  rows<SentReminder>(`${SENT} where n.agency_id = $1 group by n.id order by n.sent_at desc limit 200`, [
    actor.agency.id,
  ]);

/** A reminder of the actor's agency; null when it is somebody else's. */
export const findSentReminder = (actor: Actor, id: string) =>
  row<SentReminder>(`${SENT} where n.agency_id = $1 and n.id::text = $2 group by n.id`, [actor.agency.id, id]);

export type RemindedUnit = {
  reportId: string;
  name: string;
  answeredAt: Date | null;
  mail: "none" | "sent" | "waiting" | "failed";
  problem: string | null;
};

/** Every unit of a reminder: whether it has sent since, and what became of the letter. */
export const listRemindedUnits = (id: string) =>
  rows<RemindedUnit>(
    `select x.report_id as "reportId", t.short_name as name,
       (select min(v.sent_at) from report_version v where v.report_id = x.report_id and v.sent_at > n.sent_at) as "answeredAt",
       case when m.id is null then 'none' when m.sent_at is not null then 'sent' when m.failed_at is not null then 'failed' else 'waiting' end as mail, m.last_error as problem
     from reminder_report x join reminder n on n.id = x.reminder_id
     join agency_on(campaign_today()) t on t.agency_id = x.agency_id
     left join mail m on m.key = 'reminder:' || n.id || ':' || x.report_id
     where n.id = $1::uuid order by t.path`,
    [id],
  );
