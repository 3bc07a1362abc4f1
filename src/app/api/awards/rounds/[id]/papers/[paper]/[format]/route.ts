import { draftDecisionFile, proposalFile } from "#lib/documents/awards/files";
import { download } from "#lib/documents/download";
import { isFormat } from "#lib/documents/schema";
import { notFound } from "#lib/errors";

/** The proposal of the actor's agency in a round, or the draft of the decision on what passed. */
export const GET = (request: Request, { params }: RouteContext<"/api/awards/rounds/[id]/papers/[paper]/[format]">) =>
  download(request, async (actor) => {
    const { id, paper, format } = await params;
    if (!isFormat(format)) throw notFound("tệp này");
    if (paper === "proposal") return proposalFile(actor, id, format);
    if (paper === "draft") return draftDecisionFile(actor, id, format);
    throw notFound("tệp này");
  });
