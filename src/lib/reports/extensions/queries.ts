import "server-only";
import type { ExtensionState } from "#generated/prisma/enums";
import type { Day } from "#lib/dates";
import { pool, type Queryable, row, rows } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import { isRecipientRole } from "../policy.ts";
import { NAME, UUID } from "../queries.ts";
import type { Upper } from "./rules.ts";

/** A request for more time and its answer. */
export type ExtensionRow = {
  id: string;
  askedAt: Date;
  askedByName: string;
  askedByAgency: string;
  reason: string;
  dueOn: Day;
  untilOn: Day;
  state: ExtensionState;
  decidedAt: Date | null;
  decidedByName: string | null;
  decidedByAgency: string | null;
  decidedUntilOn: Day | null;
  note: string | null;
};

const EXTENSION = `select id, asked_at as "askedAt", asked_by_name as "askedByName", asked_by_agency as "askedByAgency", reason, due_on as "dueOn", until_on as "untilOn",
    state, decided_at as "decidedAt", decided_by_name as "decidedByName", decided_by_agency as "decidedByAgency", decided_until_on as "decidedUntilOn", note
  from report_extension where report_id = $1`;

/** Every request of a report that the caller may see, newest first. */
export const listExtensions = (reportId: string) =>
  rows<ExtensionRow>(`${EXTENSION} order by asked_at desc, id`, [reportId]);

/** One request of this report, or null: also when it is another report's. */
export const findExtension = async (reportId: string, id: string, client: Queryable = pool) =>
  UUID.test(id) ? row<ExtensionRow>(`${EXTENSION} and id = $2`, [reportId, id], client) : null;

/** The report that counts this one: a later day than its own cannot be given. */
export const findUpper = ({ parentId }: { parentId: string | null }, client: Queryable = pool): Promise<Upper> =>
  row<NonNullable<Upper>>(
    `select ${NAME} as name, r.due_on as "dueOn" from report r join agency_on(campaign_today()) t on t.agency_id = r.agency_id where r.id = $1`,
    [parentId],
    client,
  );

export type AwaitingExtension = {
  reportId: string;
  name: string;
  periodId: string;
  askedAt: Date;
  dueOn: Day;
  untilOn: Day;
  reason: string;
};

/** Requests that the actor's agency may answer, those first asked for first. Who receives nothing decides nothing. */
export async function listAwaitingExtensions(actor: Actor): Promise<AwaitingExtension[]> {
  if (!isRecipientRole(actor)) return [];
  return rows<AwaitingExtension>(
    `select r.id as "reportId", ${NAME} as name, r.period_id as "periodId", x.asked_at as "askedAt", r.due_on as "dueOn", x.until_on as "untilOn", x.reason
     from report_extension x join report r on r.id = x.report_id join report_recipient c on c.report_id = r.id and c.agency_id = $1
     join agency_on(campaign_today()) t on t.agency_id = r.agency_id
     where x.state = 'asked' and r.withdrawn_at is null order by x.asked_at, x.id limit 100`,
    [actor.agency.id],
  );
}
