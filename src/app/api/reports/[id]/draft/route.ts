import { answer, parse, readBody, refuseOtherSites, respond } from "#lib/command";
import { signInNeeded } from "#lib/errors";
import { actorOf, sessionIdOf } from "#lib/identity/session";
import { findDraft, saveDraft } from "#lib/reports/drafts";
import { saveSchema } from "#lib/reports/schema";

/** Autosave: thinner than other commands, because the save itself checks session and right in its one statement. */
export const POST = (request: Request, { params }: RouteContext<"/api/reports/[id]/draft">) =>
  answer(request, async () => {
    refuseOtherSites(request);
    const input = parse(saveSchema, { ...(await readBody(request)), ...(await params) });
    return { message: "Đã lưu.", data: await saveDraft(await sessionIdOf(request), input) };
  });

/** What stands on the server now: a page that comes back from a lost line or another tab asks for it. */
export const GET = (request: Request, { params }: RouteContext<"/api/reports/[id]/draft">) =>
  respond(async () => {
    const actor = await actorOf(request);
    if (!actor) throw signInNeeded();
    return findDraft(actor, (await params).id);
  });
