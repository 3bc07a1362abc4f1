import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { row } from "#lib/db";
import { UserFacingError } from "#lib/errors";
import type { ActingAgency, Actor, Role } from "#lib/identity/actor";
import { heldAgencies } from "#lib/identity/people/sql";
import { cookieOf, sessionCookieName, sessionIdOfCookie } from "#lib/identity/session-cookie";

/** Two hours without a request end a session: someone has left the desk. */
export const IDLE_MINUTES = 120;
const TOUCH_EVERY_MINUTES = 5;

/** SQL condition: the row `s` of `session` still lives. Real time counts, not the campaign's clock. */
export const liveSession = `s.revoked_at is null and s.expires_at > now() and s.last_seen_at > now() - interval '${IDLE_MINUTES} minutes'`;

/**
 * Who sends this request, or null.
 * @throws UserFacingError 403 if the person must change the password first, unless `allowPasswordChange`.
 */
export async function actorOf(request: Request, { allowPasswordChange = false } = {}): Promise<Actor | null> {
  const sessionId = await sessionIdOf(request);
  const actor = sessionId ? await findActor(sessionId) : null;
  if (actor?.mustChangePassword && !allowPasswordChange) {
    throw new UserFacingError(403, "Đồng chí cần đổi mật khẩu được cấp trước khi làm việc. Hãy mở trang Đổi mật khẩu.");
  }
  return actor;
}

/** The session row id a request names, without asking the database whether it lives. */
export const sessionIdOf = (request: Request): Promise<string | null> =>
  sessionIdOfCookie(cookieOf(request.headers, sessionCookieName()));

/** The actor of a page, read once per request. Sends a stranger to sign in, and a new person to the password page. */
export async function requireActor(): Promise<Actor> {
  const actor = await actorOfPage();
  if (!actor) redirect(await signInAddress());
  if (actor.mustChangePassword) redirect("/password");
  return actor;
}

/** The actor of a page, or null; also one who must change the password. */
export const actorOfPage = cache(async (): Promise<Actor | null> => {
  const sessionId = await sessionIdOfCookie((await cookies()).get(sessionCookieName())?.value);
  return sessionId ? findActor(sessionId) : null;
});

/** Leads back to the page they wanted: our server writes its path into the request, which a page cannot see by itself. */
async function signInAddress() {
  const path = (await headers()).get("x-path")?.replace(/[?&]_rsc=[^&]*/, ""); // Next's own mark of a navigation in the page
  return path ? `/sign-in?callbackUrl=${encodeURIComponent(path)}` : "/sign-in";
}

type SessionRow = Pick<Actor, "personId" | "fullName" | "position" | "username" | "mustChangePassword"> & {
  agencyId: string | null;
  agencies: (ActingAgency & { roles: Role[] })[] | null;
};

/** The person behind a living session, with today's agencies and roles: one statement, which also notes that they were here. */
export async function findActor(sessionId: string): Promise<Actor | null> {
  const session = await row<SessionRow>(
    `with touched as (
       update session s set last_seen_at = now()
        where s.id = $1 and s.last_seen_at < now() - interval '${TOUCH_EVERY_MINUTES} minutes' and ${liveSession})
     select p.id as "personId", p.full_name as "fullName", p.position, p.username,
            p.must_change_password as "mustChangePassword", s.agency_id as "agencyId", held.agencies
       from session s
       join person p on p.id = s.person_id and p.locked_at is null
       cross join ${heldAgencies("p.id", "held")}
      where s.id = $1 and ${liveSession}`,
    [sessionId],
  );
  return session && toActor(sessionId, session);
}

/** Acts for the agency chosen in the session, or for the first one if that role has ended; null when none is left. */
function toActor(sessionId: string, { agencyId, agencies, ...person }: SessionRow): Actor | null {
  const acting = agencies?.find(({ id }) => id === agencyId) ?? agencies?.[0];
  if (!agencies || !acting) return null;
  const { roles, ...agency } = acting;
  return {
    ...person,
    sessionId,
    agency,
    roles,
    agencies: agencies.map(({ id, name, roles }) => ({ id, name, roles })),
  };
}
