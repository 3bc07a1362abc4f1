import "server-only";
import { campaignClock, chosenPeriod } from "#lib/campaign/clock";
import { dayOf } from "#lib/dates";
import type { Brief } from "#lib/documents/briefs/content";
import { renderFile } from "#lib/documents/rendering/press";
import type { Format } from "#lib/documents/schema";
import { notFound } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { findScope } from "../queries.ts";
import { noteOf } from "./gather.ts";
import { findNoteSource } from "./queries.ts";

/** The note of a scope as a file to save, made anew whenever it is asked for. @throws notFound when the scope is not the actor's to watch */
export async function noteFile(actor: Actor, scopeId: string, asked: string | null, format: Format) {
  const [scope, clock] = await Promise.all([findScope(actor, scopeId), campaignClock()]);
  if (!scope) throw notFound("bảng theo dõi");
  const note = noteOf(await findNoteSource(chosenPeriod(clock, asked), scope, clock.now));
  return { name: `${nameOf(scope.id, note)}.${format}`, type: format, body: await renderNote(note, format) };
}

export const renderNote = (brief: Brief, format: Format): Promise<Buffer> =>
  renderFile({ kind: format === "pdf" ? "briefPdf" : "briefDocx", brief });

/** “ban-tin-sang-H26-2026-11-23” */
export const nameOf = (scopeId: string, { madeAt }: Brief) => `ban-tin-sang-${scopeId}-${dayOf(new Date(madeAt))}`;
