import { revokeAward } from "#lib/awards/decisions/after";
import { revokeSchema } from "#lib/awards/decisions/schema";
import { command } from "#lib/command";

export const POST = command(revokeSchema, async (actor, input) => {
  await revokeAward(actor, input);
  return { message: "Đã ghi quyết định hủy bỏ.", href: `/awards/decisions/${input.id}` };
});
