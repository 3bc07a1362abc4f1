import { figureList } from "#lib/dashboards/figures/download";
import { listRoute } from "#lib/list-route";

/** One figure by place as a file. */
export const GET = listRoute(figureList);
