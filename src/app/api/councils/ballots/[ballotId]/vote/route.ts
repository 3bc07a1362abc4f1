import { command } from "#lib/command";
import { voteOpenly } from "#lib/councils/ballots/counting";
import { openVoteSchema } from "#lib/councils/schema";

export const POST = command(openVoteSchema, async (actor, input) => {
  await voteOpenly(actor, input);
  return { message: "Đã biểu quyết." };
});
