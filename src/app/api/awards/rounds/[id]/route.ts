import { changeRoundSchema } from "#lib/awards/rounds/schema";
import { changeRound } from "#lib/awards/rounds/service";
import { command } from "#lib/command";

export const POST = command(changeRoundSchema, async (actor, input) => {
  await changeRound(actor, input);
  return { message: "Đã sửa đợt xét.", href: `/awards/rounds/${input.id}` };
});
