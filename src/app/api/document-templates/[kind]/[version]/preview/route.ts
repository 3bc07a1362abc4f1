import { download } from "#lib/documents/download";
import { draftFile } from "#lib/documents/files";
import { findKeptTemplate } from "#lib/documents/templates/queries";
import { notFound } from "#lib/errors";

/** A real sent version laid out in a template, as a draft: `?report=` says which. */
export const GET = (request: Request, { params }: RouteContext<"/api/document-templates/[kind]/[version]/preview">) =>
  download(request, async (actor) => {
    const template = await findKeptTemplate(actor, await params);
    if (!template) throw notFound("mẫu văn bản");
    const report = new URL(request.url).searchParams.get("report") ?? "";
    const { name, content } = await draftFile(actor, report, "docx", template);
    return { name: `mau-${template.version}-${name}`, type: "docx", body: content };
  });
