import { command } from "#lib/command";
import { confirmPlanSchema } from "#lib/plans/schema";
import { confirmPlan } from "#lib/plans/service";

export const POST = command(confirmPlanSchema, async (actor, input) => {
  const count = await confirmPlan(actor, input);
  return { message: `Đã ghi nhận đối chiếu ${count} đoạn với bản ký.` };
});
