import { openRoundSchema } from "#lib/awards/rounds/schema";
import { openRound } from "#lib/awards/rounds/service";
import { command } from "#lib/command";

export const POST = command(openRoundSchema, async (actor, input) => {
  const id = await openRound(actor, input);
  return { message: "Đã mở đợt xét khen thưởng.", href: `/awards/rounds/${id}` };
});
