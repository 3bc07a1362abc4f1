import { listRoute } from "#lib/list-route";
import { reportList } from "#lib/reports/download";

/** The list of reports as a file. */
export const GET = listRoute(reportList);
