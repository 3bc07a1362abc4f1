import { listRoute } from "#lib/list-route";
import { partFigureList } from "#lib/reports/consolidation/download";

/** One figure by units as a file. */
export const GET = listRoute(partFigureList);
