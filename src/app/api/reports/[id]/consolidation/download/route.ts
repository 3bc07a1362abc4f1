import { listRoute } from "#lib/list-route";
import { partList } from "#lib/reports/consolidation/download";

/** The units of a consolidated report as a file. */
export const GET = listRoute(partList);
