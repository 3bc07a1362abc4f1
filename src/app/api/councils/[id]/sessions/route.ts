import { command } from "#lib/command";
import { createSessionSchema } from "#lib/councils/schema";
import { createSession } from "#lib/councils/sessions/service";

export const POST = command(createSessionSchema, async (actor, input) => {
  const id = await createSession(actor, input);
  return { message: "Đã triệu tập phiên họp.", href: `/councils/sessions/${id}`, data: { id } };
});
