import { listRoute } from "#lib/list-route";
import { dutyList } from "#lib/reports/obligations/download";

/** The duties of a period as a file. */
export const GET = listRoute(dutyList);
