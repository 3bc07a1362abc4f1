import "server-only";
import { randomBytes } from "node:crypto";
import { row, rows, transaction } from "#lib/db";
import { UserFacingError } from "#lib/errors";
import { verifyPassword } from "#lib/identity/passwords";
import { SESSION_HOURS, sessionIdOfToken } from "#lib/identity/session-cookie";
import { newDevice } from "#lib/identity/sign-in/device";
import {
  delaySeconds,
  FORGOTTEN_AFTER_HOURS,
  isClearedBySuccess,
  scopeOf,
  simultaneousTries,
  throttleKeys,
} from "#lib/identity/sign-in/rules";
import { clean } from "#lib/text";

export type SignInTry = {
  username: string;
  password: string;
  address: string;
  userAgent: string | null;
  deviceFor: (username: string) => string | null;
};

export type SignInResult =
  | { outcome: "signedIn"; personId: string; username: string; token: string; device: string }
  | { outcome: "wrong" | "locked" | "noRole" | "busy" }
  | { outcome: "wait"; seconds: number };

/** Opens a session for the right name and password; otherwise says why not, and never whether the name exists. */
export async function signIn({ password, address, userAgent, deviceFor, ...tried }: SignInTry): Promise<SignInResult> {
  const username = clean(tried.username).toLowerCase().slice(0, 100);
  const device = deviceFor(username);
  const keys = Object.values(throttleKeys({ username, address, device })).sort();
  const { failures, wait, ...person } = await findForSignIn(username, keys);
  if (wait > 0) return { outcome: "wait", seconds: Math.ceil(wait) };

  return withFewTries(username, simultaneousTries(failures), async () => {
    const right = await verifyPassword(person.passwordHash, password);
    if (!right || !person.id) return refuse(person, keys, address);
    if (person.lockedAt) return { outcome: "locked" };
    if (!person.agencyId) return { outcome: "noRole" };
    const token = await openSession(person as Known, { keys, address, userAgent });
    return { outcome: "signedIn", personId: person.id, username, token, device: device ?? newDevice() };
  });
}

type Found = {
  id: string | null;
  fullName: string;
  passwordHash: string | null;
  lockedAt: Date | null;
  /** the first agency the person has a role in, and its path */
  agencyId: string | null;
  path: string | null;
};
type Known = Found & { id: string; agencyId: string; path: string };

/**
 * The person of that name (or nobody), the most mistakes counted against the name and the longest wait in seconds: always one row.
 * The wait is measured by the running clock: now() may be older than a mistake this statement already sees, and would make a wait of it.
 */
async function findForSignIn(username: string, keys: string[]): Promise<Found & { failures: number; wait: number }> {
  const found = await row<Found & { failures: number; wait: number }>(
    `select p.id, p.full_name as "fullName", p.password_hash as "passwordHash", p.locked_at as "lockedAt", held.agency_id as "agencyId", held.path,
            counted.failures, counted.wait
       from (select coalesce(max(failures) filter (where key not like 'address:%'), 0) as failures, coalesce(max(extract(epoch from blocked_until - clock_timestamp())), 0)::float8 as wait
               from sign_in_throttle where key = any($2) and updated_at > now() - interval '${FORGOTTEN_AFTER_HOURS} hours') counted
       left join person p on lower(p.username) = $1
       left join lateral (
         select t.agency_id, t.path from assignment a cross join (select campaign_today() as day) today cross join lateral agency_on(today.day) t
          where a.person_id = p.id and a.ended_at is null and t.agency_id = a.agency_id
          order by a.started_at, a.agency_id limit 1) held on true`,
    [username, keys],
  );
  if (!found) throw new Error("The sign-in query answers one row, whoever asks.");
  return found;
}

/** Session, audit entry and the end of the throttle in one statement. Answers the token for the cookie. */
async function openSession(
  person: Known,
  { keys, address, userAgent }: { keys: string[]; address: string; userAgent: string | null },
) {
  const token = randomBytes(32).toString("base64url");
  await rows(
    `with opened as (
       insert into session (id, person_id, agency_id, expires_at, user_agent) values ($1, $2, $3, now() + interval '${SESSION_HOURS} hours', $4)),
     cleared as (delete from sign_in_throttle where key = any($5))
     insert into audit_entry (campaign_at, person_id, person_name, agency_id, action, subject_type, subject_id, scope_path, detail)
     values (campaign_now(), $2, $6, $3, 'session.start', 'person', $2::text, $7, $8)`,
    [
      sessionIdOfToken(token),
      person.id,
      person.agencyId,
      userAgent?.slice(0, 300) ?? null,
      keys.filter(isClearedBySuccess),
      person.fullName,
      person.path,
      JSON.stringify({ address }),
    ],
  );
  return token;
}

/** Counts the mistake, sets the wait it costs, and leaves a trace for the administrators of a person who exists. */
async function refuse(person: Found, keys: string[], address: string): Promise<SignInResult> {
  await transaction(async (tx) => {
    await countMistake(keys, tx);
    if (!person.id) return;
    await rows(
      `insert into audit_entry (campaign_at, person_name, action, subject_type, subject_id, scope_path, detail)
       values (campaign_now(), 'Chưa đăng nhập', 'session.refuse', 'person', $1, $2, $3)`,
      [person.id, person.path ?? "/VN/", JSON.stringify({ address })],
      tx,
    );
  });
  return { outcome: "wrong" };
}

/** Adds a mistake to each key, and the wait that it costs. Keys come sorted, so that two counts never wait for each other. */
export async function countMistake(keys: string[], tx: Parameters<typeof rows>[2]) {
  const counted = await rows<{ key: string; failures: number }>(
    `insert into sign_in_throttle as t (key, failures, blocked_until, updated_at) select key, 1, now(), now() from unnest($1::text[]) key
     on conflict (key) do update set updated_at = now(),
       failures = case when t.updated_at < now() - interval '${FORGOTTEN_AFTER_HOURS} hours' then 1 else t.failures + 1 end
     returning key, failures`,
    [keys],
    tx,
  );
  const seconds = counted.map(({ key, failures }) => delaySeconds(scopeOf(key), failures));
  await rows(
    `update sign_in_throttle t set blocked_until = now() + make_interval(secs => w.seconds)
       from unnest($1::text[], $2::float8[]) w (key, seconds) where t.key = w.key`,
    [counted.map(({ key }) => key), seconds],
    tx,
  );
  await forgetOldMistakes(tx);
}

/** Names nobody has, tried once by a stranger, are not kept. */
async function forgetOldMistakes(tx: Parameters<typeof rows>[2]) {
  if (Math.random() > 0.02) return;
  await rows(
    `delete from sign_in_throttle where key in
    (select key from sign_in_throttle where updated_at < now() - interval '${FORGOTTEN_AFTER_HOURS} hours' for update skip locked)`,
    [],
    tx,
  );
}

const underWay = new Map<string, number>();

/** Many guesses at once would all be checked before the first is counted. */
async function withFewTries(username: string, limit: number, work: () => Promise<SignInResult>): Promise<SignInResult> {
  const now = underWay.get(username) ?? 0;
  if (now >= limit) return { outcome: "busy" };
  underWay.set(username, now + 1);
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserFacingError && error.status === 429) return { outcome: "busy" };
    throw error;
  } finally {
    const left = (underWay.get(username) ?? 1) - 1;
    if (left > 0) underWay.set(username, left);
    else underWay.delete(username);
  }
}
