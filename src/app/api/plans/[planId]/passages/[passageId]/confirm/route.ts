import { command } from "#lib/command";
import { confirmPassageSchema } from "#lib/plans/schema";
import { confirmPassage } from "#lib/plans/service";

export const POST = command(confirmPassageSchema, async (actor, input) => {
  await confirmPassage(actor, input);
  return { message: input.undo ? "Đã bỏ xác nhận." : "Đã ghi nhận đối chiếu với bản ký." };
});
