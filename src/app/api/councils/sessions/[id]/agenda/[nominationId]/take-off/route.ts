import { command } from "#lib/command";
import { takeOffSchema } from "#lib/councils/schema";
import { takeOff } from "#lib/councils/sessions/service";

export const POST = command(takeOffSchema, async (actor, input) => {
  await takeOff(actor, input);
  return { message: "Đã đưa hồ sơ ra khỏi chương trình họp.", href: `/councils/sessions/${input.id}` };
});
