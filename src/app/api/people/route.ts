import { command } from "#lib/command";
import { showIssuedPassword } from "#lib/identity/people/issued-password";
import { createPersonSchema } from "#lib/identity/people/schema";
import { createPerson } from "#lib/identity/people/service";

export const POST = command(createPersonSchema, async (actor, input) => {
  const issued = await createPerson(actor, input);
  await showIssuedPassword(issued);
  return { message: `Đã mở tài khoản ${issued.username}.`, href: `/people/${issued.id}` };
});
