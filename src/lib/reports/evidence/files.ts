import "server-only";
import type { Readable } from "node:stream";
import { row } from "#lib/db";
import { type ByteRange, objectStore } from "#lib/store/store";

/** Contents in the object store, each once under its SHA-256. */

const keyOf = (hash: string) => `sha256/${hash.slice(0, 2)}/${hash}`;

/** What is known of a content before anybody names it. */
type Kept = { hash: string; size: number; mediaType: string; signatures: unknown; rootsSeen: string | null };

/**
 * Puts a content into the store unless it is there. Its row is written first and says that it was touched now,
 * so that a removal of unused files running beside leaves it alone until it is attached.
 */
export async function keepFile(file: Kept, content: Buffer) {
  await row(
    `insert into stored_file (hash, size, media_type, signatures, roots_seen, touched_at) values ($1, $2, $3, $4, $5, now())
     on conflict (hash) do update set touched_at = now(), signatures = excluded.signatures, roots_seen = excluded.roots_seen`,
    [file.hash, file.size, file.mediaType, file.signatures && JSON.stringify(file.signatures), file.rootsSeen],
  );
  const store = await objectStore();
  if (!(await store.has(keyOf(file.hash)))) await store.put(keyOf(file.hash), content);
}

/** The content, or a part of it. @throws when the store has lost it. */
export async function openFile(hash: string, range?: ByteRange): Promise<Readable> {
  const content = await (await objectStore()).get(keyOf(hash), range);
  if (!content) throw new Error(`The object store has no ${keyOf(hash)}.`);
  return content;
}

export const removeFile = async (hash: string) => (await objectStore()).remove(keyOf(hash));

/** A chunk of an upload; the last word makes two attempts at one place two objects. */
export const chunkKey = (uploadId: string, offset: number, attempt: string) =>
  `uploads/${uploadId}/${offset}-${attempt}`;

export const removeChunks = async (uploadId: string) => (await objectStore()).removeAll(`uploads/${uploadId}`);

export async function readWhole(content: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
}
