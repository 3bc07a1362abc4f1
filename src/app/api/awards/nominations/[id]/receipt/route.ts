import { receiveSchema } from "#lib/awards/nominations/schema";
import { receiveDossier } from "#lib/awards/nominations/writing";
import { command } from "#lib/command";

export const POST = command(receiveSchema, async (actor, input) => {
  await receiveDossier(actor, input);
  return { message: "Đã ghi nhận hồ sơ đã nhận.", href: `/awards/nominations/${input.id}` };
});
