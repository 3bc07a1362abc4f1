import "server-only";
import type { PoolClient } from "pg";
import { recordAudit } from "#lib/audit";
import { campaignClock, chosenPeriod } from "#lib/campaign/clock";
import { printDay } from "#lib/dates";
import { row, rows, transaction } from "#lib/db";
import { env } from "#lib/env";
import { authorize, notFound, refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { type Letter, queueMail } from "#lib/mail/queue";
import { mayRemind } from "../policy.ts";
import { findList, listUnits, type RemindableUnit } from "./lists.ts";
import type { SendReminder } from "./schema.ts";

/** How many units were reminded, and how many were left out because they had left the list or had been reminded today. */
export type Reminded = { id: string; reminded: number; skipped: number };

/**
 * Reminds exactly the units chosen from a list: on their pages, and by mail where they have a mailbox. Units that have left the list
 * meanwhile, that the agency does not look after, or that it reminded of the same report today are left out and counted.
 * The same key sends once, however often it comes.
 * @throws notFound when the list is not the actor's; refused when no unit is left.
 */
export async function sendReminder(actor: Actor, { key, list, reports, message }: SendReminder): Promise<Reminded> {
  authorize(mayRemind(actor), "Chỉ cơ quan theo dõi toàn quốc hoặc tỉnh, thành phố được nhắc các đơn vị.");
  const found = await findList(actor, list, chosenPeriod(await campaignClock()));
  if (!found) throw notFound("danh sách");
  const wanted = reports.filter((id) => found.reportIds.includes(id));
  return transaction(async (tx) => {
    // Two clicks at once wait for each other here; a day's reminders of one agency are told apart below.
    await rows("select pg_advisory_xact_lock(hashtext('reminder'), hashtext($1))", [actor.agency.id], tx);
    const known = await findSent(actor, key, reports.length, tx);
    if (known) return known;
    const units = (await listUnits(actor, wanted, tx)).filter(({ isReminded }) => !isReminded);
    if (units.length === 0)
      throw refused(
        "Không còn đơn vị nào để nhắc: các đơn vị đã chọn không còn trong danh sách, hoặc đã được nhắc hôm nay.",
      );
    await write(tx, actor, { key, message, title: found.title, list }, units);
    await queueMail(tx, await lettersFor(tx, actor, key, message, units));
    return { id: key, reminded: units.length, skipped: reports.length - units.length };
  });
}

async function findSent(actor: Actor, key: string, asked: number, tx: PoolClient): Promise<Reminded | null> {
  const known = await row<{ agencyId: string; reminded: number }>(
    `select agency_id as "agencyId", (select count(*) from reminder_report where reminder_id = id) as reminded from reminder where id = $1`,
    [key],
    tx,
  );
  if (!known) return null;
  if (known.agencyId !== actor.agency.id) throw notFound("lần nhắc");
  return { id: key, reminded: known.reminded, skipped: asked - known.reminded };
}

type Said = { key: string; message: string; title: string; list: string };

async function write(tx: PoolClient, actor: Actor, { key, message, title, list }: Said, units: RemindableUnit[]) {
  await rows(
    WRITE,
    [
      key,
      actor.personId,
      actor.fullName,
      actor.agency.id,
      actor.agency.name,
      message,
      title,
      list,
      units.map(({ reportId }) => reportId),
      units.map(({ agencyId }) => agencyId),
    ],
    tx,
  );
  await recordAudit(tx, {
    actor,
    action: "reminder.send",
    subject: { type: "reminder", id: key, path: actor.agency.path },
    note: message,
    detail: { list: title, units: units.length },
  });
}

const WRITE = `
  with reminder as (
    insert into reminder (id, sent_at, person_id, person_name, agency_id, agency_name, message, list_title, list_address)
    values ($1, campaign_now(), $2, $3, $4, $5, $6, $7, $8) returning id, sent_at
  ), units as (
    select * from unnest($9::uuid[], $10::text[]) as u (report_id, agency_id)
  ), told as (
    insert into report_event (report_id, at, move, person_name, person_id, agency_id, agency_name, reason)
    select u.report_id, r.sent_at, 'remind', $3, $2, $4, $5, $6 from units u, reminder r
  )
  insert into reminder_report (reminder_id, report_id, agency_id) select r.id, u.report_id, u.agency_id from units u, reminder r`;

async function lettersFor(tx: PoolClient, actor: Actor, key: string, message: string, units: RemindableUnit[]) {
  const mailboxes = await rows<{ agencyId: string; address: string }>(
    `select agency_id as "agencyId", address from agency_mailbox where agency_id = any($1)`,
    [units.map(({ agencyId }) => agencyId)],
    tx,
  );
  const addresses = new Map(mailboxes.map(({ agencyId, address }) => [agencyId, address]));
  return units.flatMap((unit): Letter[] => {
    const recipient = addresses.get(unit.agencyId);
    return recipient ? [{ key: `reminder:${key}:${unit.reportId}`, recipient, ...letter(actor, message, unit) }] : [];
  });
}

const letter = (actor: Actor, message: string, { reportId, name, dueOn }: RemindableUnit) => ({
  subject: `Nhắc báo cáo phong trào “Toàn dân bảo vệ an ninh Tổ quốc”: ${name}`,
  text: `Kính gửi ${name},

${message}

Hạn cuối: ${printDay(dueOn)}. Báo cáo của đơn vị: ${env().NEXTAUTH_URL}/reports/${reportId}

${actor.fullName}, ${actor.agency.name}
Thư tự động của hệ thống phong trào thi đua, xin không trả lời thư này.
`,
});
