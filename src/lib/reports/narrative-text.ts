/**
 * A narrative as people write it: every line is a paragraph, and lines that begin with a mark are items of a list.
 * What an item was marked with is kept as written: a dash, a plus for the level below it, a number or a letter.
 */
export type NarrativeBlock = { kind: "paragraph"; text: string } | { kind: "list"; items: NarrativeItem[] };

/** `marker` is "-" or "+" for dots and dashes of every kind, else the number or letter as written: "1.", "a)". */
export type NarrativeItem = { marker: string; text: string };

const ITEM = /^(?:(?<dash>[-–—•·*▪◦])|(?<plus>\+)|(?<number>\d{1,2}[.)]|[a-zđ]\)))[ \t\u00a0]+(?<text>\S.*)$/iu;

/** The paragraphs and lists of a plain text, without empty lines. An empty text has none. */
export function narrativeBlocks(text: string): NarrativeBlock[] {
  const blocks: NarrativeBlock[] = [];
  for (const line of text.normalize("NFC").split(/\r\n|[\n\r\u2028\u2029]/)) {
    const words = line.replace(/[ \t\u00a0]+/g, " ").trim();
    if (words === "") continue;
    const item = readItem(words);
    const last = blocks.at(-1);
    if (!item) blocks.push({ kind: "paragraph", text: words });
    else if (last?.kind === "list") last.items.push(item);
    else blocks.push({ kind: "list", items: [item] });
  }
  return blocks;
}

function readItem(line: string): NarrativeItem | null {
  const { dash, number, text } = ITEM.exec(line)?.groups ?? {};
  if (!text) return null;
  return { marker: dash ? "-" : (number ?? "+"), text };
}
