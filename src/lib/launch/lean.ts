import { createHash } from "node:crypto";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";

/**
 * Pages for everybody are plain links and forms: they leave the server without any script, with a mark and for a minute of
 * keeping, the same bytes for whoever asks (docs/decisions/0036). Elsewhere a page keeps its scripts.
 */
const leanPages = new Set(["/", "/campaign", "/progress", "/exemplars", "/open-data", "/awarded"]);

const KEPT_SECONDS = 60;

export const isLean = ({ method, url = "", headers }: IncomingMessage) =>
  (method === "GET" || method === "HEAD") && leanPages.has(url.split("?")[0] ?? "") && headers.rsc === undefined;

/** Holds the answer back until it is whole, takes the scripts out of it and sends it on. */
export function leaveLean(request: IncomingMessage, response: ServerResponse) {
  const accepts = String(request.headers["accept-encoding"] ?? "").includes("gzip");
  delete request.headers["accept-encoding"]; // what Next has compressed could not be read here
  const known = request.headers["if-none-match"];
  delete request.headers["if-none-match"];
  const parts: Buffer[] = [];
  const { write, end, writeHead, flushHeaders } = response;
  const take = (part: unknown, encoding?: unknown) => {
    if (typeof part === "string")
      parts.push(Buffer.from(part, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8"));
    else if (part instanceof Uint8Array) parts.push(Buffer.from(part));
  };
  const finished = (args: unknown[]) => args.find((one): one is () => void => typeof one === "function");

  response.flushHeaders = () => {};
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    response.statusCode = status;
    const headers = rest.find((one) => typeof one === "object" && one !== null) as OutgoingHttpHeaders | undefined;
    for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) response.setHeader(name, value);
    return response;
  }) as typeof response.writeHead;
  response.write = ((part: unknown, ...rest: unknown[]) => {
    take(part, rest[0]);
    finished(rest)?.();
    return true;
  }) as typeof response.write;
  response.end = ((...args: unknown[]) => {
    take(args[0], args[1]);
    Object.assign(response, { write, end, writeHead, flushHeaders });
    response.removeHeader("transfer-encoding");
    const sent = leanBody(Buffer.concat(parts), response, { accepts, known });
    const isHead = request.method === "HEAD" || response.statusCode === 304;
    return response.end(isHead ? undefined : sent, finished(args));
  }) as typeof response.end;
}

function leanBody(
  body: Buffer,
  response: ServerResponse,
  { accepts, known }: { accepts: boolean; known: string | undefined },
) {
  if (!String(response.getHeader("content-type")).startsWith("text/html")) return body;
  const html = withoutScripts(body.toString("utf8"));
  if (response.statusCode !== 200) return Buffer.from(html);
  const mark = `"${createHash("sha256").update(html).digest("base64url").slice(0, 27)}"`;
  response.setHeader("etag", mark);
  response.setHeader("cache-control", `public, max-age=${KEPT_SECONDS}`);
  response.setHeader("vary", "accept-encoding");
  response.removeHeader("content-length");
  response.removeHeader("link"); // hints to fetch scripts early
  if (known?.split(",").some((one) => one.trim().replace(/^W\//, "") === mark)) response.statusCode = 304;
  if (!accepts) return Buffer.from(html);
  response.setHeader("content-encoding", "gzip");
  return gzipSync(html);
}

/** Scripts with what they carry, and the hints to fetch them; everything else of the page stays as it is. */
export const withoutScripts = (html: string) =>
  html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, "").replace(/<link\b[^>]*\bas="script"[^>]*>/g, "");
