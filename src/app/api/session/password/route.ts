import { command } from "#lib/command";
import { changePasswordSchema } from "#lib/identity/sessions/schema";
import { changePassword } from "#lib/identity/sessions/service";

export const POST = command(
  changePasswordSchema,
  async (actor, input) => {
    await changePassword(actor, input);
    return {
      message: "Đã đổi mật khẩu. Các phiên làm việc khác đã kết thúc.",
      href: actor.mustChangePassword ? "/work" : "/password",
    };
  },
  { allowPasswordChange: true },
);
