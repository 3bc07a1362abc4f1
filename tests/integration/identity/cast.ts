import { rows, transaction } from "#lib/db";
import type { Actor, Role } from "#lib/identity/actor";
import { hashPassword } from "#lib/identity/passwords";
import { findActor } from "#lib/identity/session";
import { sessionIdOfToken } from "#lib/identity/session-cookie";
import { type SignInTry, signIn } from "#lib/identity/sign-in/service";

export const PASSWORD = "Mùa thu Hà Nội 2026";
const passwordHash = hashPassword(PASSWORD);

/** Removes everybody, and the traces that nothing but a test may remove. */
export const nobody = () =>
  transaction(async (tx) => {
    await tx.query("set local session_replication_role = 'replica'");
    await tx.query("truncate audit_entry, sign_in_throttle, session, assignment, person cascade");
  });

export type Holding = `${Role}@${string}`;

/** A person with these roles, the first one the oldest. The password is PASSWORD. */
export async function aPerson(username: string, ...held: Holding[]): Promise<string> {
  const [person] = await rows<{ id: string }>(
    "insert into person (username, full_name, password_hash, must_change_password) values ($1, $2, $3, false) returning id",
    [username, `Người ${username}`, await passwordHash],
  );
  if (!person) throw new Error("not inserted");
  for (const [index, holding] of held.entries()) {
    const [role, agencyId] = holding.split("@");
    await rows(
      "insert into assignment (person_id, agency_id, role, started_at) values ($1, $2, $3::role, now() - interval '1 day' + make_interval(secs => $4))",
      [person.id, agencyId, role, index],
    );
  }
  return person.id;
}

let places = 0;

/** A right sign-in from a place of its own, unless told otherwise. */
export const aTry = (username: string, overrides: Partial<SignInTry> = {}): SignInTry => ({
  username,
  password: PASSWORD,
  address: `10.0.0.${++places}`,
  userAgent: "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0",
  deviceFor: () => null,
  ...overrides,
});

/** Signs in and answers who acts. */
export async function signedIn(username: string): Promise<Actor> {
  const result = await signIn(aTry(username));
  if (result.outcome !== "signedIn") throw new Error(`not signed in: ${result.outcome}`);
  const actor = await findActor(sessionIdOfToken(result.token));
  if (!actor) throw new Error("no actor");
  return actor;
}

export const isSignedIn = async (actor: Actor) => (await findActor(actor.sessionId)) !== null;

export const actionsRecorded = async (subjectId: string) =>
  (await rows<{ action: string }>("select action from audit_entry where subject_id = $1 order by id", [subjectId])).map(
    ({ action }) => action,
  );

export const versionOf = async (id: string) =>
  (await rows<{ version: number }>("select version from person where id = $1", [id]))[0]?.version ?? 0;
