import "server-only";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import type { IssuedPassword } from "#lib/identity/people/service";
import { cookieSecret, secureCookies } from "#lib/identity/session-cookie";

/**
 * A one-time password travels to the next page in a sealed cookie of the administrator's browser and nowhere else:
 * the page can be printed, works without JavaScript, and a few minutes later nobody can see it again.
 */

const NAME = "issued-password";
const MINUTES = 5;
const SALT = "issued password";

export async function showIssuedPassword(issued: IssuedPassword) {
  const value = await encode({ token: { ...issued }, secret: cookieSecret(), salt: SALT, maxAge: MINUTES * 60 });
  (await cookies()).set(NAME, value, {
    httpOnly: true,
    sameSite: "strict",
    secure: secureCookies(),
    path: "/people",
    maxAge: MINUTES * 60,
  });
}

export async function hideIssuedPassword() {
  (await cookies()).set(NAME, "", { httpOnly: true, path: "/people", maxAge: 0 });
}

/** The password just issued to this person, for the administrator who issued it. */
export async function findIssuedPassword(personId: string): Promise<IssuedPassword | null> {
  const value = (await cookies()).get(NAME)?.value;
  if (!value) return null;
  const issued = (await decode({ token: value, secret: cookieSecret(), salt: SALT }).catch(
    () => null,
  )) as IssuedPassword | null;
  return issued?.id === personId ? issued : null;
}
