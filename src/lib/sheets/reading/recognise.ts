import { type Archive, openArchive } from "./archive.ts";
import { limits } from "./limits.ts";
import { FileRefusal } from "./refusal.ts";

/** What the first bytes give away, whatever the file is called. */
export function recognise(bytes: Buffer): Archive {
  if (bytes.length === 0) throw new FileRefusal("empty");
  if (bytes.length > limits.bytes) throw new FileRefusal("tooLarge");
  const starts = (hex: string) => bytes.subarray(0, hex.length / 2).toString("hex") === hex;
  if (starts("d0cf11e0a1b11ae1"))
    throw new FileRefusal(bytes.includes(Buffer.from("EncryptedPackage", "utf16le")) ? "password" : "oldExcel");
  if (starts("25504446")) throw new FileRefusal("pdf");
  if (starts("89504e47") || starts("ffd8ff") || starts("47494638")) throw new FileRefusal("image");
  if (starts("504b0304") || starts("504b0506")) return recogniseArchive(openArchive(bytes));
  throw new FileRefusal(isText(bytes) ? "text" : "unknown");
}

/** No workbook of ours holds programs, links to other files or queries of other sources. */
const forbidden: { part: RegExp; code: "macros" | "externalLinks" }[] = [
  { part: /vbaProject|vbaData|xl\/macrosheets\/|xl\/activeX\/|customUI\//i, code: "macros" },
  { part: /^xl\/(externalLinks|queryTables|embeddings|model)\/|^xl\/connections\.xml$/i, code: "externalLinks" },
];

function recogniseArchive(archive: Archive): Archive {
  const { names } = archive;
  const has = (part: RegExp) => names.some((name) => part.test(name));
  if (has(/^word\/document/i)) throw new FileRefusal("word");
  if (has(/^xl\/workbook\.bin$/i)) throw new FileRefusal("binary");
  if (has(/^mimetype$/) && has(/^content\.xml$/)) throw new FileRefusal("openDocument");
  if (!has(/^\[Content_Types\]\.xml$/) || !has(/^xl\//)) throw new FileRefusal("otherArchive");
  for (const { part, code } of forbidden) if (has(part)) throw new FileRefusal(code);
  if (/macroEnabled/i.test(archive.read("[Content_Types].xml")?.toString("utf8") ?? ""))
    throw new FileRefusal("macros");
  return archive;
}

const isText = (bytes: Buffer) => {
  const start = bytes.subarray(0, 4_000);
  const isWide = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  return isWide || !start.some((byte) => byte < 9 || (byte > 13 && byte < 32));
};
