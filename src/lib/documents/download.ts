import "server-only";
import { Readable } from "node:stream";
import { answer } from "#lib/command";
import { signInNeeded } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { actorOf } from "#lib/identity/session";

const types = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
  zip: "application/zip",
};

type Download = { name: string; type: keyof typeof types; body: Buffer | Readable };

/** A read that gives a file to save, or the sentence that refuses it: as a page to a browser, as JSON to a script. */
export async function download(request: Request, read: (actor: Actor) => Promise<Download>): Promise<Response> {
  try {
    const actor = await actorOf(request);
    if (!actor) throw signInNeeded();
    const { name, type, body } = await read(actor);
    const content = body instanceof Readable ? (Readable.toWeb(body) as ReadableStream) : new Uint8Array(body);
    return new Response(content, {
      headers: {
        "content-type": types[type],
        "content-disposition": `attachment; filename="${name}"`, // names of ours are ASCII
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store, no-transform",
      },
    });
  } catch (error) {
    return answer(request, () => Promise.reject(error));
  }
}
