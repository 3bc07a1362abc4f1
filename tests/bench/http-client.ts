import { Agent, type IncomingHttpHeaders, request } from "node:http";
import { gunzipSync } from "node:zlib";

/** `firstByteMs`: from the asking to the first byte of the answer. */
export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer; firstByteMs: number };

export type Asking = {
  path: string;
  cookie?: string;
  json?: object;
  form?: Record<string, string>;
  accept?: string;
  expect?: number;
};

export type HttpClient = (asking: Asking) => Promise<Answer>;

const TIME_LIMIT_MS = 30_000;

/**
 * A client that keeps its connections and asks for compressed answers, as browsers do. Whatever is not an answer with the
 * expected status is thrown: a refused connection or an error page never counts as a request.
 */
export function httpClient(address: string): HttpClient {
  const { hostname, port } = new URL(address);
  if (hostname !== "127.0.0.1") throw new Error("The load is for this machine only.");
  const agent = new Agent({ keepAlive: true, maxSockets: 512, scheduling: "fifo" });

  return ({ path, cookie, json, form, accept = "application/json", expect = 200 }) =>
    new Promise((resolve, reject) => {
      const body = json ? JSON.stringify(json) : form ? new URLSearchParams(form).toString() : undefined;
      const headers: Record<string, string | number> = { accept, "accept-encoding": "gzip, deflate, br" };
      if (cookie) headers.cookie = cookie;
      if (body !== undefined) {
        headers["content-type"] = json ? "application/json" : "application/x-www-form-urlencoded";
        headers["content-length"] = Buffer.byteLength(body);
      }
      const began = performance.now();
      const asked = request(
        { agent, hostname, port, path, method: body === undefined ? "GET" : "POST", headers, timeout: TIME_LIMIT_MS },
        (response) => {
          const firstByteMs = performance.now() - began;
          const chunks: Buffer[] = [];
          response.on("data", (chunk) => chunks.push(chunk));
          response.on("error", reject);
          response.on("end", () => {
            const answer = {
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(chunks),
              firstByteMs,
            };
            if (answer.status === expect) resolve(answer);
            else
              reject(
                new Error(`${path} answered ${answer.status} instead of ${expect}: ${textOf(answer).slice(0, 300)}`),
              );
          });
        },
      );
      asked.on("timeout", () => asked.destroy(new Error(`${path} did not answer within ${TIME_LIMIT_MS / 1000} s`)));
      asked.on("error", reject);
      asked.end(body);
    });
}

/** What an answer says, uncompressed. */
export const textOf = ({ headers, body }: Answer) =>
  (headers["content-encoding"] === "gzip" ? gunzipSync(body) : body).toString("utf8");

export const jsonOf = <T>(answer: Answer): T => JSON.parse(textOf(answer)) as T;
