import { respond } from "#lib/command";
import { signInNeeded } from "#lib/errors";
import { actorOf } from "#lib/identity/session";
import { findCell } from "#lib/reports/cells/queries";

/** What the panel beside a cell shows: who wrote it when, what was sent, what was said of it. */
export const GET = (request: Request, { params }: RouteContext<"/api/reports/[id]/cells/[field]">) =>
  respond(async () => {
    const actor = await actorOf(request);
    if (!actor) throw signInNeeded();
    const { id, field } = await params;
    return findCell(actor, id, field);
  });
