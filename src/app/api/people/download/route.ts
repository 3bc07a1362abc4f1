import { peopleList } from "#lib/identity/people/download";
import { listRoute } from "#lib/list-route";

/** The people of the own subtree as a file. */
export const GET = listRoute(peopleList);
