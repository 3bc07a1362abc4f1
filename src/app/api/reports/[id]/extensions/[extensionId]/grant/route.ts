import { command } from "#lib/command";
import { printDay } from "#lib/dates";
import { grantExtensionSchema } from "#lib/reports/extensions/schema";
import { grantExtension } from "#lib/reports/extensions/service";

export const POST = command(grantExtensionSchema, async (actor, input) => {
  await grantExtension(actor, input);
  return { message: `Đã gia hạn đến ngày ${printDay(input.untilOn)}.`, href: `/reports/${input.id}/extension` };
});
