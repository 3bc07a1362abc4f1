import "server-only";
import { randomUUID } from "node:crypto";
import { access, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ByteRange, ObjectStore } from "./store.ts";

const KEY = /^[a-z0-9-]+(\/[a-z0-9-]+)*$/;

/** Objects as files below one folder. A file appears under its name only when all of it is on the disk. */
export function folderStore(folder: string): ObjectStore {
  const unfinished = join(folder, ".unfinished");
  let swept: Promise<void> | undefined;
  const pathOf = (key: string) => {
    if (!KEY.test(key)) throw new Error(`“${key}” is no key of the object store.`);
    return join(folder, key);
  };
  return {
    put: async (key, content) => {
      const path = pathOf(key);
      swept ??= sweep(unfinished);
      await swept;
      await writeWhole(path, content, join(unfinished, randomUUID()));
    },
    get: (key, range) => read(pathOf(key), range),
    has: (key) =>
      access(pathOf(key)).then(
        () => true,
        (error) => absent(error, false),
      ),
    remove: (key) => rm(pathOf(key), { force: true }),
    removeAll: (prefix) => rm(pathOf(prefix), { recursive: true, force: true }),
  };
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Makes the folder of what is being written, without what a crash left there long ago. */
async function sweep(unfinished: string) {
  await mkdir(unfinished, { recursive: true });
  for (const name of await readdir(unfinished)) {
    const path = join(unfinished, name);
    const { mtimeMs } = await stat(path).catch((error) => absent(error, { mtimeMs: Date.now() })); // another server sweeps too
    if (mtimeMs < Date.now() - DAY_MS) await rm(path, { force: true });
  }
}

/** Written elsewhere on the same disk, made durable, then renamed: a crash leaves the old state or the new one. */
async function writeWhole(path: string, content: Uint8Array, unfinished: string) {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(unfinished, "wx", 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
    await file.close();
    await rename(unfinished, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await file.close().catch(() => {}); // it may be closed already
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function syncFolder(path: string) {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function read(path: string, range?: ByteRange) {
  try {
    const file = await open(path, "r"); // opened first, so that what is absent is known before the first byte is due
    return file.createReadStream(range);
  } catch (error) {
    return absent(error, null);
  }
}

/** What to answer when there is no such file; any other failure is thrown on. */
function absent<Answer>(error: unknown, answer: Answer): Answer {
  if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  return answer;
}
