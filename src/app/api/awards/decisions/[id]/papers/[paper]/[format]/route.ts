import { type DecisionPaperKind, decisionFile, decisionPapers } from "#lib/documents/awards/files";
import { download } from "#lib/documents/download";
import { isFormat } from "#lib/documents/schema";
import { notFound } from "#lib/errors";

/** The decision, its list, or its certificates as a file. */
export const GET = (request: Request, { params }: RouteContext<"/api/awards/decisions/[id]/papers/[paper]/[format]">) =>
  download(request, async (actor) => {
    const { id, paper, format } = await params;
    if (!isFormat(format) || !isPaper(paper)) throw notFound("tệp này");
    return decisionFile(actor, id, paper, format);
  });

const isPaper = (paper: string): paper is DecisionPaperKind => (decisionPapers as readonly string[]).includes(paper);
