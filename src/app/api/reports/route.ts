import { campaignClock } from "#lib/campaign/clock";
import { respond } from "#lib/command";
import { signInNeeded } from "#lib/errors";
import { actorOf } from "#lib/identity/session";
import { readReportFilter } from "#lib/reports/filters";
import { countByStatus, listReports } from "#lib/reports/queries";

const PAGE_SIZE = 50;

/** The list of reports as data: the same filters and the same 50 rows as the page. */
export const GET = (request: Request) =>
  respond(async () => {
    const actor = await actorOf(request);
    if (!actor) throw signInNeeded();
    const parameters = Object.fromEntries(
      [...new URL(request.url).searchParams.keys()].map((name) => [
        name,
        new URL(request.url).searchParams.getAll(name),
      ]),
    );
    const { periods } = await campaignClock();
    const filter = readReportFilter(parameters, periods[0] ?? "");
    const [counts, reports] = await Promise.all([
      countByStatus(actor, filter),
      listReports(actor, filter, { offset: (filter.page - 1) * PAGE_SIZE, limit: PAGE_SIZE }),
    ]);
    return { period: filter.period, counts, reports };
  });
