import { rankingList } from "#lib/dashboards/ranking/download";
import { listRoute } from "#lib/list-route";

/** A ranking as a file. */
export const GET = listRoute(rankingList);
