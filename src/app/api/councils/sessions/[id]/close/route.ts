import { command } from "#lib/command";
import { sessionSchema } from "#lib/councils/schema";
import { closeSession } from "#lib/councils/sessions/closing";

export const POST = command(sessionSchema, async (actor, input) => {
  await closeSession(actor, input);
  return { message: "Đã kết luận phiên họp.", href: `/councils/sessions/${input.id}` };
});
