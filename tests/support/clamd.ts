import { createServer, type Socket } from "node:net";

/**
 * A server that speaks clamd's protocol over TCP: PING, and INSTREAM with its chunks. It finds what contains one of `signatures`.
 * Source: clamd(8), COMMANDS: “INSTREAM”: each chunk is a four-byte length in network order and the data, a length of zero ends it.
 */
export type Clamd = {
  port: number;
  scanned: () => number;
  answerWith: (reply: string | null) => void;
  close: () => Promise<void>;
};

const INSTREAM = "zINSTREAM\0";

export async function startClamd(signatures: Record<string, string>): Promise<Clamd> {
  let scanned = 0;
  let fixed: string | null = null;
  const reply = (content: Buffer) => {
    scanned++;
    const found = Object.entries(signatures).find(([, pattern]) => content.includes(pattern));
    return fixed ?? `stream: ${found ? `${found[0]} FOUND` : "OK"}\0`;
  };
  const server = createServer((socket) => serve(socket, reply));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as { port: number }).port,
    scanned: () => scanned,
    answerWith: (text) => {
      fixed = text;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function serve(socket: Socket, reply: (content: Buffer) => string) {
  let waiting = Buffer.alloc(0);
  socket.on("error", () => socket.destroy());
  socket.on("data", (data) => {
    waiting = Buffer.concat([waiting, data]);
    if (waiting.toString("latin1", 0, 4) === "PING") return void socket.end("PONG\n");
    if (waiting.toString("latin1", 0, INSTREAM.length) !== INSTREAM) {
      if (waiting.length >= INSTREAM.length) socket.end("UNKNOWN COMMAND\0");
      return;
    }
    const content = streamed(waiting.subarray(INSTREAM.length));
    if (content) socket.end(reply(content));
  });
}

/** The chunks put together, or null while the last one is not there. */
function streamed(data: Buffer): Buffer | null {
  const chunks: Buffer[] = [];
  for (let at = 0; at + 4 <= data.length; ) {
    const length = data.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(data.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
