import { openDossier } from "#lib/documents/dossier";
import { download } from "#lib/documents/download";

/** The dossier of the sent version as one .zip, made while it is read. */
export const GET = (request: Request, { params }: RouteContext<"/api/reports/[id]/documents/dossier">) =>
  download(request, async (actor) => {
    const { name, stream } = await openDossier(actor, (await params).id);
    return { name, type: "zip", body: stream };
  });
