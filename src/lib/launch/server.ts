import { createServer, type IncomingMessage } from "node:http";
import { flushCompileCache } from "node:module";
import next from "next";
import type { Pool } from "pg";
import { isLean, leaveLean } from "./lean.ts";

/**
 * The web server: Next in one process, started and watched by start.ts, which tells it where to listen.
 * Ends by itself when the launcher is gone.
 */
const { HOST: hostname = "127.0.0.1", PORT, TRUST_PROXY, NODE_ENV } = process.env;
const port = Number(PORT);
const trustsProxy = TRUST_PROXY === "1";

/** Written by a proxy; from anybody else they would be a way to lie about where a request comes from. */
const proxyHeaders = [
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-port",
  "x-forwarded-proto",
  "x-real-ip",
];

const SHUTDOWN_LIMIT_MS = 10_000;

const server = createServer();
const app = next({ dev: NODE_ENV === "development", hostname, port, httpServer: server });
await app.prepare();
const handle = app.getRequestHandler();

server.on("request", (request, response) => {
  if (request.url?.includes("%00")) {
    response.writeHead(400).end(); // PostgreSQL stores no NUL, so no address of ours holds one
    return;
  }
  setClientAddress(request);
  request.headers["x-path"] = request.url; // pages that need a sign-in lead back here
  if (NODE_ENV !== "development" && isLean(request)) leaveLean(request, response);
  void handle(request, response);
});
server.keepAliveTimeout = 65_000; // longer than a proxy keeps its side, so that it never writes to a closed connection
server.once("error", (error) => {
  console.error(error);
  process.exit(1);
});
server.listen({ port, host: hostname }, () => {
  process.send?.("ready");
  flushCompileCache(); // now, because a killed process has no end at which to do it
});

process.once("SIGTERM", stop);
process.on("SIGINT", () => {}); // Ctrl-C reaches the launcher, which asks us in its order
process.once("disconnect", () => process.exit(1));

function setClientAddress(request: IncomingMessage) {
  if (trustsProxy) return;
  for (const name of proxyHeaders) delete request.headers[name];
  request.headers["x-forwarded-for"] = request.socket.remoteAddress;
}

/** Takes no new requests, finishes those under way, closes the connections to the database. */
async function stop() {
  if (NODE_ENV === "development") process.exit(0); // nothing is worth waiting for, and reloading pages never let go
  setTimeout(() => process.exit(0), SHUTDOWN_LIMIT_MS).unref();
  const finished = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  await finished;
  await (globalThis as { databasePool?: Pool }).databasePool?.end();
  process.exit(0);
}
