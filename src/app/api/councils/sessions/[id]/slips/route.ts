import { command } from "#lib/command";
import { takeSlips } from "#lib/councils/ballots/service";
import { slipsSchema } from "#lib/councils/schema";

export const POST = command(slipsSchema, async (actor, input) => ({
  message: "Đã nhận phiếu.",
  data: { signatures: await takeSlips(actor, input) },
}));
