import { randomBytes } from "node:crypto";
import type { ReportStatus } from "#generated/prisma/enums";
import { pool, row, rows } from "#lib/db";
import type { Actor, Role } from "#lib/identity/actor";
import { findActor } from "#lib/identity/session";
import { consolidate } from "#lib/reports/consolidation/service";
import { saveDraft } from "#lib/reports/drafts";
import { applyObligations } from "#lib/reports/obligations/service";
import { acceptReport, askSignOff, openCorrection, returnReport, signAndSend } from "#lib/reports/service";

/** The stage of the tests of reports: the obligations of 2026, people with sessions, and reports brought to a state by the service itself. */

/** A working morning before the day communes are due. */
const MORNING = "2026-11-05T09:00:00+07:00";

/** Call before all tests of a file: obliges everybody for 2026 and stops the campaign's clock at a morning on time. */
export async function openStage() {
  await applyObligations(null, "2026");
  await setClock(MORNING);
}

/** From now on it is this instant, as far as the campaign goes. */
export const setClock = (at: string) =>
  rows(
    `insert into demonstration_clock (shows_at, set_at) values ($1, clock_timestamp())
     on conflict (id) do update set shows_at = excluded.shows_at, set_at = excluded.set_at`,
    [at],
  );

let people = 0;

/** A new person with these roles in an agency, signed in. */
export async function anActor(agencyId: string, ...roles: Role[]): Promise<Actor> {
  const name = `nguoi.${++people}`;
  const sessionId = randomBytes(32).toString("hex");
  await rows(
    `with person as (
       insert into person (username, full_name, password_hash, must_change_password) values ($1, $2, 'none', false) returning id
     ), assigned as (
       insert into assignment (person_id, agency_id, role) select person.id, $3, r.role::role from person, unnest($4::text[]) r (role)
     )
     insert into session (id, person_id, agency_id, expires_at) select $5, person.id, $3, now() + interval '1 hour' from person`,
    [name, `Người ${people}`, agencyId, roles, sessionId],
  );
  const actor = await findActor(sessionId);
  if (!actor) throw new Error(`Nobody acts for ${agencyId}.`);
  return actor;
}

const known = new Map<string, Promise<Actor>>();

/** The same person whenever asked. */
function usual(agencyId: string, ...roles: Role[]): Promise<Actor> {
  const key = [agencyId, ...roles].join();
  const actor = known.get(key) ?? anActor(agencyId, ...roles);
  known.set(key, actor);
  return actor;
}

export const clerkOf = (agencyId: string) => usual(agencyId, "reporter");
export const headOf = (agencyId: string) => usual(agencyId, "head");
const officerOf = (agencyId: string) => usual(agencyId, "recipientOfficer", "consolidator");
export const police = () => officerOf("H26.CA");
export const homeAffairs = () => officerOf("H26.NV");

const taken = new Set<string>();

/** A commune of Hà Nội that no test of this file has used. */
export async function aCommune(): Promise<string> {
  const free = await row<{ id: string }>(
    "select agency_id as id from agency_on(campaign_today()) where kind = 'commune' and province_id = 'H26' and agency_id <> all($1) order by agency_id limit 1",
    [[...taken]],
  );
  if (!free) throw new Error("Hà Nội has no unused commune left.");
  taken.add(free.id);
  return free.id;
}

/** A report as far as tests look at it: a row of the table. */
export type Stored = {
  id: string;
  agencyId: string;
  status: ReportStatus;
  version: number;
  sections: Record<string, number>;
  late: boolean | null;
  firstSentAt: Date | null;
  sentNumber: number;
  acceptedNumber: number | null;
  withdrawnAt: Date | null;
  draft: { figures: Record<string, unknown>; narratives: Record<string, string>; adjustments: Record<string, unknown> };
};

const STORED = `select r.id, r.agency_id as "agencyId", r.status, r.version, r.section_versions as sections, r.late, r.first_sent_at as "firstSentAt", r.withdrawn_at as "withdrawnAt",
    coalesce((select number from report_version where id = r.sent_version_id), 0) as "sentNumber",
    (select number from report_version where id = r.accepted_version_id) as "acceptedNumber",
    '{"figures":{},"narratives":{},"adjustments":{}}' || r.draft as draft
  from report r where r.period_id = '2026'`;

async function stored(condition: string, value: string): Promise<Stored> {
  const report = await row<Stored>(`${STORED} and ${condition}`, [value]);
  if (!report) throw new Error(`No report ${value}`);
  return report;
}

export const reportOf = (agencyId: string) => stored("r.agency_id = $1", agencyId);
export const again = ({ id }: { id: string }) => stored("r.id = $1", id);

/** Everything the database holds of one report: what a refused act must leave as it was. */
export const everythingOf = ({ id }: { id: string }) =>
  row<Record<string, unknown>>(
    `select to_jsonb(r) as report,
       (select jsonb_agg(to_jsonb(c) order by c.agency_id) from report_recipient c where c.report_id = r.id) as recipients,
       (select jsonb_agg(to_jsonb(v) order by v.number) from report_version v where v.report_id = r.id) as versions,
       (select jsonb_agg(to_jsonb(e) order by e.id) from report_event e where e.report_id = r.id) as events,
       (select jsonb_agg(to_jsonb(a) order by a.id) from audit_entry a where a.subject_id = r.id::text) as audits,
       (select jsonb_agg(to_jsonb(m) order by m.at) from consolidation m where m.report_id = r.id) as consolidations,
       (select count(*) from report_figure f join report_version v on v.id = f.version_id where v.report_id = r.id) as figures
     from report r where r.id = $1`,
    [id],
  );

