import { command } from "#lib/command";
import { withdrawExemplar } from "#lib/publication/exemplars/service";
import { withdrawSchema } from "#lib/publication/schema";

export const POST = command(withdrawSchema, async (actor, input) => {
  await withdrawExemplar(actor, input);
  return { message: "Đã rút khỏi trang công khai.", href: "/publications" };
});
