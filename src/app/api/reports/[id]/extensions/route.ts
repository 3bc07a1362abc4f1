import { command } from "#lib/command";
import { askExtensionSchema } from "#lib/reports/extensions/schema";
import { askExtension } from "#lib/reports/extensions/service";

export const POST = command(askExtensionSchema, async (actor, input) => {
  await askExtension(actor, input);
  return { message: "Đã gửi đề nghị gia hạn tới nơi nhận.", href: `/reports/${input.id}/extension` };
});
