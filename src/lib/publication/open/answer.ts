import "server-only";
import { createHash } from "node:crypto";
import type { z } from "zod";

/** Seconds an answer may be kept by whoever fetched it: after a withdrawal the old answer is gone everywhere by then. */
const KEPT_SECONDS = 60;

const OPEN = { "access-control-allow-origin": "*", "x-content-type-options": "nosniff" };

type Asked = { format?: "json" | "csv"; bom?: "1" | undefined };

/**
 * An address that everybody may read, without a sign-in: parses the query strictly, answers JSON or CSV in the shape of `answer`,
 * with a mark by which a client asks whether anything has changed. Nothing of who asks is read.
 */
export const openRead =
  <Query extends z.ZodType<Asked>, Answer extends z.ZodType>(
    query: Query,
    answer: Answer,
    fileName: string,
    read: (asked: z.output<Query>) => Promise<z.input<Answer>>,
  ) =>
  async (request: Request): Promise<Response> => {
    const parameters = new URL(request.url).searchParams;
    const problem = problemOf(query, parameters);
    if (problem) return Response.json(problem, { status: 400, headers: { ...OPEN, "cache-control": "no-store" } });
    const asked = query.parse(Object.fromEntries(parameters));
    const found = answer.parse(await read(asked)); // more than is described is never sent
    if (asked.format !== "csv") return cached(request, `${JSON.stringify(found)}\n`, "application/json; charset=utf-8");
    const text = `${asked.bom ? "\uFEFF" : ""}${csvOf(found as Record<string, unknown>[], answer)}`;
    return cached(request, text, "text/csv; charset=utf-8", {
      "content-disposition": `attachment; filename="${fileName}.csv"`,
    });
  };

/** An answer with its mark; 304 without a body to whoever has it already. */
export function cached(request: Request, body: string | Uint8Array, type: string, more: Record<string, string> = {}) {
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const headers = { ...OPEN, ...more, etag, "cache-control": `public, max-age=${KEPT_SECONDS}` };
  const known =
    request.headers
      .get("if-none-match")
      ?.split(",")
      .map((mark) => mark.trim().replace(/^W\//, "")) ?? [];
  if (known.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(body as BodyInit, { headers: { ...headers, "content-type": type } });
}

/** What is wrong with a query, in a sentence that names the parameter; null when nothing is. */
function problemOf(query: z.ZodType, parameters: URLSearchParams) {
  const names = [...parameters.keys()];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice)
    return { message: `Tham số “${shown(twice)}” có nhiều giá trị; hãy gửi một giá trị.`, parameter: shown(twice) };
  const parsed = query.safeParse(Object.fromEntries(parameters));
  const issue = parsed.error?.issues[0];
  if (!issue) return null;
  if (issue.code === "unrecognized_keys") {
    const name = shown(issue.keys[0] ?? "");
    return { message: `Không có tham số “${name}”. Xem các tham số ở /open-data.`, parameter: name };
  }
  const name = String(issue.path[0]);
  return {
    message: `Tham số “${name}” ${issue.message}; giá trị “${shown(parameters.get(name) ?? "")}” không dùng được.`,
    parameter: name,
  };
}

const shown = (text: string) => text.slice(0, 40);

/** RFC 4180: the columns are those of the schema also when there is no row; numbers keep their dot. */
function csvOf(found: Record<string, unknown>[], answer: z.ZodType) {
  const columns = Object.keys((answer as z.ZodArray<z.ZodObject>).element.shape);
  const lines = found.map((one) => columns.map((name) => csvCell(one[name])).join(","));
  return `${[columns.join(","), ...lines].join("\r\n")}\r\n`;
}

function csvCell(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "string" ? value.replace(/^(?=\s*[=+\-@\t\r])/, "'") : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
