import { command } from "#lib/command";
import { followUpSchema } from "#lib/reports/cells/schema";
import { finishFollowUp } from "#lib/reports/cells/service";

export const POST = command(followUpSchema, async (actor, input) => {
  await finishFollowUp(actor, input);
  return { message: "Đã kết thúc theo dõi." };
});
