import "server-only";
import type { Readable } from "node:stream";
import NodeClam from "clamscan";
import { env } from "#lib/env";

/** What clamd says of a file. */
export type Scanned = { virus: string | null };

export const hasScanner = () => Boolean(env().CLAMD_HOST || env().CLAMD_SOCKET);

const SCAN_MS = 60_000;

/** Sends the content to clamd. @throws when clamd is not there or gives no clear answer. */
export async function scan(content: Readable): Promise<Scanned> {
  const { CLAMD_HOST, CLAMD_PORT, CLAMD_SOCKET } = env();
  const clamd = await new NodeClam().init({
    clamscan: { active: false },
    clamdscan: {
      active: true,
      path: false,
      localFallback: false,
      timeout: SCAN_MS,
      ...(CLAMD_SOCKET ? { socket: CLAMD_SOCKET } : { host: CLAMD_HOST, port: CLAMD_PORT }),
    },
    preference: "clamdscan",
  });
  const { isInfected, viruses } = await clamd.scanStream(content);
  if (isInfected === null) throw new Error("clamd gave no clear answer.");
  return { virus: isInfected ? (viruses[0] ?? "không rõ tên") : null };
}
