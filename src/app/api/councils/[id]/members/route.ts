import { command } from "#lib/command";
import { addMemberSchema } from "#lib/councils/schema";
import { addMember } from "#lib/councils/service";

export const POST = command(addMemberSchema, async (actor, input) => {
  await addMember(actor, input);
  return { message: "Đã thêm vào hội đồng.", href: `/councils/${input.id}` };
});
