import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { cookieSecret, secureCookies } from "#lib/identity/session-cookie";

/** next-auth's form token, in its own format (token|SHA-256 of token and secret), so that a page rendered on the server can carry it. */

export const csrfCookieName = () => `${secureCookies() ? "__Host-" : ""}next-auth.csrf-token`;

/** The token to put in the form, or null if the browser has no valid cookie yet. */
export function csrfTokenOf(cookie: string | undefined): string | null {
  const [token, seal] = cookie?.split("|") ?? [];
  return token && seal === sealOf(token) ? token : null;
}

export function newCsrfCookie(): string {
  const token = randomBytes(32).toString("hex");
  return `${token}|${sealOf(token)}`;
}

const sealOf = (token: string) => createHash("sha256").update(`${token}${cookieSecret()}`).digest("hex");
