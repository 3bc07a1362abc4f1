import { detailsSchema } from "#lib/awards/rule-sets/schema";
import { changeDetails } from "#lib/awards/rule-sets/service";
import { command } from "#lib/command";

export const POST = command(detailsSchema, async (actor, input) => {
  await changeDetails(actor, input);
  return { message: "Đã lưu thông tin của bản nháp.", href: `/awards/rules/${input.ruleSetId}` };
});
