import { connect, createServer, type Server, type Socket } from "node:net";

/** A line between browser and server that can be cut like a cable: for pages and service workers alike. */
export class Line {
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  private port = 0;

  get address() {
    return `http://localhost:${this.port}`;
  }

  async join() {
    const server = createServer((near) => {
      const far = connect(Number(process.env.E2E_PORT), "127.0.0.1");
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        this.sockets.add(from);
        from.on("close", () => this.sockets.delete(from));
        from.on("error", () => to.destroy());
        from.pipe(to);
      }
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(this.port, "localhost", resolve));
    const address = server.address();
    if (address && typeof address === "object") this.port = address.port;
  }

  async cut() {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server?.close(resolve));
  }
}
