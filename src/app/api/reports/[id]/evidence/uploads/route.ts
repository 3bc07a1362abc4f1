import { command } from "#lib/command";
import { CHUNK_BYTES } from "#lib/reports/evidence/rules";
import { beginSchema } from "#lib/reports/evidence/schema";
import { beginUpload } from "#lib/reports/evidence/service";

/** Begins an upload, or goes on with the one that broke off: `received` says from which byte. */
export const POST = command(beginSchema, async (actor, input) => ({
  message: "Bắt đầu tải lên.",
  data: { ...(await beginUpload(actor, input)), chunk: CHUNK_BYTES },
}));
