import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { encode } from "next-auth/jwt";
import pg from "pg";
import { addressOf } from "../../src/lib/launch/cluster.ts";
import type { Application } from "../support/server.ts";

/** The running application, as those who prepare a run see it. */
export type Stage = {
  application: Application;
  address: string;
  databaseUrl: string;
  database: pg.Client;
  secret: string;
};

/** Connects, and does what PostgreSQL would do by itself a minute after so much has been written, so that it does not do it meanwhile. */
export async function openStage(application: Application): Promise<Stage> {
  const databaseUrl = addressOf(application.dataFolder);
  const database = new pg.Client({ connectionString: databaseUrl });
  database.on("error", () => {}); // it goes when the application is stopped
  await database.connect();
  await database.query("vacuum (analyze)");
  await database.query("checkpoint");
  return {
    application,
    address: application.address,
    databaseUrl,
    database,
    secret: readFileSync(join(application.dataFolder, "auth.secret"), "utf8").trim(),
  };
}

export const closeStage = ({ database }: Stage) => database.end();

export async function listRows<Row>({ database }: Stage, text: string, values: unknown[] = []): Promise<Row[]> {
  return (await database.query(text, values)).rows;
}

export async function oneRow<Row>(stage: Stage, text: string, values: unknown[] = []): Promise<Row> {
  const [first] = await listRows<Row>(stage, text, values);
  if (!first) throw new Error(`The demonstration has no row for: ${text}`);
  return first;
}

/** Somebody signed in: the cookie for HTTP, the id of the session row for SQL. */
export type SignedIn = { username: string; cookie: string; sessionId: string };

/** Opens a session for each name (a name may come several times), without the cost of a sign-in. */
export async function signIn(stage: Stage, usernames: string[]): Promise<SignedIn[]> {
  const opened = await Promise.all(
    usernames.map(async (username) => {
      const token = randomBytes(32).toString("base64url");
      const sealed = await encode({ token: { session: token }, secret: stage.secret, maxAge: 12 * 3600 });
      return {
        username,
        cookie: `next-auth.session-token=${sealed}`,
        sessionId: createHash("sha256").update(token).digest("hex"),
      };
    }),
  );
  const { rowCount } = await stage.database.query(
    `insert into session (id, person_id, agency_id, expires_at)
     select s."sessionId", p.id, (select agency_id from assignment a where a.person_id = p.id and a.ended_at is null order by a.started_at, a.agency_id limit 1), now() + interval '12 hours'
     from jsonb_to_recordset($1::jsonb) as s("sessionId" text, username text) join person p on p.username = s.username`,
    [JSON.stringify(opened)],
  );
  if (rowCount !== usernames.length)
    throw new Error(`Some of these people do not exist: ${usernames.slice(0, 5).join(", ")}…`);
  return opened;
}
