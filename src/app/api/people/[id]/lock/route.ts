import { command } from "#lib/command";
import { personSchema } from "#lib/identity/people/schema";
import { lockPerson } from "#lib/identity/people/service";

export const POST = command(personSchema, async (actor, input) => {
  await lockPerson(actor, input);
  return { message: "Đã khóa tài khoản. Mọi phiên làm việc của người này đã kết thúc.", href: `/people/${input.id}` };
});
