import "server-only";
import type { Readable } from "node:stream";
import { env } from "#lib/env";
import { folderStore } from "./folder.ts";

/** Where files are kept, whatever keeps them. Keys are lower-case words and numbers between slashes. */
export type ObjectStore = {
  /** Keeps the whole content or nothing; over an object of the same key it takes its place. */
  put(key: string, content: Uint8Array): Promise<void>;
  /** The content, or a part of it; null when there is no such object. */
  get(key: string, range?: ByteRange): Promise<Readable | null>;
  has(key: string): Promise<boolean>;
  /** Also of what is not there. */
  remove(key: string): Promise<void>;
  /** Everything whose key begins with `folder` and a slash. */
  removeAll(folder: string): Promise<void>;
};

/** First and last byte, both included. */
export type ByteRange = { start: number; end: number };

let opened: Promise<ObjectStore> | undefined;

/** The store of this installation: a bucket of S3 when one is set, otherwise a folder below DATA_DIR. */
export function objectStore(): Promise<ObjectStore> {
  opened ??= open();
  return opened;
}

async function open(): Promise<ObjectStore> {
  const { DATA_DIR, S3_BUCKET, S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env();
  if (!S3_BUCKET) return folderStore(`${DATA_DIR}/objects`);
  const { s3Store } = await import("./s3.ts"); // a heavy library, and most installations do without it
  return s3Store({
    bucket: S3_BUCKET,
    endpoint: S3_ENDPOINT,
    region: S3_REGION,
    keys: S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY ? { id: S3_ACCESS_KEY_ID, secret: S3_SECRET_ACCESS_KEY } : undefined,
  });
}