export const recipientStates = async ({ id }: { id: string }) =>
  Object.fromEntries(
    (
      await rows<{ agency_id: string; state: string }>(
        "select agency_id, state from report_recipient where report_id = $1",
        [id],
      )
    ).map((recipient) => [recipient.agency_id, recipient.state]),
  );

type Figures = Record<string, string | number | boolean | null>;

/** What must be there before a report can be sent, beside the figures. */
async function required({ id }: { id: string }) {
  const criteria = await rows<{ id: string }>(
    "select c.id from criterion c join report r on r.subject_group_id = c.group_id where r.id = $1",
    [id],
  );
  const level = await row<{ id: string }>(`select id from assessment_level order by "order" limit 1`);
  return {
    narratives: Object.fromEntries(
      ["N1", "N2", "N3", "N4", "N5", "N6", "N7", "N9", "N10"].map((name) => [name, `Nội dung ${name}.`]),
    ),
    assessments: Object.fromEntries(
      criteria.map((criterion) => [criterion.id, { level: level?.id ?? "", grounds: "Có căn cứ." }]),
    ),
  };
}

/** Saves over the version that stands now, as the session of this actor. */
export async function save(
  actor: Actor,
  report: { id: string },
  change: {
    figures?: Figures;
    narratives?: Record<string, string>;
    adjustments?: Record<string, { by: string; reason: string } | null>;
    blanks?: Record<string, { reason: string; expectedOn: string } | null>;
    copied?: Record<string, true | null>;
    explanations?: Record<string, string | null>;
  },
  sections?: Record<string, number>,
) {
  return saveDraft(actor.sessionId, {
    id: report.id,
    sections: sections ?? (await again(report)).sections,
    ...{ figures: {}, narratives: {}, assessments: {}, adjustments: {}, blanks: {}, copied: {}, explanations: {} },
    ...change,
  });
}

/** Fills everything a report needs, with these figures. */
export async function fill(actor: Actor, report: { id: string }, figures: Figures = {}) {
  await save(actor, report, { figures: { A1: false, B1: 1, ...figures }, ...(await required(report)) });
}

/** The act as somebody makes it who looks at the report now. */
export async function ask(report: { id: string }, reason = "") {
  const { id, version } = await again(report);
  return { id, version, reason };
}

/** The answer of a recipient who looks at the report now. */
export async function answerTo(report: { id: string }, reason = "") {
  const { id, sentNumber } = await again(report);
  return { id, version: sentNumber, reason };
}

/** Puts a filled report up, and signs and sends it. */
export async function sendUp(report: { id: string }, writer: Actor, head: Actor) {
  await askSignOff(writer, await ask(report));
  await signAndSend(head, await ask(report));
}

export const returned = async (
  actor: Actor,
  report: { id: string },
  reasons: Record<string, string> = { B: "Số mô hình chưa khớp." },
) => returnReport(actor, { ...(await answerTo(report)), reasons });

const steps: Partial<
  Record<ReportStatus, { from: ReportStatus; go: (report: Stored, figures: Figures) => Promise<unknown> }>
> = {
  draft: { from: "notStarted", go: async (report, figures) => fill(await clerkOf(report.agencyId), report, figures) },
  awaitingSignOff: {
    from: "draft",
    go: async (report) => askSignOff(await clerkOf(report.agencyId), await ask(report)),
  },
  submitted: {
    from: "awaitingSignOff",
    go: async (report) => signAndSend(await headOf(report.agencyId), await ask(report)),
  },
  returned: { from: "submitted", go: async (report) => returned(await police(), report) },
  accepted: {
    from: "submitted",
    go: async (report) => {
      await acceptReport(await police(), await answerTo(report));
      await acceptReport(await homeAffairs(), await answerTo(report));
    },
  },
  correcting: {
    from: "accepted",
    go: async (report) => openCorrection(await clerkOf(report.agencyId), await ask(report, "Đếm sót.")),
  },
};

/** The report of a commune of Hà Nội, brought to a state by the people whose task it is. */
export async function aReport(status: ReportStatus, figures: Figures = {}, agencyId?: string): Promise<Stored> {
  const commune = agencyId ?? (await aCommune());
  const step = steps[status];
  if (!step) return reportOf(commune);
  const report = await aReport(step.from, figures, commune);
  await step.go(report, figures);
  return again(report);
}

/** The consolidated report of Hà Nội, made of what is accepted and filled, but not yet put up. */
export async function consolidated(agencyId: string, by: Actor, figures: Figures = {}) {
  const report = await reportOf(agencyId);
  const made = await consolidate(by, await ask(report));
  await fill(by, report, figures);
  return { report: await again(report), made };
}

/** Makes the database refuse to record one kind of act, so that a test sees whether the act itself is then undone. */
export async function refusingAudit(action: string, work: () => Promise<void>) {
  await pool.query(`create or replace function refuse_audit() returns trigger language plpgsql as $$ begin raise exception 'the audit entry is refused'; end $$;
    create trigger refuse_audit before insert on audit_entry for each row when (new.action = '${action}') execute function refuse_audit()`);
  try {
    await work();
  } finally {
    await pool.query("drop trigger refuse_audit on audit_entry");
  }
}

/** How an attempt ended: “done”, or the status of what the user was told. What is not for users is thrown on. */
export async function outcomeOf(attempt: Promise<unknown>): Promise<"done" | number> {
  try {
    await attempt;
    return "done";
  } catch (error) {
    const { status } = error as { status?: number };
    if (typeof status !== "number") throw error;
    return status;
  }
}
