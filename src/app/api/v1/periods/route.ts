import { openRead } from "#lib/publication/open/answer";
import { readPeriods } from "#lib/publication/open/reads";
import { periodsAnswer, periodsQuery } from "#lib/publication/open/schema";

export const GET = openRead(periodsQuery, periodsAnswer, "periods", readPeriods);
