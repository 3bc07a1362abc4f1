import { command } from "#lib/command";
import { openBallots } from "#lib/councils/ballots/service";
import { openBallotsSchema } from "#lib/councils/schema";

export const POST = command(openBallotsSchema, async (actor, input) => {
  await openBallots(actor, input);
  return { message: "Đã mở phiếu.", href: `/councils/sessions/${input.id}` };
});
