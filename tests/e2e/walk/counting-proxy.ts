import { connect, createServer, type Server } from "node:net";

/**
 * Stands between the application and PostgreSQL and notes every statement that passes, as the protocol carries it.
 * Source: PostgreSQL, “Frontend/Backend Protocol”, Message Formats: Parse, Bind, Execute, Query.
 */
export type CountingProxy = {
  url: string /** the statements since the last call */;
  take: () => string[];
  close: () => void;
};

export async function countStatements(databaseUrl: string): Promise<CountingProxy> {
  const target = new URL(databaseUrl);
  let passed: string[] = [];
  const server: Server = createServer((client) => {
    const database = connect({ host: target.hostname, port: Number(target.port) });
    const read = reader((statement) => passed.push(statement));
    client.on("data", read);
    client.pipe(database).pipe(client);
    client.on("error", () => database.destroy());
    database.on("error", () => client.destroy());
    client.on("close", () => database.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(databaseUrl);
  url.port = String((server.address() as { port: number }).port);
  return {
    url: url.href,
    take: () => {
      const taken = passed;
      passed = [];
      return taken;
    },
    close: () => server.close(),
  };
}

/** Reads what one client sends. Its first message has no type; every other is type, length and content. */
function reader(note: (statement: string) => void): (chunk: Buffer) => void {
  let waiting = Buffer.alloc(0);
  let hasStarted = false;
  const texts = new Map<string, string>();
  let bound = "";
  return (chunk) => {
    waiting = Buffer.concat([waiting, chunk]);
    while (waiting.length >= (hasStarted ? 5 : 4)) {
      const start = hasStarted ? 1 : 0;
      const end = start + waiting.readInt32BE(start);
      if (waiting.length < end) return;
      const type = hasStarted ? String.fromCharCode(waiting[0] ?? 0) : "";
      const content = waiting.subarray(start + 4, end);
      hasStarted = true;
      waiting = waiting.subarray(end);
      const [first = "", second = ""] =
        type === "P" || type === "B" || type === "Q" ? content.toString("latin1").split("\0", 2) : [];
      if (type === "P") texts.set(first, second);
      if (type === "B") bound = texts.get(second) ?? "";
      if (type === "E") note(bound);
      if (type === "Q") note(first);
    }
  };
}
