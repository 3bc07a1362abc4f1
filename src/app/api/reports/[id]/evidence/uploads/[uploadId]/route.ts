import { answer, parse, refuseOtherSites } from "#lib/command";
import { refused, signInNeeded } from "#lib/errors";
import { actorOf } from "#lib/identity/session";
import { CHUNK_BYTES } from "#lib/reports/evidence/rules";
import { chunkSchema } from "#lib/reports/evidence/schema";
import { appendChunk } from "#lib/reports/evidence/uploads";

/** The next chunk of an upload: the bytes are the body, `?offset=` says where they belong. */
export const POST = (request: Request, { params }: RouteContext<"/api/reports/[id]/evidence/uploads/[uploadId]">) =>
  answer(request, async () => {
    refuseOtherSites(request);
    const actor = await actorOf(request);
    if (!actor) throw signInNeeded();
    const offset = new URL(request.url).searchParams.get("offset") ?? "0";
    const input = parse(chunkSchema, { offset, ...(await params) });
    if (Number(request.headers.get("content-length") ?? CHUNK_BYTES + 1) > CHUNK_BYTES)
      throw refused(`Mỗi lần chỉ gửi được ${CHUNK_BYTES} byte. Hãy tải lại trang rồi tải lên lại.`);
    const received = await appendChunk(actor, input, Buffer.from(await request.arrayBuffer()));
    return { message: "Đã nhận.", data: { received } };
  });
