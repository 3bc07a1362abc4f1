import { command } from "#lib/command";
import { grantRole } from "#lib/identity/people/assignments/service";
import { grantSchema } from "#lib/identity/people/schema";

export const POST = command(grantSchema, async (actor, input) => {
  await grantRole(actor, input);
  return {
    message: "Đã giao vai trò. Người này cần đăng nhập lại để làm việc với vai trò mới.",
    href: `/people/${input.id}`,
  };
});
