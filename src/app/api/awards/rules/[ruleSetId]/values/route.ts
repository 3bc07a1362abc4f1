import { valueSchema } from "#lib/awards/rule-sets/schema";
import { changeValue } from "#lib/awards/rule-sets/service";
import { command } from "#lib/command";

export const POST = command(valueSchema, async (actor, input) => {
  await changeValue(actor, input);
  return { message: "Đã lưu giá trị và căn cứ.", href: `/awards/rules/${input.ruleSetId}` };
});
