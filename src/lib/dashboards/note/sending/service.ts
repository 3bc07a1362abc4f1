import "server-only";
import { campaignClock, chosenPeriod } from "#lib/campaign/clock";
import type { Day } from "#lib/dates";
import { rows, transaction } from "#lib/db";
import { env } from "#lib/env";
import { type Attachment, queueMail } from "#lib/mail/queue";
import { mayWatch, type Scope } from "../../policy.ts";
import { readScope } from "../../queries.ts";
import { nameOf, renderNote } from "../files.ts";
import { noteOf } from "../gather.ts";
import { findNoteSource } from "../queries.ts";
import { sendingOf } from "../rules.ts";
import { letterOf } from "./letters.ts";
import { type Due, listDue } from "./queries.ts";

/**
 * Queues the notes whose hour has come: each scope is gathered and laid out once, each subscription gets one letter a day. Hours
 * are those of the wall clock (`now`), because a demonstration's clock may stand or jump; what the note says is as of the campaign's.
 * May run twice and in several instances: a day's sending is written in the transaction of its letter. Subscriptions of people who
 * may no longer watch the scope end here. Returns how many letters are new.
 * @throws when a scope could not be sent, after all others were: the next run tries again
 */
export async function sendDueNotes(now = new Date()): Promise<number> {
  const sending = sendingOf(now);
  const due = await listDue(sending);
  if (due.length === 0) return 0;
  const isAllowed = ({ agencies, scopeId }: Due) =>
    agencies?.some(({ roles, ...agency }) => mayWatch({ roles, agency }, scopeId)) ?? false;
  await end(due.filter((one) => !isAllowed(one)));
  const scopes = Map.groupBy(due.filter(isAllowed), (one) => one.scopeId);
  let queued = 0;
  const failures: Error[] = [];
  for (const [scopeId, subscriptions] of scopes) // at most the nation and its provinces
    try {
      queued += await sendScope(scopeId, subscriptions, sending.day);
    } catch (error) {
      failures.push(error as Error); // the others get theirs all the same
    }
  if (failures.length > 0) throw new AggregateError(failures, failures.map(({ message }) => message).join("; "));
  return queued;
}

async function sendScope(scopeId: string, subscriptions: Due[], day: Day): Promise<number> {
  const scope = await readScope(scopeId);
  if (scope) return sendNote(scope, subscriptions, day);
  await end(subscriptions); // a province of former days
  return 0;
}

const end = async (subscriptions: Due[]) => {
  if (subscriptions.length > 0)
    await rows(
      "update note_subscription set ended_at = now(), address = null where id = any($1::uuid[]) and ended_at is null",
      [subscriptions.map(({ id }) => id)],
    );
};

async function sendNote(scope: Scope, subscriptions: Due[], day: Day): Promise<number> {
  const clock = await campaignClock();
  const note = noteOf(await findNoteSource(chosenPeriod(clock), scope, clock.now));
  const letter = letterOf(note, `${env().NEXTAUTH_URL}/dashboards/${scope.id}/note`);
  const sheet: Attachment = {
    fileName: `${nameOf(scope.id, note)}.pdf`,
    type: "application/pdf",
    content: await renderNote(note, "pdf"),
  };
  return transaction(async (tx) => {
    const fresh = await rows<{ id: string; address: string }>(CLAIM, [subscriptions.map(({ id }) => id), day], tx);
    return queueMail(
      tx,
      fresh.map(({ id, address }) => ({
        key: `note:${id}:${day}`,
        recipient: address,
        ...letter,
        attachments: [sheet],
      })),
    );
  });
}

/** Whoever writes the day's row first sends; another instance waits for it and then finds it. One that has ended meanwhile gets nothing. */
const CLAIM = `
  with claimed as (
    insert into note_sending (subscription_id, day)
    select s.id, $2::date from note_subscription s where s.id = any($1::uuid[]) and s.ended_at is null order by s.id
    on conflict do nothing returning subscription_id
  )
  select s.id, s.address from claimed c join note_subscription s on s.id = c.subscription_id`;
