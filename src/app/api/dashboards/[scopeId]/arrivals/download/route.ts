import { arrivalList } from "#lib/dashboards/arrivals/download";
import { listRoute } from "#lib/list-route";

/** The curves of arrivals by day as a file. */
export const GET = listRoute(arrivalList);
