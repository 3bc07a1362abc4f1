import { command } from "#lib/command";
import { commentSchema } from "#lib/reports/cells/schema";
import { comment } from "#lib/reports/cells/service";

export const POST = command(commentSchema, async (actor, input) => {
  const data = await comment(actor, input);
  return { message: input.followUp ? "Đã đánh dấu cần theo dõi." : "Đã ghi trao đổi.", data };
});
