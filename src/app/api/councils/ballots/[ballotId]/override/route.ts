import { command } from "#lib/command";
import { overrideBallot } from "#lib/councils/ballots/counting";
import { overrideSchema } from "#lib/councils/schema";

export const POST = command(overrideSchema, async (actor, input) => {
  await overrideBallot(actor, input);
  return { message: "Đã ghi kết luận của Chủ tịch hội đồng." };
});
