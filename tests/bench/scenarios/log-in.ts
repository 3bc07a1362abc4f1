import { randomBytes } from "node:crypto";
import { demonstrationPassword } from "#lib/demonstration/accounts";
import { verifyPassword } from "#lib/identity/passwords";
import { jsonOf } from "../http-client.ts";
import type { Scenario } from "../scenario.ts";
import { only, prepared } from "../sql.ts";
import { listRows } from "../stage.ts";

type Plan = { usernames: string[]; hash: string };

/** Fictitious people sign in, each time another: the form's token, then name and password, and a session that works. */
export const logIn: Scenario<Plan> = {
  name: "log-in",
  users: [1, 16],
  aim: { text: "≥ 70 % of hashing", met: ({ share }) => (share ?? 0) >= 0.7 },
  prepare: async (stage) => {
    const people = await listRows<{ username: string; hash: string }>(
      stage,
      "select username, password_hash as hash from person where username like 'canbo.%' and fictitious order by username limit 3000",
    );
    return { usernames: people.map(({ username }) => username), hash: people[0]?.hash ?? "" };
  },
  http: (client, { usernames }) => {
    const next = inTurn(usernames);
    return async () => {
      const start = await client({ path: "/api/auth/csrf" });
      const { csrfToken } = jsonOf<{ csrfToken: string }>(start);
      const cookie = (start.headers["set-cookie"] ?? []).map((each) => each.split(";")[0]).join("; ");
      const answer = await client({
        path: "/api/auth/callback/credentials",
        cookie,
        form: { csrfToken, username: next(), password: demonstrationPassword, json: "true" },
      });
      if (!answer.headers["set-cookie"]?.some((each) => each.startsWith("next-auth.session-token=")))
        throw new Error("Signing in gave no session.");
    };
  },
  sql: (pool, { usernames }) => {
    const next = inTurn(usernames);
    const [find, open] = [prepared(pool, FIND), prepared(pool, OPEN)];
    return async () => {
      const person = only(await find([next()]));
      if (!(await verifyPassword(person.password_hash, demonstrationPassword)))
        throw new Error("The password is wrong.");
      await open([randomBytes(32).toString("hex"), person.id, person.agency_id, person.full_name]);
    };
  },
  bound: {
    name: "hashing alone",
    work:
      ({ hash }) =>
      async () => {
        if (!(await verifyPassword(hash, demonstrationPassword))) throw new Error("The password is wrong.");
      },
  },
};

function inTurn(names: string[]): () => string {
  let count = 0;
  return () => names[count++ % names.length] ?? "";
}

const FIND = `select p.id, p.full_name, p.password_hash, (select agency_id from assignment a where a.person_id = p.id and a.ended_at is null limit 1) as agency_id
  from person p where lower(p.username) = lower($1) and p.locked_at is null`;

const OPEN = `with opened as (insert into session (id, person_id, agency_id, expires_at) values ($1, $2, $3, now() + interval '12 hours'))
  insert into audit_entry (campaign_at, person_id, person_name, agency_id, action, subject_type, subject_id, scope_path)
  values (now(), $2, $4, $3, 'session.start', 'person', $2::text, '/VN/')`;
