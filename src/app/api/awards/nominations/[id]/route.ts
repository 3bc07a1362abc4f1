import { saveSchema } from "#lib/awards/nominations/schema";
import { saveNomination } from "#lib/awards/nominations/writing";
import { command } from "#lib/command";

export const POST = command(saveSchema, async (actor, input) => {
  await saveNomination(actor, input);
  return { message: "Đã lưu hồ sơ.", href: `/awards/nominations/${input.id}` };
});
