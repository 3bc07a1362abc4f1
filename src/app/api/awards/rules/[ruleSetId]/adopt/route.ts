import { adoptRuleSet } from "#lib/awards/rule-sets/adoption";
import { adoptSchema } from "#lib/awards/rule-sets/schema";
import { command } from "#lib/command";
import { printDay } from "#lib/dates";

export const POST = command(adoptSchema, async (actor, input) => {
  const day = await adoptRuleSet(actor, input);
  return {
    message: `Đã ban hành. Hồ sơ đề nghị từ ngày ${printDay(day)} theo bộ quy định này.`,
    href: `/awards/rules/${input.ruleSetId}`,
  };
});
