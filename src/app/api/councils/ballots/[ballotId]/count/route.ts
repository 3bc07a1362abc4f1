import { command } from "#lib/command";
import { recordTellerCount } from "#lib/councils/ballots/counting";
import { tellerSchema } from "#lib/councils/schema";

export const POST = command(tellerSchema, async (actor, input) => {
  await recordTellerCount(actor, input);
  return { message: "Đã ghi kết quả kiểm phiếu." };
});
