import { command } from "#lib/command";
import { handOver } from "#lib/identity/people/assignments/service";
import { handOverSchema } from "#lib/identity/people/schema";

export const POST = command(handOverSchema, async (actor, input) => {
  const successor = await handOver(actor, input);
  return { message: `Đã bàn giao công việc cho ${successor}.`, href: `/people/${input.id}` };
});
