import { createSchema } from "#lib/awards/nominations/schema";
import { createNomination } from "#lib/awards/nominations/writing";
import { command } from "#lib/command";

export const POST = command(createSchema, async (actor, input) => {
  const id = await createNomination(actor, input);
  return { message: "Đã lập hồ sơ từ số liệu đã được tiếp nhận.", href: `/awards/nominations/${id}` };
});
