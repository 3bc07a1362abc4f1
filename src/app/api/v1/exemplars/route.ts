import { openRead } from "#lib/publication/open/answer";
import { readExemplars } from "#lib/publication/open/reads";
import { exemplarsAnswer, exemplarsQuery } from "#lib/publication/open/schema";

export const GET = openRead(exemplarsQuery, exemplarsAnswer, "exemplars", readExemplars);
