import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { secureCookies } from "#lib/identity/session-cookie";
import { csrfCookieName, newCsrfCookie } from "#lib/identity/sign-in/csrf";

/** Gives a browser the cookie that its sign-in form must match, which a page cannot do, and sends it back to the form. */
export async function GET(request: Request) {
  const query = new URL(request.url).searchParams;
  query.set("started", "1");
  (await cookies()).set(csrfCookieName(), newCsrfCookie(), {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: secureCookies(),
  });
  redirect(`/sign-in?${query}`);
}
