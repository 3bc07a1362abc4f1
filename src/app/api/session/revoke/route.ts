import { command } from "#lib/command";
import { revokeSessionSchema } from "#lib/identity/sessions/schema";
import { revokeSession } from "#lib/identity/sessions/service";

export const POST = command(
  revokeSessionSchema,
  async (actor, { sessionId }) => {
    await revokeSession(actor, sessionId);
    return { message: "Đã kết thúc phiên làm việc ở máy kia.", href: "/password" };
  },
  { allowPasswordChange: true },
);
