import { command } from "#lib/command";
import { startVoting } from "#lib/councils/ballots/service";
import { sessionSchema } from "#lib/councils/schema";

export const POST = command(sessionSchema, async (actor, input) => {
  await startVoting(actor, input);
  return { message: "Đã kết thúc phát phiếu; bắt đầu bỏ phiếu.", href: `/councils/sessions/${input.id}` };
});
