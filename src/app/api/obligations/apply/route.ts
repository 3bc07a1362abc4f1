import { command } from "#lib/command";
import { printApplied } from "#lib/reports/obligations/labels";
import { applySchema } from "#lib/reports/obligations/schema";
import { applySeenObligations } from "#lib/reports/obligations/service";

export const POST = command(applySchema, async (actor, input) => {
  const applied = await applySeenObligations(actor, input);
  return { message: printApplied(applied), href: `/obligations?period=${input.periodId}` };
});
