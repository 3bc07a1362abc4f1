import { liftSchema } from "#lib/awards/subjects/schema";
import { liftHold } from "#lib/awards/subjects/service";
import { command } from "#lib/command";

export const POST = command(liftSchema, async (actor, input) => {
  await liftHold(actor, input);
  return { message: "Đã kết thúc tạm dừng.", href: `/awards/subjects/${input.id}` };
});
