import { command } from "#lib/command";
import { confirmCriterionSchema } from "#lib/plans/schema";
import { confirmCriterion } from "#lib/plans/service";

export const POST = command(confirmCriterionSchema, async (actor, input) => {
  await confirmCriterion(actor, input);
  return { message: input.undo ? "Đã bỏ xác nhận." : "Đã ghi nhận đối chiếu với bản ký." };
});
