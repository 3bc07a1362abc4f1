import { type Part, zipOf } from "./archives.ts";

/** Numbers that follow from a seed, so that a failing file can be made again. */
function randomFrom(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { below, pick: <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item };
}

type Random = ReturnType<typeof randomFrom>;

/** What breaks XML, and what does not but means something unusual. */
const NASTY = [
  "",
  "\0",
  "&amp;",
  "&bogus;",
  "<![CDATA[",
  "<!DOCTYPE a>",
  '"',
  "'",
  "<",
  ">",
  "-1",
  "1e309",
  "99999999999999999999",
  "NaN",
  "A1048577",
  "XFD1:A1",
  "=cmd|' /C calc'!A0",
  "1.234,5",
  "#REF!",
  "Đắk Lắk",
  "＝1",
  "x".repeat(5_000),
  "\uD800",
  "_x0000_",
];

/** Changes of the bytes themselves: what a bad line or a bad disk does. */
const ofBytes: ((bytes: Buffer, random: Random) => Buffer)[] = [
  (bytes, { below }) => {
    for (let flips = 1 + below(20); flips > 0; flips--) bytes[below(bytes.length)] = below(256);
    return bytes;
  },
  (bytes, { below }) => bytes.subarray(0, below(bytes.length)),
  (bytes, { below }) => Buffer.concat([bytes, bytes.subarray(below(bytes.length))]),
  (bytes, { below }) => {
    const from = below(bytes.length);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + below(200))]);
  },
];

/** Changes of the text of one part: what other programs write, and what somebody writes who means harm. */
const ofText: ((text: string, random: Random) => string)[] = [
  changeValue,
  changeValue,
  changeValue,
  (text, { below, pick }) => {
    const at = below(text.length);
    return text.slice(0, at) + pick(NASTY) + text.slice(at + below(20));
  },
  (text, { below }) => {
    const elements = [...text.matchAll(/<(c|row|si|sheet|xf|mergeCell|definedName) [^>]*>/g)];
    const element = elements[below(elements.length)];
    return element
      ? text.slice(0, element.index) + element[0].repeat(1 + below(2_000)) + text.slice(element.index)
      : text;
  },
  (text, { below }) => text.replace("<v>", `<f>${"SUM(A1)+".repeat(below(5))}1</f><v>`),
  (text, { below }) =>
    text.replace("</sheetData>", `</sheetData><mergeCells><mergeCell ref="A1:XFD${below(1_048_576)}"/></mergeCells>`),
  (text, { below }) => `${"<a>".repeat(below(500))}${text}`,
];

/** Another value in a cell, a text or an attribute; the XML stays well-formed most of the time. */
function changeValue(text: string, { below, pick }: Random): string {
  const values = [...text.matchAll(/<v>[^<]*<\/v>|<t[^>]*>[^<]*<\/t>|="[^"]*"/g)];
  const value = values[below(values.length)];
  if (!value) return text;
  const replaced = value[0].replace(
    /(>|=")[^<"]*/,
    `$1${pick(below(4) ? NASTY.filter((nasty) => !/[<>&"\0\uD800]/.test(nasty)) : NASTY)}`,
  );
  return text.slice(0, value.index) + replaced + text.slice(value.index + value[0].length);
}

/** One mutated file: some changes of parts, of the list of parts, or of bytes. */
export function mutated(parts: Part[], seed: number): Buffer {
  const random = randomFrom(seed);
  const { below, pick } = random;
  const changed = parts.map((part) => ({ ...part }));
  for (let changes = 1 + below(2); changes > 0; changes--) {
    const part = pick(changed);
    const how = below(20);
    if (how < 16) part.content = pick(ofText)(part.content.toString(), random);
    else if (how === 16) changed.splice(below(changed.length), 1);
    else if (how === 17) changed.push({ ...pick(changed), ...(below(2) ? { name: `xl/${below(9)}.xml` } : {}) });
    else if (how === 18) part.size = below(2) ? below(1e9) : 10;
    else part.name = pick([pick(changed).name, "../../etc/passwd", "xl/vbaProject.bin", part.name.toUpperCase()]);
    if (changed.length === 0) break;
  }
  const bytes = zipOf(changed);
  return below(6) === 0 ? pick(ofBytes)(bytes, random) : bytes;
}
