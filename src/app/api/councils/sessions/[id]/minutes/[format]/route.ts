import { minutesFile } from "#lib/documents/awards/files";
import { download } from "#lib/documents/download";
import { isFormat } from "#lib/documents/schema";
import { notFound } from "#lib/errors";

/** The minutes of a session as a file. */
export const GET = (request: Request, { params }: RouteContext<"/api/councils/sessions/[id]/minutes/[format]">) =>
  download(request, async (actor) => {
    const { id, format } = await params;
    if (!isFormat(format)) throw notFound("tệp này");
    return minutesFile(actor, id, format);
  });
