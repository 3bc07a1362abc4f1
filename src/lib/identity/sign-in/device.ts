import "server-only";
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { cookieOf, cookieSecret, secureCookies } from "#lib/identity/session-cookie";

/** A device cookie says “this user name has signed in from this browser”. It opens nothing; it only escapes the throttle of strangers. */

const LASTS_DAYS = 180;

/** The device that has signed in with this name before, or null. */
export function deviceOf(headers: Headers, username: string): string | null {
  const [device, seal] = cookieOf(headers, cookieName(username))?.split(".") ?? [];
  if (!device || !seal) return null;
  const expected = Buffer.from(sealOf(device, username));
  const given = Buffer.from(seal);
  return given.length === expected.length && timingSafeEqual(given, expected) ? device : null;
}

export const newDevice = () => randomBytes(16).toString("base64url");

/** The Set-Cookie header for a device that has just signed in. Sent back to the sign-in route only. */
export function deviceCookie(device: string, username: string): string {
  const secure = secureCookies() ? "; Secure" : "";
  return `${cookieName(username)}=${device}.${sealOf(device, username)}; Path=/api/auth/callback; Max-Age=${LASTS_DAYS * 86_400}; HttpOnly; SameSite=Lax${secure}`;
}

/** One cookie a name: clerks of one office share a computer. */
const cookieName = (username: string) => `device-${createHash("sha256").update(username).digest("hex").slice(0, 12)}`;

const sealOf = (device: string, username: string) =>
  createHmac("sha256", `device ${cookieSecret()}`).update(`${username}|${device}`).digest("base64url");
