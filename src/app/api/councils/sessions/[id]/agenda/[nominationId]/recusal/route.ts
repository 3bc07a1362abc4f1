import { command } from "#lib/command";
import { recusalSchema } from "#lib/councils/schema";
import { declareRecusal } from "#lib/councils/sessions/service";

export const POST = command(recusalSchema, async (actor, input) => {
  await declareRecusal(actor, input);
  return { message: "Đã ghi không tham gia bỏ phiếu.", href: `/councils/sessions/${input.id}` };
});
