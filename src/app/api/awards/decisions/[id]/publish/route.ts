import { publishDecision } from "#lib/awards/decisions/after";
import { publishDecisionSchema } from "#lib/awards/decisions/schema";
import { command } from "#lib/command";

export const POST = command(publishDecisionSchema, async (actor, input) => {
  await publishDecision(actor, input);
  return { message: "Đã công bố quyết định.", href: `/awards/decisions/${input.id}` };
});
