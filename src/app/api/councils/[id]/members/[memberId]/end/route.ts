import { command } from "#lib/command";
import { endMemberSchema } from "#lib/councils/schema";
import { endMember } from "#lib/councils/service";

export const POST = command(endMemberSchema, async (actor, input) => {
  await endMember(actor, input);
  return { message: "Đã kết thúc vị trí trong hội đồng.", href: `/councils/${input.id}` };
});
