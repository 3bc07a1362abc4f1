import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** An empty folder that the unprivileged user of PostgreSQL can reach also when tests run as root. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "thi-dua-"));
  chmodSync(folder, 0o755);
  return folder;
}
