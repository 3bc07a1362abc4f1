import { download } from "#lib/documents/download";
import { findKeptTemplate } from "#lib/documents/templates/queries";
import { notFound } from "#lib/errors";

/** The .docx of a template, to be changed and uploaded again. */
export const GET = (request: Request, { params }: RouteContext<"/api/document-templates/[kind]/[version]/file">) =>
  download(request, async (actor) => {
    const template = await findKeptTemplate(actor, await params);
    if (!template) throw notFound("mẫu văn bản");
    return { name: `mau-${template.kind}-${template.version}.docx`, type: "docx", body: template.file };
  });
