import { command } from "#lib/command";
import { refuseExtensionSchema } from "#lib/reports/extensions/schema";
import { refuseExtension } from "#lib/reports/extensions/service";

export const POST = command(refuseExtensionSchema, async (actor, input) => {
  await refuseExtension(actor, input);
  return { message: "Đã trả lời không gia hạn kèm lý do.", href: `/reports/${input.id}/extension` };
});
