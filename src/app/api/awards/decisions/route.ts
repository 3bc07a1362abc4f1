import { decideSchema } from "#lib/awards/decisions/schema";
import { decide } from "#lib/awards/decisions/service";
import { command } from "#lib/command";

export const POST = command(decideSchema, async (actor, input) => {
  const id = await decide(actor, input);
  return { message: "Đã ghi quyết định khen thưởng.", href: `/awards/decisions/${id}` };
});
