import { noteFile } from "#lib/dashboards/note/files";
import { download } from "#lib/documents/download";
import { isFormat } from "#lib/documents/schema";
import { notFound } from "#lib/errors";

/** The note of a scope as a file. */
export const GET = (request: Request, { params }: RouteContext<"/api/dashboards/[scopeId]/note/[format]">) =>
  download(request, async (actor) => {
    const { scopeId, format } = await params;
    if (!isFormat(format)) throw notFound("tệp này");
    return noteFile(actor, scopeId, new URL(request.url).searchParams.get("period"), format);
  });
