import { answer, parse, readBody, refuseOtherSites } from "#lib/command";
import { sessionIdOf } from "#lib/identity/session";
import { saveDraft } from "#lib/reports/drafts";
import { saveSchema } from "#lib/reports/schema";

/** Autosave: thinner than other commands, because the save itself checks session and right in its one statement. */
export const POST = (request: Request, { params }: RouteContext<"/api/reports/[id]/draft">) =>
  answer(request, async () => {
    refuseOtherSites(request);
    const input = parse(saveSchema, { ...(await readBody(request)), ...(await params) });
    return { message: "Đã lưu.", data: await saveDraft(await sessionIdOf(request), input) };
  });
