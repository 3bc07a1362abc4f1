import { holdSchema } from "#lib/awards/subjects/schema";
import { placeHold } from "#lib/awards/subjects/service";
import { command } from "#lib/command";

export const POST = command(holdSchema, async (actor, input) => {
  await placeHold(actor, input);
  return { message: "Đã tạm dừng xét khen thưởng cho đối tượng này.", href: `/awards/subjects/${input.id}` };
});
