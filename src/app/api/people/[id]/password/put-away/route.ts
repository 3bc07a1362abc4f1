import { z } from "zod";
import { command } from "#lib/command";
import { hideIssuedPassword } from "#lib/identity/people/issued-password";

/** Nobody sees the password just issued again, also not in this browser. */
export const POST = command(z.object({ id: z.uuid() }), async (_, { id }) => {
  await hideIssuedPassword();
  return { message: "Đã cất mật khẩu: không ai xem lại được nữa.", href: `/people/${id}` };
});
