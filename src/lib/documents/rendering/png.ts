import { crc32 } from "node:zlib";

/**
 * A square black-and-white PNG, its pixels stored and not compressed: the same bytes whatever zlib the machine has.
 * The .docx around it is compressed anyway.
 */
export function png(size: number, isDark: (x: number, y: number) => boolean): Buffer {
  const stride = Math.ceil(size / 8) + 1; // a row begins with the number of its filter: none
  const pixels = Buffer.alloc(stride * size);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++)
      if (!isDark(x, y)) {
        const place = y * stride + 1 + (x >> 3);
        pixels.writeUInt8(pixels.readUInt8(place) | (0x80 >> (x & 7)), place); // 1 is white
      }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.writeUInt8(1, 8); // one bit per pixel, grey
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", stored(pixels)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
}

const MOST_STORED = 65_535;

/** A zlib stream of stored blocks (RFC 1950, 1951). */
function stored(content: Buffer): Buffer {
  const parts: Buffer[] = [Buffer.from([0x78, 0x01])];
  for (let start = 0; start < content.length; start += MOST_STORED) {
    const block = content.subarray(start, start + MOST_STORED);
    const head = Buffer.alloc(5);
    head.writeUInt8(start + MOST_STORED >= content.length ? 1 : 0, 0);
    head.writeUInt16LE(block.length, 1);
    head.writeUInt16LE(block.length ^ 0xffff, 3);
    parts.push(head, block);
  }
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(adler32(content));
  return Buffer.concat([...parts, sum]);
}

function adler32(content: Buffer): number {
  let a = 1;
  let b = 0;
  for (const byte of content) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return ((b << 16) | a) >>> 0;
}
