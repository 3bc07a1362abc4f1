import { pivotList } from "#lib/dashboards/pivot/download";
import { listRoute } from "#lib/list-route";

/** The pivot of an address as a file, whole. */
export const GET = listRoute(pivotList);
