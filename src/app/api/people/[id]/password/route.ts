import { command } from "#lib/command";
import { showIssuedPassword } from "#lib/identity/people/issued-password";
import { personSchema } from "#lib/identity/people/schema";
import { resetPassword } from "#lib/identity/people/service";

export const POST = command(personSchema, async (actor, input) => {
  await showIssuedPassword(await resetPassword(actor, input));
  return { message: "Đã cấp lại mật khẩu.", href: `/people/${input.id}` };
});
