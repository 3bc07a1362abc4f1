import { placeList } from "#lib/dashboards/download";
import { listRoute } from "#lib/list-route";

/** The table beside the map as a file. */
export const GET = listRoute(placeList);
