import { closeRoundSchema } from "#lib/awards/rounds/schema";
import { closeRound } from "#lib/awards/rounds/service";
import { command } from "#lib/command";

export const POST = command(closeRoundSchema, async (actor, input) => {
  await closeRound(actor, input);
  return { message: "Đã đóng đợt xét.", href: `/awards/rounds/${input.id}` };
});
