import { after } from "next/server";
import { command } from "#lib/command";
import { removeUnused } from "#lib/reports/evidence/housekeeping";
import { evidenceSchema } from "#lib/reports/evidence/schema";
import { removeEvidence } from "#lib/reports/evidence/service";

export const POST = command(evidenceSchema, async (actor, input) => {
  const { name } = await removeEvidence(actor, input);
  after(() => removeUnused());
  return { message: `Đã gỡ “${name}”.` };
});
