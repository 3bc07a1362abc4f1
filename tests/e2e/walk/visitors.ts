import { demonstrationPassword } from "../../../src/lib/demonstration/accounts.ts";

const address = `http://127.0.0.1:${process.env.E2E_PORT}`;

/** Somebody who visits by plain HTTP, or nobody in particular when there is no cookie. */
export type Visitor = { username: string; cookie: string };

export type Answer = { status: number; location: string | null; body: string };

/** Signs in as the form does: with the token that next-auth gives to the browser. */
export async function signIn(username: string, at = address): Promise<Visitor> {
  const start = await fetch(`${at}/api/auth/csrf`);
  const { csrfToken } = await start.json();
  const answer = await fetch(`${at}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: cookiesOf(start) },
    body: new URLSearchParams({ csrfToken, username, password: demonstrationPassword }),
  });
  const cookie = cookiesOf(answer);
  if (!cookie.includes("session-token"))
    throw new Error(`${username} is not signed in: ${answer.status} ${answer.headers.get("location")}`);
  return { username, cookie };
}

const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");

export type Asking = { method?: string; path: string; body?: object | undefined; headers?: Record<string, string> };

/** One request; redirects are answers too. */
export async function visit(
  cookie: string | null,
  { method = "GET", path, body, headers = {} }: Asking,
  at = address,
): Promise<Answer> {
  const isApi = path.startsWith("/api/");
  const answer = await fetch(at + path, {
    method,
    redirect: "manual",
    headers: {
      ...(cookie ? { cookie } : {}),
      ...(isApi ? { accept: "application/json" } : {}),
      ...(body ? { "content-type": "application/json" } : {}),
      ...headers,
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, location: answer.headers.get("location"), body: await answer.text() };
}

/** The page as the browser asks for it when it navigates inside the application: Next first adds a parameter to the address. */
export async function navigate(cookie: string | null, path: string): Promise<Answer> {
  const headers = { RSC: "1" };
  const answer = await visit(cookie, { path, headers });
  return answer.location?.includes("_rsc")
    ? visit(cookie, { path: answer.location.replace(/^https?:\/\/[^/]+/, ""), headers })
    : answer;
}

/** Runs work on all items, a few at a time; the outcomes come in the order of the items. */
export async function eachOf<Item, Outcome>(
  items: Item[],
  work: (item: Item) => Promise<Outcome>,
  atOnce = 6,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const queue = items.map((item, index) => ({ item, index }));
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let next = queue.shift(); next; next = queue.shift()) outcomes[next.index] = await work(next.item);
    }),
  );
  return outcomes;
}
