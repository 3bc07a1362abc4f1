import { discardSchema } from "#lib/awards/rule-sets/schema";
import { discardRuleSet } from "#lib/awards/rule-sets/service";
import { command } from "#lib/command";

export const POST = command(discardSchema, async (actor, input) => {
  await discardRuleSet(actor, input);
  return { message: "Đã bỏ bản nháp.", href: "/awards/rules" };
});
