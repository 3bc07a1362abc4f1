import { command } from "#lib/command";
import { publishExemplar } from "#lib/publication/exemplars/service";
import { exemplarSchema } from "#lib/publication/schema";

export const POST = command(exemplarSchema, async (actor, input) => {
  await publishExemplar(actor, input);
  return { message: `Đã công bố “${input.title}”.`, href: "/publications" };
});
