import { atMost, type Scenario } from "../scenario.ts";
import { ACTING, inTransaction, only, prepared } from "../sql.ts";
import { type SignedIn, signIn } from "../stage.ts";
import { prepareReports, SIGNERS } from "./communes.ts";

type Plan = { letters: (SignedIn & { reportId: string; version: number })[] };

/** As many as one run may send, those of the warm-up included; a run ends early when all are sent. */
const LETTERS = 2_500;

/** Heads of different communes sign and send: each request freezes another report, complete and waiting for its signature. */
export const submit: Scenario<Plan> = {
  name: "submit",
  users: [1, 16],
  aim: atMost(8),
  warmUp: 300,
  prepare: async (stage) => {
    const reports = await prepareReports(stage, { ...SIGNERS, limit: LETTERS }, "awaitingSignOff");
    const people = await signIn(
      stage,
      reports.map(({ agencyId }) => `lanhdao.${agencyId}`),
    );
    await stage.database.query("vacuum report, report_recipient, session");
    return {
      letters: people.map((person, index) => ({
        ...person,
        reportId: reports[index]?.id ?? "",
        version: reports[index]?.version ?? 0,
      })),
    };
  },
  http:
    (client, { letters }) =>
    async () => {
      const letter = letters.pop();
      if (!letter) return false;
      await client({
        path: `/api/reports/${letter.reportId}/moves/signAndSend`,
        cookie: letter.cookie,
        json: { version: letter.version },
      });
    },
  sql: (pool, { letters }) => {
    const [acting, freeze, figures, recipients, report, event, audit] = [
      ACTING,
      FREEZE,
      FIGURES,
      RECIPIENTS,
      REPORT,
      EVENT,
      AUDIT,
    ].map((text) => prepared(pool, text));
    return async () => {
      const letter = letters.pop();
      if (!letter || !acting || !freeze || !figures || !recipients || !report || !event || !audit) return false;
      await inTransaction(pool, async (client) => {
        const actor = only(await acting([letter.sessionId], client));
        const version = only(
          await freeze(
            [letter.reportId, letter.version, actor.person_id, actor.full_name, actor.position, actor.agency_id],
            client,
          ),
        );
        await figures([version.id], client);
        await recipients([letter.reportId], client);
        only(await report([letter.reportId, version.id], client));
        await event(
          [letter.reportId, actor.full_name, actor.person_id, actor.agency_id, actor.agency_name, version.number],
          client,
        );
        await audit([letter.reportId, actor.full_name, actor.person_id, actor.agency_id, actor.path], client);
      });
    };
  },
};

const FREEZE = `insert into report_version (report_id, number, document, document_hash, signed_by_id, signed_by_name, signed_by_position, sent_at, late)
  select r.id, coalesce((select max(number) from report_version v where v.report_id = r.id), 0) + 1, r.draft, encode(sha256(r.draft::text::bytea), 'hex'), $3, $4, $5, now(), r.due_on < date '2026-11-23'
  from report r where r.id = $1 and r.version = $2 and r.status = 'awaitingSignOff' and r.agency_id = $6 for update
  returning id, number`;

const FIGURES = `insert into report_figure (version_id, indicator_id, option, number, asked)
  select v.id, f.key, case jsonb_typeof(f.value) when 'string' then case when f.value #>> '{}' ~ '^[0-9.]+$' then '' else f.value #>> '{}' end else '' end,
    case when jsonb_typeof(f.value) = 'boolean' then (f.value::boolean)::int when f.value #>> '{}' ~ '^[0-9.]+$' then (f.value #>> '{}')::numeric else 1 end, 1
  from report_version v cross join lateral jsonb_each(v.document->'figures') f where v.id = $1 and f.key not in ('A2', 'A3')`;

const RECIPIENTS =
  "update report_recipient set state = 'waiting', since = null, person_name = null, note = null, reasons = '{}', appraisal = '{}' where report_id = $1";

const REPORT = `update report set status = 'submitted', status_since = now(), version = version + 1, sent_version_id = $2, first_sent_at = now(), late = due_on < date '2026-11-23'
  where id = $1 returning id`;

const EVENT = `insert into report_event (report_id, at, move, person_name, person_id, agency_id, agency_name, version_number)
  values ($1, now(), 'signAndSend', $2, $3, $4, $5, $6)`;

const AUDIT = `insert into audit_entry (campaign_at, subject_id, person_name, person_id, agency_id, scope_path, action, subject_type)
  values (now(), $1, $2, $3, $4, $5, 'report.signAndSend', 'report')`;
