import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";

/** A file inside an archive; `size`, `flags` and `method` may lie. */
export type Part = { name: string; content: Buffer | string; size?: number; flags?: number; method?: number };

/** Writes a .zip byte by byte, so that tests can make those that no office program would. */
export function zipOf(parts: Part[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const packed = deflateRawSync(content);
    const name = Buffer.from(part.name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(part.flags ?? 0x800, 2);
    shared.writeUInt16LE(part.method ?? 8, 4);
    shared.writeUInt32LE(crc32(content), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(part.size ?? content.length, 18);
    shared.writeUInt16LE(name.length, 22);
    locals.push(Buffer.from("PK\x03\x04"), shared, name, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), shared, tail, name);
    at += 30 + name.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, list, end]);
}

/** The files inside an archive that an honest program wrote. */
export function unzip(bytes: Buffer): Part[] {
  const end = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: bytes.readUInt16LE(end + 10) }, () => {
    const [packed, nameLength] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)];
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const raw = bytes.subarray(start, start + packed);
    const content = bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(raw) : raw;
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    return { name, content };
  });
}

/** The archive with one of its files changed, or with one more. */
export const withPart = (bytes: Buffer, name: string, change: (text: string) => string | Buffer): Buffer => {
  const parts = unzip(bytes);
  const known = parts.some((part) => part.name === name);
  return zipOf(
    [...parts, ...(known ? [] : [{ name, content: "" }])].map((part) =>
      part.name === name ? { name, content: change(part.content.toString()) } : part,
    ),
  );
};
