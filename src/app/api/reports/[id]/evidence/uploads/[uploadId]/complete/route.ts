import { after } from "next/server";
import { command } from "#lib/command";
import { scanWaiting } from "#lib/reports/evidence/housekeeping";
import { uploadSchema } from "#lib/reports/evidence/schema";
import { completeUpload } from "#lib/reports/evidence/uploads";

export const POST = command(uploadSchema, async (actor, input) => {
  const evidence = await completeUpload(actor, input);
  after(scanWaiting);
  return { message: `Đã đính kèm “${evidence.name}”.`, data: evidence };
});
