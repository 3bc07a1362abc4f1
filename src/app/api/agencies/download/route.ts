import { agencyList } from "#lib/agencies/download";
import { listRoute } from "#lib/list-route";

/** The list of agencies as a file. */
export const GET = listRoute(agencyList);
