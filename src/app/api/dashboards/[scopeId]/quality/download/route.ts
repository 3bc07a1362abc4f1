import { qualityList } from "#lib/dashboards/quality/download";
import { listRoute } from "#lib/list-route";

/** A list of the quality page as a file. */
export const GET = listRoute(qualityList);
