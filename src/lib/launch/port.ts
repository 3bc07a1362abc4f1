import { createServer } from "node:net";

/** Whether a server could listen there now. */
export function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const trial = createServer();
    trial.once("error", () => resolve(false));
    trial.listen({ port, host, exclusive: true }, () => trial.close(() => resolve(true)));
  });
}

/** A loopback port nobody uses at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const trial = createServer();
    trial.once("error", reject);
    trial.listen({ port: 0, host: "127.0.0.1" }, () => {
      const { port } = trial.address() as { port: number };
      trial.close(() => resolve(port));
    });
  });
}
