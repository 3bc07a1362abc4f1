import { openRead } from "#lib/publication/open/answer";
import { readNumbers } from "#lib/publication/open/reads";
import { numbersAnswer, numbersQuery } from "#lib/publication/open/schema";

export const GET = openRead(numbersQuery, numbersAnswer, "numbers", readNumbers);
