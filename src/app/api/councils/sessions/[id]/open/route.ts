import { command } from "#lib/command";
import { sessionSchema } from "#lib/councils/schema";
import { openSession } from "#lib/councils/sessions/service";

export const POST = command(sessionSchema, async (actor, input) => {
  await openSession(actor, input);
  return { message: "Đã khai mạc phiên họp.", href: `/councils/sessions/${input.id}` };
});
