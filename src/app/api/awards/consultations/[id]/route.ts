import { answerOpinion } from "#lib/awards/consultations/service";
import { answerSchema } from "#lib/awards/nominations/schema";
import { command } from "#lib/command";

export const POST = command(answerSchema, async (actor, input) => {
  await answerOpinion(actor, input);
  return { message: "Đã trả lời ý kiến hiệp y.", href: `/awards/consultations/${input.id}` };
});
