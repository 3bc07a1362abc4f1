import { command } from "#lib/command";
import { personSchema } from "#lib/identity/people/schema";
import { unlockPerson } from "#lib/identity/people/service";

export const POST = command(personSchema, async (actor, input) => {
  await unlockPerson(actor, input);
  return { message: "Đã mở khóa tài khoản.", href: `/people/${input.id}` };
});
