import { askOpinion } from "#lib/awards/consultations/service";
import { consultSchema } from "#lib/awards/nominations/schema";
import { command } from "#lib/command";

export const POST = command(consultSchema, async (actor, input) => {
  await askOpinion(actor, input);
  return { message: "Đã gửi yêu cầu hiệp y.", href: `/awards/nominations/${input.id}` };
});
