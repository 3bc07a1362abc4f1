import { parse, respond } from "#lib/command";
import { notFound, signInNeeded } from "#lib/errors";
import { actorOf } from "#lib/identity/session";
import { viewEvidence } from "#lib/reports/evidence/queries";
import { listSchema } from "#lib/reports/evidence/schema";
import { findReport } from "#lib/reports/queries";

/** The evidence of a report, or of one place of it (`target=cell:B2`), or of a sent version (`version=2`). */
export const GET = (request: Request, { params }: RouteContext<"/api/reports/[id]/evidence">) =>
  respond(async () => {
    const actor = await actorOf(request);
    if (!actor) throw signInNeeded();
    const asked = Object.fromEntries(new URL(request.url).searchParams);
    const { id, target, version } = parse(listSchema, { ...asked, ...(await params) });
    const report = await findReport(actor, id);
    if (!report) throw notFound("báo cáo");
    return viewEvidence(actor, report, { target, version });
  });
