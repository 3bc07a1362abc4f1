import { partList } from "#lib/dashboards/provenance/download";
import { listRoute } from "#lib/list-route";

/** The parts of a figure as a file. */
export const GET = listRoute(partList);
