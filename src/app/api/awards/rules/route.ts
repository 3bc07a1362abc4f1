import { draftSchema } from "#lib/awards/rule-sets/schema";
import { draftRuleSet } from "#lib/awards/rule-sets/service";
import { command } from "#lib/command";

export const POST = command(draftSchema, async (actor, input) => {
  const id = await draftRuleSet(actor, input);
  return { message: "Đã lập bản nháp. Chưa hồ sơ nào dùng cho đến khi ban hành.", href: `/awards/rules/${id}` };
});
