import "server-only";
import { z } from "zod";
import { type FieldProblem, notFound, signInNeeded, UserFacingError } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { actorOf } from "#lib/identity/session";

/** What a command says when it has worked: a sentence, where to go next, and what the caller asked for. */
export type Outcome = { message: string; href?: string; data?: unknown };

type RouteContext = { params: Promise<Record<string, string>> };

/**
 * A write as a thin POST route: find the actor, parse, run one service verb, answer.
 * Route parameters and the form (or JSON body) are parsed together by `schema`.
 * Answers JSON to scripts; a form without JavaScript is redirected, or shown the sentence that refuses it.
 */
export function command<Schema extends z.ZodType>(
  schema: Schema,
  run: (actor: Actor, input: z.output<Schema>) => Promise<Outcome>,
  options: { allowPasswordChange?: boolean } = {},
) {
  return async (request: Request, context: RouteContext): Promise<Response> =>
    answer(request, async () => {
      refuseOtherSites(request);
      const actor = await actorOf(request, options);
      if (!actor) throw signInNeeded();
      return run(actor, parse(schema, { ...(await readBody(request)), ...(await context.params) }));
    });
}

/** Runs `work` and turns its outcome, or what the user may be told, into a response. Bugs are thrown on. */
export async function answer(request: Request, work: () => Promise<Outcome>): Promise<Response> {
  const wantsPage = !request.headers.get("accept")?.includes("application/json") && !isJson(request);
  try {
    const outcome = await work();
    if (!wantsPage) return Response.json(outcome, { headers: SMALL });
    return new Response(null, { status: 303, headers: { location: outcome.href ?? backTo(request) } });
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error;
    if (wantsPage) return refusalPage(error);
    return refusal(error);
  }
}

/** Answers a read with data, or with the sentence that refuses it. */
export async function respond(read: () => Promise<object>): Promise<Response> {
  try {
    return Response.json(await read(), { headers: { "cache-control": "private, no-store" } });
  } catch (error) {
    if (error instanceof UserFacingError) return refusal(error);
    throw error;
  }
}

/** A file to keep: its bytes, or the stream that makes them. */
export type Delivery = { body: Uint8Array | ReadableStream<Uint8Array>; fileName: string; type: string };

/** Answers a read with a file to save, or with the sentence that refuses it: a page when the browser goes there by itself. */
export async function deliver(request: Request, read: (actor: Actor) => Promise<Delivery>): Promise<Response> {
  try {
    const actor = await actorOf(request);
    if (!actor) throw signInNeeded();
    const { body, fileName, type } = await read(actor);
    return new Response(body as BodyInit, {
      headers: {
        "content-type": type,
        "content-disposition": `attachment; filename="${fileName}"`,
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error;
    return request.headers.get("accept")?.includes("text/html") ? refusalPage(error) : refusal(error);
  }
}

const refusal = ({ message, fields, detail, status }: UserFacingError) =>
  Response.json({ message, fields, detail }, { status, headers: SMALL });

/** Answers of a few hundred bytes: not kept anywhere, and not worth the processor time of compressing them. */
const SMALL = { "cache-control": "no-store, no-transform" };

/** @throws UserFacingError 422 with a problem for each field that does not have the right shape. */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  if (holdsNul(input))
    throw new UserFacingError(
      400,
      "Nội dung gửi lên có ký tự không hợp lệ (ký tự rỗng). Hãy xóa ký tự đó rồi gửi lại.",
    );
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields: FieldProblem[] = parsed.error.issues.map((issue) => ({
    field: issue.path.join("."),
    message: issue.message,
  }));
  if (fields.some(({ field }) => field === "id" || field.endsWith("Id"))) throw notFound("mục này");
  throw new UserFacingError(
    422,
    fields.length === 1 && fields[0] ? fields[0].message : `Có ${fields.length} chỗ cần sửa.`,
    fields,
  );
}

/** PostgreSQL stores no NUL character: neither an id nor a text of ours holds one. */
const holdsNul = (value: unknown): boolean =>
  typeof value === "string"
    ? value.includes("\0")
    : typeof value === "object" && value !== null && Object.values(value).some(holdsNul);

/** Browsers name the page a request comes from; one from another site does not act with our cookies. */
export function refuseOtherSites(request: Request) {
  const origin = request.headers.get("origin");
  if (origin && new URL(origin).host !== request.headers.get("host")) {
    throw new UserFacingError(
      403,
      "Yêu cầu đến từ một trang khác nên không được thực hiện. Hãy mở lại trang này rồi làm lại.",
    );
  }
}

const MAX_BODY_BYTES = 1_000_000;

/** The body as fields, from JSON or a form. @throws UserFacingError when it cannot be read or is too large. */
export async function readBody(request: Request): Promise<Record<string, unknown>> {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY_BYTES)
    throw new UserFacingError(422, "Nội dung gửi lên vượt quá 1 MB. Hãy rút gọn rồi gửi lại.");
  try {
    if (isJson(request)) return z.record(z.string(), z.unknown()).parse(await request.json());
    return fromForm(await request.formData());
  } catch {
    throw new UserFacingError(400, "Không đọc được nội dung gửi lên. Hãy tải lại trang rồi gửi lại.");
  }
}

/** Repeated names become lists; a name ending in [] is always a list. */
function fromForm(form: FormData) {
  const input: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name);
    if (name.endsWith("[]")) input[name.slice(0, -2)] = values;
    else input[name] = values.length > 1 ? values : values[0];
  }
  return input;
}

const isJson = (request: Request) => request.headers.get("content-type")?.includes("application/json") ?? false;

const backTo = (request: Request) => {
  const referer = request.headers.get("referer");
  return referer ? new URL(referer).pathname + new URL(referer).search : "/work";
};

const asText = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

function refusalPage(error: UserFacingError) {
  const problems = error.fields.map(({ message }) => `<li>${asText(message)}</li>`).join("");
  const html = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Chưa thực hiện được</title>
<main style="font:16px/1.5 sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem"><h1>Chưa thực hiện được</h1><p>${asText(error.message)}</p><ul>${problems}</ul>
<p>Bấm nút quay lại của trình duyệt: những gì đã nhập vẫn còn.</p></main></html>`;
  return new Response(html, { status: error.status, headers: { "content-type": "text/html; charset=utf-8" } });
}
