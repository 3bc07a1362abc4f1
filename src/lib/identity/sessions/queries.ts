import "server-only";
import { rows } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import { liveSession } from "#lib/identity/session";

export type OwnSession = {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  userAgent: string | null;
  agencyName: string | null;
};

/** The actor's sessions that still live, the latest used first. */
export const listSessions = (actor: Actor) =>
  rows<OwnSession>(
    `select s.id, s.created_at as "createdAt", s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt", s.user_agent as "userAgent",
            (select t.name from agency_on(campaign_today()) t where t.agency_id = s.agency_id) as "agencyName"
       from session s where s.person_id = $1 and ${liveSession} order by s.last_seen_at desc limit 100`,
    [actor.personId],
  );
