import "server-only";
import { createHash } from "node:crypto";
import { decode } from "next-auth/jwt";
import { env } from "#lib/env";

/** A session ends this long after sign-in, whatever happens. */
export const SESSION_HOURS = 12;

/** Over https the browser must never send our cookies in the clear. */
export const secureCookies = () => env().NEXTAUTH_URL?.startsWith("https://") ?? false;

/** As next-auth names it. */
export const sessionCookieName = () => `${secureCookies() ? "__Secure-" : ""}next-auth.session-token`;

/** What signs and encrypts cookies. The start of the application sets it when the operator does not. */
export function cookieSecret() {
  const { NEXTAUTH_SECRET } = env();
  if (!NEXTAUTH_SECRET)
    throw new Error("NEXTAUTH_SECRET is not set: start the application with npm start or npm run dev.");
  return NEXTAUTH_SECRET;
}

/** The row id of a session: a copy of the database opens no session. */
export const sessionIdOfToken = (token: string) => createHash("sha256").update(token).digest("hex");

/** The session a cookie names, or null. Does not say that the session still lives. */
export async function sessionIdOfCookie(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  const known = opened.get(cookie);
  if (known) return known.until > Date.now() ? known.id : null;

  const token = await openCookie(cookie);
  if (!token) return null;
  remember(cookie, token);
  return token.id;
}

type Opened = { id: string; until: number };

// Opening costs a key derivation and a decryption; a clerk who types sends the same cookie every second.
const opened = new Map<string, Opened>();
const REMEMBERED_COOKIES = 10_000;

function remember(cookie: string, token: Opened) {
  if (opened.size >= REMEMBERED_COOKIES) opened.delete(opened.keys().next().value as string);
  opened.set(cookie, token);
}

async function openCookie(cookie: string): Promise<Opened | null> {
  try {
    const claims = await decode({ token: cookie, secret: cookieSecret() });
    if (typeof claims?.session !== "string" || typeof claims.exp !== "number") return null;
    return { id: sessionIdOfToken(claims.session), until: claims.exp * 1000 };
  } catch {
    return null; // forged, expired, or sealed with an earlier secret: the same as no cookie
  }
}

/** The value of one cookie of a request. */
export function cookieOf(headers: Headers, name: string): string | undefined {
  for (const part of headers.get("cookie")?.split(";") ?? []) {
    const at = part.indexOf("=");
    if (part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}
