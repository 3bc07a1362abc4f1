import { command } from "#lib/command";
import { takeBackExtensionSchema } from "#lib/reports/extensions/schema";
import { takeBackExtension } from "#lib/reports/extensions/service";

export const POST = command(takeBackExtensionSchema, async (actor, input) => {
  await takeBackExtension(actor, input);
  return { message: "Đã rút đề nghị gia hạn.", href: `/reports/${input.id}/extension` };
});
