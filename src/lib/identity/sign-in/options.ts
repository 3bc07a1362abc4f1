import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { cookieSecret, SESSION_HOURS, secureCookies, sessionIdOfToken } from "#lib/identity/session-cookie";
import { endSession } from "#lib/identity/sessions/service";
import { localPath } from "#lib/identity/sign-in/rules";

/** What `authorize` hands to next-auth: the random token of a session that has just been opened. */
export type OpenedSession = { id: string; session: string };

/**
 * next-auth seals the session's random token in its cookie and does nothing else: who it is, and whether it still lives,
 * is read from our table at every request.
 */
export const authOptions = (
  host: string | null,
  authorize: (credentials: Record<string, unknown>) => Promise<OpenedSession | null>,
): NextAuthOptions => ({
  secret: cookieSecret(),
  useSecureCookies: secureCookies(),
  session: { strategy: "jwt", maxAge: SESSION_HOURS * 3600 },
  pages: { signIn: "/sign-in", signOut: "/password", error: "/sign-in" },
  providers: [Credentials({ credentials: {}, authorize: async (_, request) => authorize(request.body ?? {}) })],
  callbacks: {
    jwt: ({ token, user }) => (user ? { session: (user as OpenedSession).session } : { session: token.session }),
    session: ({ session }) => ({ expires: session.expires }),
    redirect: ({ url }) => localPath(url, host),
  },
  events: {
    signOut: async ({ token }) => {
      if (typeof token?.session === "string") await endSession(sessionIdOfToken(token.session));
    },
  },
  logger: { warn: () => {} }, // it warns of a missing NEXTAUTH_URL; our redirects name no host
});
