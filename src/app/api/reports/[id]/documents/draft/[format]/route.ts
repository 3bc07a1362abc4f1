import { download } from "#lib/documents/download";
import { draftFile } from "#lib/documents/files";
import { isFormat } from "#lib/documents/schema";
import { notFound } from "#lib/errors";

/** The paper of the sent version as a draft: DỰ THẢO, without number and QR code. */
export const GET = (request: Request, { params }: RouteContext<"/api/reports/[id]/documents/draft/[format]">) =>
  download(request, async (actor) => {
    const { id, format } = await params;
    if (!isFormat(format)) throw notFound("tệp này");
    const { name, content } = await draftFile(actor, id, format);
    return { name, type: format, body: content };
  });
