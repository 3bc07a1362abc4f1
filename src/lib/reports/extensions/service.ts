import "server-only";
import type { PoolClient } from "pg";
import { type Day, dayOf } from "#lib/dates";
import { rows, transaction } from "#lib/db";
import { authorize, notFound } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { lockReport, type ReportRow } from "../queries.ts";
import { tell } from "../service.ts";
import { mayAskExtension, mayDecideExtension } from "./policy.ts";
import { type ExtensionRow, findExtension, findUpper } from "./queries.ts";
import { ask, checkOpen, grant, refuse } from "./rules.ts";
import type { AskExtension, GrantExtension, RefuseExtension, TakeBackExtension } from "./schema.ts";

const ONLY_WRITERS = "Chỉ người lập hoặc ký báo cáo được đề nghị gia hạn và rút đề nghị.";
const ONLY_RECIPIENTS = "Chỉ cơ quan nhận báo cáo được quyết định gia hạn.";

/** Asks the recipients for more time, with a reason. @throws refused when it cannot be asked for, or not for this day. */
export async function askExtension(actor: Actor, { id, dueOn, untilOn, reason }: AskExtension) {
  return transaction(async (tx) => {
    const report = await holdReport(actor, id, tx);
    authorize(mayAskExtension(actor, report), ONLY_WRITERS);
    const wish = { seenDueOn: dueOn, untilOn, reason };
    const isOpen = report.askedUntilOn !== null;
    ask(report, await findUpper(report, tx), { ...wish, isOpen, today: dayOf(report.now) });
    await rows(ASK, [id, report.now, actor.personId, actor.fullName, actor.agency.name, reason, dueOn, untilOn], tx);
    await tell(tx, actor, report, "askExtension", reason, null, { untilOn });
  });
}

const ASK = `insert into report_extension (report_id, asked_at, asked_by_id, asked_by_name, asked_by_agency, reason, due_on, until_on)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;

/** Takes an open request back. */
export async function takeBackExtension(actor: Actor, { id, extensionId }: TakeBackExtension) {
  return transaction(async (tx) => {
    const report = await holdReport(actor, id, tx);
    authorize(mayAskExtension(actor, report), ONLY_WRITERS);
    const request = await theRequest(id, extensionId, tx);
    checkOpen(request);
    await answer(tx, actor, report, { request, state: "takenBack" });
    await tell(tx, actor, report, "takeBackExtension", "", null);
  });
}

/**
 * Gives more time: from now on the report falls due on the new day, and the first day stays beside it.
 * Waits for obligations that are being applied, so that the day of the upper report holds.
 */
export async function grantExtension(actor: Actor, { id, extensionId, dueOn, untilOn, note }: GrantExtension) {
  return transaction(async (tx) => {
    await tx.query("select pg_advisory_xact_lock_shared(hashtext('obligations'))");
    const report = await holdReport(actor, id, tx);
    authorize(mayDecideExtension(actor, report), ONLY_RECIPIENTS);
    const request = await theRequest(id, extensionId, tx);
    const granted = grant(report, await findUpper(report, tx), request, { seenDueOn: dueOn, untilOn });
    await answer(tx, actor, report, { request, state: "granted", untilOn, note });
    await rows(
      "update report set due_on = $2, original_due_on = $3, version = version + 1 where id = $1",
      [id, granted.dueOn, granted.originalDueOn],
      tx,
    );
    await tell(tx, actor, report, "grantExtension", note, null, { untilOn, dueOn: [report.dueOn, untilOn] });
  });
}

/** Says no, with a reason; the report falls due as before. */
export async function refuseExtension(actor: Actor, { id, extensionId, note }: RefuseExtension) {
  return transaction(async (tx) => {
    const report = await holdReport(actor, id, tx);
    authorize(mayDecideExtension(actor, report), ONLY_RECIPIENTS);
    const request = await theRequest(id, extensionId, tx);
    refuse(request, note);
    await answer(tx, actor, report, { request, state: "refused", note });
    await tell(tx, actor, report, "refuseExtension", note, null);
  });
}

async function holdReport(actor: Actor, id: string, tx: PoolClient): Promise<ReportRow> {
  const report = await lockReport(actor, id, tx);
  if (!report) throw notFound("báo cáo");
  return report;
}

async function theRequest(reportId: string, extensionId: string, tx: PoolClient): Promise<ExtensionRow> {
  const request = await findExtension(reportId, extensionId, tx);
  if (!request) throw notFound("đề nghị gia hạn này");
  return request;
}

type Answer = { request: ExtensionRow; state: "granted" | "refused" | "takenBack"; untilOn?: Day; note?: string };

const answer = (tx: PoolClient, actor: Actor, report: ReportRow, { request, state, untilOn, note }: Answer) =>
  rows(
    `update report_extension set state = $2, decided_at = $3, decided_by_id = $4, decided_by_name = $5, decided_by_agency = $6, decided_until_on = $7, note = nullif($8, '')
     where id = $1`,
    [request.id, state, report.now, actor.personId, actor.fullName, actor.agency.name, untilOn ?? null, note ?? ""],
    tx,
  );
