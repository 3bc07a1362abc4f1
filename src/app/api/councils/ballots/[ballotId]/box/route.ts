import { answer, parse, readBody, refuseOtherSites } from "#lib/command";
import { dropIntoBox } from "#lib/councils/ballots/box";
import { boxSchema } from "#lib/councils/schema";

/**
 * A vote comes here from nobody: no cookie is read, nobody is looked up, nothing is recorded but the vote (docs/decisions/0022).
 * Whoever runs the application keeps no access log of this address.
 */
export async function POST(request: Request, context: RouteContext<"/api/councils/ballots/[ballotId]/box">) {
  return answer(request, async () => {
    refuseOtherSites(request);
    await dropIntoBox(parse(boxSchema, { ...(await readBody(request)), ...(await context.params) }));
    return { message: "Phiếu đã vào hòm." };
  });
}
