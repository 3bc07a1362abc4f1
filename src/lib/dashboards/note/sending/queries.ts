import "server-only";
import { rows } from "#lib/db";
import type { ActingAgency, Role } from "#lib/identity/actor";
import { heldAgencies } from "#lib/identity/people/sql";
import type { Sending } from "../rules.ts";

/** A subscription whose hour has come, with what its person does where today. */
export type Due = {
  id: string;
  scopeId: string;
  address: string;
  agencies: (ActingAgency & { roles: Role[] })[] | null;
};

/** How many are sent at a time; the others wait for the next run a few minutes later. */
const MOST = 500;

/**
 * Subscriptions whose hour of the day has come since they were last changed, and that had no note today. People whose account is
 * locked get none, and keep their subscription. One statement.
 */
export const listDue = ({ day, startsAt, hour, isWeekend }: Sending) =>
  rows<Due>(
    `select s.id, s.scope_id as "scopeId", s.address, held.agencies
     from note_subscription s join person p on p.id = s.person_id and p.locked_at is null
     cross join ${heldAgencies("p.id", "held")}
     where s.ended_at is null and s.hour <= $3 and not (s.weekdays_only and $4::bool)
       and s.changed_at < $2::timestamptz + s.hour * interval '1 hour'
       and not exists (select from note_sending n where n.subscription_id = s.id and n.day = $1::date)
     order by s.hour, s.id limit ${MOST}`,
    [day, startsAt, hour, isWeekend],
  );
