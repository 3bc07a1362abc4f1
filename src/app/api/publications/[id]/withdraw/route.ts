import { command } from "#lib/command";
import { withdrawSchema } from "#lib/publication/schema";
import { withdrawPublication } from "#lib/publication/service";

export const POST = command(withdrawSchema, async (actor, input) => {
  await withdrawPublication(actor, input);
  return { message: "Đã rút số liệu khỏi trang công khai.", href: "/publications" };
});
