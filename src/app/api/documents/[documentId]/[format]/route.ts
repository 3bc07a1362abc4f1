import { download } from "#lib/documents/download";
import { issuedFile } from "#lib/documents/files";
import { isFormat } from "#lib/documents/schema";
import { notFound } from "#lib/errors";

/** A file of an issued document, the same bytes whenever it is asked for. */
export const GET = (request: Request, { params }: RouteContext<"/api/documents/[documentId]/[format]">) =>
  download(request, async (actor) => {
    const { documentId, format } = await params;
    if (!isFormat(format)) throw notFound("tệp này");
    const { name, content } = await issuedFile(actor, documentId, format);
    return { name, type: format, body: content };
  });
