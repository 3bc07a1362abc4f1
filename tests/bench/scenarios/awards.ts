import type { Pool } from "pg";
import { MANY } from "../../support/many-nominations.ts";
import { type HttpClient, textOf } from "../http-client.ts";
import type { Scenario, Work } from "../scenario.ts";
import { ACTING, only, prepared } from "../sql.ts";
import { oneRow, type SignedIn, type Stage, signIn } from "../stage.ts";

const DOSSIERS = 5_000;

type Plan = { people: SignedIn[]; roundId: string };

/** A round of Hà Nội with five thousand dossiers, made outside the timed part. */
async function prepare(stage: Stage, users: number): Promise<Plan> {
  const { id } = await oneRow<{ id: string }>(
    stage,
    `insert into award_round (agency_id, kind, title, achieved_from, achieved_to, opens_on, closes_on, award_ids)
     values ('H26', 'annual', 'Đợt đo', '2026-01-01', '2026-10-31', '2026-11-01', '2026-12-10', array['giay-khen', 'bang-khen-bo-tinh']) returning id`,
  );
  await stage.database.query(MANY, [id, DOSSIERS]);
  await stage.database.query("analyze nomination, award_subject, award_record, award_hold");
  return { people: await signIn(stage, Array<string>(users).fill("noivu.H26")), roundId: id };
}

const page =
  (tail: string, words: string) =>
  (client: HttpClient, { people, roundId }: Plan): Work =>
  async (user) => {
    const answer = await client({
      path: `/awards/rounds/${roundId}${tail}`,
      accept: "text/html",
      cookie: people[user]?.cookie ?? "",
    });
    if (!textOf(answer).includes(words)) throw new Error(`The page ${tail} does not say “${words}”.`);
  };

/** The first fifty dossiers of the round with their counts, quotas and checks. */
export const roundPage: Scenario<Plan> = {
  name: "round of 5,000 dossiers as HTML",
  users: [1, 8],
  prepare,
  http: page("", "5.000"),
  sql: (pool, plan) => inSql(pool, plan, 50),
};

/** The eligibility of all of them, computed anew. */
export const roundEligibility: Scenario<Plan> = {
  name: "eligibility of 5,000 dossiers",
  users: [1],
  aim: { text: "≤ 10 s of CPU", met: ({ cpuMs }) => cpuMs <= 10_000 },
  prepare,
  http: page("/eligibility", "5.000 hồ sơ"),
  sql: (pool, plan) => inSql(pool, plan, DOSSIERS),
};

/** Who asks, the dossiers, and what is known of their subjects. */
function inSql(pool: Pool, { people, roundId }: Plan, limit: number): Work {
  const [acting, dossiers] = [prepared(pool, ACTING), prepared(pool, DOSSIERS_OF)];
  return async (user) => {
    only(await acting([people[user]?.sessionId]));
    await dossiers([roundId, limit]);
  };
}

const DOSSIERS_OF = `
  select n.*, s.name,
    (select json_agg(a) from award_record a where a.subject_id = s.id) as records,
    (select json_agg(h) from award_hold h where h.subject_id = s.id) as holds
  from nomination n join award_subject s on s.id = n.subject_id where n.round_id = $1 order by n.status_since desc, n.id limit $2`;
