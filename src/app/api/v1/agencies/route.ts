import { openRead } from "#lib/publication/open/answer";
import { readAgencies } from "#lib/publication/open/reads";
import { agenciesAnswer, agenciesQuery } from "#lib/publication/open/schema";

export const GET = openRead(agenciesQuery, agenciesAnswer, "agencies", readAgencies);
