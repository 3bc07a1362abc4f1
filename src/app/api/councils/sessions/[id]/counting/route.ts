import { command } from "#lib/command";
import { closeBallots } from "#lib/councils/ballots/counting";
import { sessionSchema } from "#lib/councils/schema";

export const POST = command(sessionSchema, async (actor, input) => {
  await closeBallots(actor, input);
  return { message: "Đã đóng hòm phiếu và kiểm phiếu.", href: `/councils/sessions/${input.id}` };
});
