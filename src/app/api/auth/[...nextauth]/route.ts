import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { deviceCookie, deviceOf } from "#lib/identity/sign-in/device";
import { authOptions } from "#lib/identity/sign-in/options";
import { localPath } from "#lib/identity/sign-in/rules";
import { type SignInResult, signIn } from "#lib/identity/sign-in/service";

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own addresses: the form token, whether a session is open, signing out. */
export const GET = (request: NextRequest, context: Context) =>
  NextAuth(
    request,
    context,
    authOptions(request.headers.get("host"), async () => null),
  );

/** A sign-in, or one of next-auth's other forms. Its answers send a browser to a page of ours, and tell a script the same as JSON. */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  const host = request.headers.get("host");
  let result: SignInResult | undefined;
  let asked: Record<string, unknown> = {};

  const response: Response = await NextAuth(
    request,
    context,
    authOptions(host, async (credentials) => {
      asked = credentials;
      result = await signIn({
        username: String(credentials.username ?? ""),
        password: String(credentials.password ?? ""),
        address: addressOf(request),
        userAgent: request.headers.get("user-agent"),
        deviceFor: (username) => deviceOf(request.headers, username),
      });
      return result.outcome === "signedIn" ? { id: result.personId, session: result.token } : null;
    }),
  );

  if (nextauth.join("/") !== "callback/credentials") return response;
  if (result?.outcome === "signedIn") {
    response.headers.append("set-cookie", deviceCookie(result.device, result.username));
    return response;
  }
  return refusal(request, result, asked, response);
}

/** The nearest proxy, or our own server, writes the last address. */
const addressOf = (request: NextRequest) =>
  request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";

const statuses = { wrong: 401, locked: 403, noRole: 403, wait: 429, busy: 503, expired: 400 } as const;

/** Back to the form, with what went wrong and the name already typed; a script that asked for JSON is told the same. */
function refusal(
  request: NextRequest,
  result: Exclude<SignInResult, { outcome: "signedIn" }> | undefined,
  asked: Record<string, unknown>,
  response: Response,
) {
  const problem = result?.outcome ?? "expired"; // next-auth did not ask us: the form token was not the browser's
  const callbackUrl = typeof asked.callbackUrl === "string" ? asked.callbackUrl : callbackUrlOfForm(request);
  const search = new URLSearchParams({ problem, callbackUrl: localPath(callbackUrl, request.headers.get("host")) });
  if (result?.outcome === "wait") search.set("seconds", String(result.seconds));
  if (typeof asked.username === "string") search.set("username", asked.username.slice(0, 100));

  const url = `/sign-in?${search}`;
  const headers = new Headers(
    response.headers.getSetCookie().map((cookie): [string, string] => ["set-cookie", cookie]),
  );
  if (response.headers.get("content-type")?.includes("json"))
    return Response.json({ url, problem }, { status: statuses[problem], headers });
  headers.set("location", url);
  return new Response(null, { status: 303, headers });
}

/** The form's own address holds it too. */
function callbackUrlOfForm(request: NextRequest) {
  const form = request.headers.get("referer") ?? "";
  return URL.canParse(form) ? new URL(form).searchParams.get("callbackUrl") : null;
}
