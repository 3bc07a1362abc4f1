/** A signature as the bytes of a PDF show it, before anybody looks into it. */
export type RawSignature = {
  /** The CMS structure, DER; null when the places named are not what the format asks for. */
  cms: Buffer | null;
  /** The two parts of the file that were signed. */
  signed: [Buffer, Buffer];
  /** Bytes of the file after the last one that was signed. */
  bytesAfter: number;
  /** When the signature's dictionary says it was made (/M): the word of the signer's machine. */
  statedAt: Date | null;
};

/** A file with more signatures than this is no paper of an office. */
const MOST_SIGNATURES = 20;

/** Every signature of a PDF in the order of the file. Source: ISO 32000-1, 12.8.1: /ByteRange leaves out exactly /Contents. */
export function rawSignaturesOf(pdf: Buffer): RawSignature[] {
  const found: RawSignature[] = [];
  for (
    let at = pdf.indexOf("/ByteRange");
    at >= 0 && found.length < MOST_SIGNATURES;
    at = pdf.indexOf("/ByteRange", at + 1)
  ) {
    const range = /^\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/.exec(pdf.toString("latin1", at, at + 200));
    if (range) found.push(rawSignature(pdf, range.slice(1).map(Number), at)); // a place kept for a signature has no numbers yet
  }
  return found;
}

function rawSignature(pdf: Buffer, [start = 0, length = 0, next = 0, rest = 0]: number[], at: number): RawSignature {
  const end = next + rest;
  const isOrderly = start === 0 && length > 0 && next > length && end <= pdf.length;
  return {
    cms: isOrderly ? contentsOf(pdf.subarray(length, next)) : null,
    signed: isOrderly ? [pdf.subarray(0, length), pdf.subarray(next, end)] : [Buffer.alloc(0), Buffer.alloc(0)],
    bytesAfter: isOrderly ? pdf.length - end : 0,
    statedAt: statedAt(pdf, at, isOrderly ? [length, next] : [at, at]),
  };
}

/** A signature with all its certificates has some ten thousand bytes. */
const MOST_CONTENTS = 2_000_000;

/** The gap must be the hexadecimal string and nothing else, or something unsigned could hide in it. */
function contentsOf(gap: Buffer): Buffer | null {
  if (gap.length > MOST_CONTENTS) return null;
  const text = gap.toString("latin1");
  return /^<[0-9A-Fa-f\s]+>$/.test(text) ? Buffer.from(text.slice(1, -1).replace(/\s/g, ""), "hex") : null;
}

const MOST_DICTIONARY = 2_000;

/** Looks for /M in the signature's own dictionary: around /ByteRange, before and after the contents. */
function statedAt(pdf: Buffer, at: number, [from, to]: [number, number]): Date | null {
  const opening = Math.max(pdf.lastIndexOf(" obj", Math.min(at, from)), at - MOST_DICTIONARY, 0);
  const closing = pdf.indexOf("endobj", Math.max(at, to));
  const text =
    pdf.toString("latin1", opening, Math.max(at, Math.min(from, at + MOST_DICTIONARY))) +
    pdf.toString("latin1", Math.max(to, at), closing < 0 ? to : Math.min(closing, to + MOST_DICTIONARY));
  return readPdfDate(/\/M\s*\((D:[^)]{4,40})\)/.exec(text)?.[1] ?? "");
}

/** D:20261126093000+07'00' Source: ISO 32000-1, 7.9.4. */
export function readPdfDate(text: string): Date | null {
  const [
    ,
    year,
    month = "01",
    day = "01",
    hour = "00",
    minute = "00",
    second = "00",
    sign,
    hours = "00",
    minutes = "00",
  ] = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?'?)?/.exec(text) ?? [];
  if (!year) return null;
  const date = new Date(
    `${year}-${month}-${day}T${hour}:${minute}:${second}${sign ? `${sign}${hours}:${minutes}` : "Z"}`,
  );
  return Number.isNaN(date.getTime()) ? null : date;
}
