import { Readable } from "node:stream";
import { parse } from "#lib/command";
import { notFound, signInNeeded, UserFacingError } from "#lib/errors";
import { actorOf } from "#lib/identity/session";
import { type EvidenceItem, findEvidence, openEvidence } from "#lib/reports/evidence/queries";
import { readRange } from "#lib/reports/evidence/rules";
import { evidenceSchema } from "#lib/reports/evidence/schema";

/** The file itself, never drawn by our own pages: always a download, in a sandbox, kept by nobody between. */
export async function GET(request: Request, { params }: RouteContext<"/api/reports/[id]/evidence/[evidenceId]">) {
  try {
    const actor = await actorOf(request);
    if (!actor) throw signInNeeded();
    const { id, evidenceId } = parse(evidenceSchema, await params);
    const evidence = await findEvidence(actor, id, evidenceId);
    if (!evidence) throw notFound("tài liệu này");
    return await download(evidence, request);
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error;
    return Response.json({ message: error.message }, { status: error.status, headers: PRIVATE });
  }
}

const PRIVATE = { "cache-control": "private, no-store, no-transform" };

async function download(evidence: EvidenceItem, { headers, method }: Request): Promise<Response> {
  const { size, name, mediaType, hash } = evidence;
  const range = readRange(headers.get("range"), size);
  if (range === "outside")
    return new Response(null, { status: 416, headers: { ...PRIVATE, "content-range": `bytes */${size}` } });
  const content = await openEvidence(evidence, range ?? undefined);
  if (method === "HEAD") content.destroy(); // Next answers HEAD with the headers of GET; nobody would read this
  return new Response(method === "HEAD" ? null : (Readable.toWeb(content) as ReadableStream), {
    status: range ? 206 : 200,
    headers: {
      ...PRIVATE,
      "content-type": mediaType,
      "content-length": String(range ? range.end - range.start + 1 : size),
      "content-disposition": dispositionOf(name),
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "accept-ranges": "bytes",
      etag: `"${hash}"`,
      ...(range ? { "content-range": `bytes ${range.start}-${range.end}/${size}` } : {}),
    },
  });
}

/** The name in UTF-8 as it was typed, and one in ASCII for old programs. Source: RFC 6266, 4.3; RFC 8187, 3.2. */
function dispositionOf(name: string) {
  const plain = name
    .normalize("NFD")
    .replace(/[đĐ]/g, "d")
    .replace(/[^\x20-\x7e]/g, "")
    .replace(/["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
