import { cookies } from "next/headers";
import { answer, refuseOtherSites } from "#lib/command";
import { sessionIdOf } from "#lib/identity/session";
import { secureCookies, sessionCookieName } from "#lib/identity/session-cookie";
import { endSession } from "#lib/identity/sessions/service";

/** Signs out. Works also when the session has ended already. */
export const POST = (request: Request) =>
  answer(request, async () => {
    refuseOtherSites(request);
    const sessionId = await sessionIdOf(request);
    if (sessionId) await endSession(sessionId);
    (await cookies()).set(sessionCookieName(), "", {
      httpOnly: true,
      sameSite: "lax",
      path: "/",
      secure: secureCookies(),
      maxAge: 0,
    });
    return { message: "Đã đăng xuất.", href: "/sign-in?problem=signedOut" };
  });
