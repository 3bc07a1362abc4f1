import { command } from "#lib/command";
import { dissentSchema } from "#lib/councils/schema";
import { recordDissent } from "#lib/councils/sessions/service";

export const POST = command(dissentSchema, async (actor, input) => {
  await recordDissent(actor, input);
  return { message: "Đã ghi ý kiến khác.", href: `/councils/sessions/${input.id}` };
});
