import { command } from "#lib/command";
import { bePresent } from "#lib/reports/presence";
import { presenceSchema } from "#lib/reports/schema";

export const POST = command(presenceSchema, async (actor, input) => ({
  message: "Đã ghi nhận.",
  data: { others: await bePresent(actor, input) },
}));
