import { respond } from "#lib/command";
import { notFound, signInNeeded } from "#lib/errors";
import { actorOf } from "#lib/identity/session";
import { findTotals } from "#lib/reports/consolidation/queries";

/** The totals of a consolidated report as its page reads them, with how many units they count. */
export const GET = (request: Request, { params }: RouteContext<"/api/reports/[id]/totals">) =>
  respond(async () => {
    const actor = await actorOf(request);
    if (!actor) throw signInNeeded();
    const found = await findTotals(actor, (await params).id);
    if (!found) throw notFound("báo cáo tổng hợp");
    const { report, consolidation, totals } = found;
    return {
      id: report.id,
      period: report.periodId,
      status: report.status,
      version: report.version,
      counted: consolidation?.counted ?? 0,
      expected: consolidation?.expected ?? 0,
      outdated: consolidation?.outdated ?? 0,
      totals: totals ?? {},
    };
  });
