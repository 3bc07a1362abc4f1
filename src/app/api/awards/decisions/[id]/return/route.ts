import { noteReturn } from "#lib/awards/decisions/after";
import { returnSchema } from "#lib/awards/decisions/schema";
import { command } from "#lib/command";

export const POST = command(returnSchema, async (actor, input) => {
  await noteReturn(actor, input);
  return { message: "Đã ghi nhận việc thu hồi.", href: `/awards/decisions/${input.id}` };
});
