import { command } from "#lib/command";
import { agendaSchema } from "#lib/councils/schema";
import { addToAgenda } from "#lib/councils/sessions/service";

export const POST = command(agendaSchema, async (actor, input) => {
  await addToAgenda(actor, input);
  return { message: "Đã đưa hồ sơ vào chương trình họp.", href: `/councils/sessions/${input.id}` };
});
