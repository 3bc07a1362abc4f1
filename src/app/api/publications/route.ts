import { command } from "#lib/command";
import { publishSchema } from "#lib/publication/schema";
import { publishNumbers } from "#lib/publication/service";

export const POST = command(publishSchema, async (actor, input) => {
  await publishNumbers(actor, input);
  return { message: `Đã công bố số liệu kỳ ${input.period}.`, href: "/publications" };
});
