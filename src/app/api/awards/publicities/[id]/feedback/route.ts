import { feedbackSchema } from "#lib/awards/nominations/schema";
import { recordFeedback } from "#lib/awards/publicities/service";
import { command } from "#lib/command";

export const POST = command(feedbackSchema, async (actor, input) => {
  await recordFeedback(actor, input);
  return { message: "Đã ghi ý kiến nhận được.", href: `/awards/publicities/${input.id}` };
});
