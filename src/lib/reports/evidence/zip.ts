import { inflateRawSync } from "node:zlib";

/** What the central directory of a .zip says of an entry. */
export type ZipEntry = { name: string; method: number; packed: number; size: number; at: number; isEncrypted: boolean };

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const MOST_COMMENT = 0xffff;

/**
 * The entries of a .zip that lies in memory; null when it is not readable as an ordinary one.
 * Source: PKWARE .ZIP File Format Specification 6.3, §4.3.12 and §4.3.16.
 */
export function entriesOf(zip: Buffer): ZipEntry[] | null {
  const end = endOf(zip);
  if (end < 0) return null;
  const count = zip.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  for (let at = zip.readUInt32LE(end + 16), left = count; left > 0; left--) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== ENTRY) return null;
    const nameLength = zip.readUInt16LE(at + 28);
    entries.push({
      name: zip.toString("utf8", at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      at: zip.readUInt32LE(at + 42),
      isEncrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

function endOf(zip: Buffer): number {
  for (let at = zip.length - END_BYTES; at >= Math.max(0, zip.length - END_BYTES - MOST_COMMENT); at--)
    if (zip.readUInt32LE(at) === END) return at;
  return -1;
}

/** The text of a small entry; null when it is not what the directory says, or larger than `most` bytes. */
export function textOf(zip: Buffer, entry: ZipEntry, most = 1_000_000): string | null {
  if (entry.at + 30 > zip.length || zip.readUInt32LE(entry.at) !== LOCAL) return null;
  const start = entry.at + 30 + zip.readUInt16LE(entry.at + 26) + zip.readUInt16LE(entry.at + 28);
  const packed = zip.subarray(start, start + entry.packed);
  if (entry.method === 0) return packed.length <= most ? packed.toString("utf8") : null;
  try {
    return inflateRawSync(packed, { maxOutputLength: most }).toString("utf8");
  } catch {
    return null; // broken, or a bomb: either way not the file of an office
  }
}
