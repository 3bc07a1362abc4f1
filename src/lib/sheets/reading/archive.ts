import { crc32, inflateRawSync } from "node:zlib";
import { limits } from "./limits.ts";
import { FileRefusal } from "./refusal.ts";

/** The files inside a .xlsx by their names; each is inflated when it is asked for, never beyond what it declares. */
export type Archive = { names: string[]; read: (name: string) => Buffer | null };

type Entry = { name: string; flags: number; method: number; crc: number; packed: number; size: number; at: number };

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;

/**
 * Opens a .zip by its central directory and refuses what no office program writes, before anything is inflated:
 * too many or too large entries, extreme ratios, encryption, ZIP64, two entries of one name.
 * @throws FileRefusal
 */
export function openArchive(bytes: Buffer): Archive {
  const entries = readDirectory(bytes);
  const byName = new Map<string, Entry>();
  for (const entry of entries) {
    if (byName.has(entry.name)) throw new FileRefusal("broken");
    byName.set(entry.name, entry);
  }
  refuseBombs(entries);
  return { names: [...byName.keys()], read: (name) => inflate(bytes, byName.get(name)) };
}

function readDirectory(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END_OF_DIRECTORY)
    throw new FileRefusal("broken");
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > limits.entries) throw new FileRefusal("bomb");
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new FileRefusal("broken");
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
      name: bytes.toString("utf8", at + 46, at + 46 + nameLength),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function refuseBombs(entries: Entry[]) {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  const extreme = entries.some(
    ({ size, packed }) => size > limits.ratioFromBytes && size > Math.max(packed, 1) * limits.ratio,
  );
  if (total > limits.inflatedBytes || extreme) throw new FileRefusal("bomb");
  if (entries.some(({ flags }) => flags & 1)) throw new FileRefusal("password");
}

function inflate(bytes: Buffer, entry: Entry | undefined): Buffer | null {
  if (!entry) return null;
  if (entry.at + 30 > bytes.length || bytes.readUInt32LE(entry.at) !== LOCAL_ENTRY) throw new FileRefusal("broken");
  const start = entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length !== entry.packed) throw new FileRefusal("broken");
  const content = entry.method === 0 ? packed : unpack(packed, entry);
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw new FileRefusal("broken");
  return content;
}

/** Stops at the first byte beyond the declared size: a directory that lies about sizes gains nothing. */
function unpack(packed: Buffer, { method, size }: Entry): Buffer {
  if (method !== 8) throw new FileRefusal("broken");
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch (error) {
    throw new FileRefusal((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? "bomb" : "broken");
  }
}
