import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Makes this process the only one that works on a data folder, until it ends however it ends.
 * Resolves to null, or to the process id of the one that was there first.
 *
 * It is a socket and not a file: the system takes it away from a process that was killed.
 */
export async function becomeOnlyOne(folder: string): Promise<number | null> {
  const address = addressFor(folder);
  if (await listen(address)) return null;
  const other = await ask(address);
  if (other !== null) return other;
  if (!address.startsWith("\0")) rmSync(address, { force: true }); // left behind by a killed process
  return (await listen(address)) ? null : ask(address);
}

function addressFor(folder: string): string {
  const name = `toan-dan-${createHash("sha256").update(folder).digest("hex").slice(0, 16)}`;
  if (process.platform === "linux") return `\0${name}`; // no file at all
  return process.platform === "win32" ? `\\\\.\\pipe\\${name}` : join(tmpdir(), name);
}

let held: Server | undefined;

function listen(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.end(String(process.pid)));
    server.once("error", () => resolve(false));
    server.listen(address, () => {
      held = server.unref();
      resolve(held.listening);
    });
  });
}

function ask(address: string): Promise<number | null> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(address);
    socket.setEncoding("utf8").setTimeout(2_000, () => socket.destroy());
    socket.on("data", (text) => (answer += text));
    socket.on("error", () => resolve(null));
    socket.on("close", () => resolve(Number(answer) || null));
  });
}
