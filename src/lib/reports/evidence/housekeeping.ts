import "server-only";
import { row, rows, transaction } from "#lib/db";
import { openFile, readWhole, removeChunks, removeFile } from "./files.ts";
import { hasScanner, scan } from "./scanner.ts";
import { trustRoots } from "./signatures/roots.ts";
import { readSignatures } from "./signatures/verify.ts";

/** What goes on without anybody asking. Each verb may run twice, at once, and on several servers. */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A broken upload can be taken up again over a weekend. */
const UPLOAD_KEPT_MS = 72 * HOUR_MS;
/** Between putting a file into the store and attaching it lie seconds; nobody removes it meanwhile. */
const FILE_KEPT_MS = HOUR_MS;

/** Removes uploads nobody goes on with and contents nothing names. Returns how many of each. */
export async function removeUnused(now = new Date()) {
  const uploads = await countWhile(() => removeOneUpload(new Date(now.getTime() - UPLOAD_KEPT_MS)));
  const files = await countWhile(() => removeOneFile(new Date(now.getTime() - FILE_KEPT_MS)));
  return { uploads, files };
}

async function countWhile(step: () => Promise<boolean>): Promise<number> {
  let count = 0;
  while (await step()) count++;
  return count;
}

/** The row goes when the chunks are gone: a failure between leaves the row for the next time. */
const removeOneUpload = (before: Date) =>
  transaction(async (tx) => {
    const upload = await row<{ id: string }>(
      "delete from evidence_upload where id = (select id from evidence_upload where touched_at < $1 limit 1 for update skip locked) returning id",
      [before],
      tx,
    );
    if (upload) await removeChunks(upload.id);
    return upload !== null;
  });

const removeOneFile = (before: Date) =>
  transaction(async (tx) => {
    const file = await row<{ hash: string }>(
      `delete from stored_file where hash = (select f.hash from stored_file f where f.touched_at < $1
         and not exists (select from evidence e where e.hash = f.hash) limit 1 for update skip locked) returning hash`,
      [before],
      tx,
    );
    if (file) await removeFile(file.hash);
    return file !== null;
  });

const SCANNED_AT_ONCE = 50;
const FAILURES_TO_STOP = 3;

/**
 * Has clamd look at what it has not seen yet, first at what was never tried: a file that cannot be scanned does not keep the others waiting.
 * Stops when clamd seems to be away. Returns how many files were scanned.
 */
export async function scanWaiting(): Promise<number> {
  if (!hasScanner()) return 0;
  const waiting = await rows<{ hash: string }>(
    `select f.hash from stored_file f where f.scan = 'unscanned' and exists (select from evidence e where e.hash = f.hash)
     order by f.scanned_at nulls first, f.touched_at limit $1`,
    [SCANNED_AT_ONCE],
  );
  let scanned = 0;
  let failures = 0;
  for (const { hash } of waiting) {
    if (await scanOne(hash)) scanned++;
    else if (++failures === FAILURES_TO_STOP) break;
  }
  return scanned;
}

async function scanOne(hash: string): Promise<boolean> {
  try {
    const { virus } = await scan(await openFile(hash));
    await rows(
      "update stored_file set scan = $2, virus = $3, scanned_at = now() where hash = $1 and scan = 'unscanned'",
      [hash, virus ? "infected" : "clean", virus],
    );
    return true;
  } catch (error) {
    console.error(`Chưa quét được tệp ${hash}: ${(error as Error).message}`);
    await rows("update stored_file set scanned_at = now() where hash = $1", [hash]);
    return false;
  }
}

/** Looks again at the signatures that were judged by other trust roots than those of now. Returns how many files. */
export async function refreshSignatures(): Promise<number> {
  const roots = await trustRoots();
  const stale = await rows<{ hash: string }>(
    "select hash from stored_file where jsonb_array_length(signatures) > 0 and roots_seen is distinct from $1 limit 50",
    [roots.fingerprint],
  );
  for (const { hash } of stale) {
    const signatures = await readSignatures(await readWhole(await openFile(hash)), roots);
    await rows("update stored_file set signatures = $2, roots_seen = $3 where hash = $1", [
      hash,
      JSON.stringify(signatures),
      roots.fingerprint,
    ]);
  }
  return stale.length;
}

const EVERY_MS = 10 * MINUTE_MS;

/** From now on, every ten minutes while this process lives. */
export function keepHouse() {
  const run = async () => {
    try {
      await removeUnused();
      await scanWaiting();
      await refreshSignatures();
    } catch (error) {
      console.error(`Việc dọn tệp đính kèm chưa làm được, sẽ làm lại sau: ${(error as Error).message}`);
    }
  };
  setTimeout(run, MINUTE_MS).unref(); // not while the server has its first visitors to answer
  setInterval(run, EVERY_MS).unref();
}
