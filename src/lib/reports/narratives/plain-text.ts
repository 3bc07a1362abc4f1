/** Marks that word processors put before a list item; the hollow ones stand for the second level. */
const SECOND_LEVEL = "○◦⚬";
const BULLET = /^(?:[•·●○◦⚬▪▫■□◆◇◊►▶▸➢➤✓✔❖‣⁃∙\uE000-\uF8FF] ?(?=.)|\* |[–—−](?: |(?=\p{L})))/u;
/** A letter of a symbol font, which only the tab after it gives away: Word's “o”, and Wingdings' “Ø”, “§”, “ü”, “v”, “q”. */
const SYMBOL_BULLET = /^[o§Øüvq]\t\s*(?=\S)/;

/**
 * Pasted text as a narrative holds it: Unicode NFC, plain spaces, one line a paragraph, list items after “- ”, “+ ” or “1. ”.
 * No letter and no digit is lost; spaces at both ends of a single line stay, because it may be pasted inside a sentence.
 */
export function cleanText(pasted: string): string {
  const lines = pasted
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n")
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, "")
    .replace(/[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g, " ")
    .normalize("NFC")
    .replace(/Ð/g, "Đ") // the Icelandic letter that old keyboards write for Đ
    .split("\n");
  if (lines.length === 1) return cleanSingle(lines[0] ?? "");
  return lines
    .map(cleanLine)
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\n+$/g, "");
}

function cleanSingle(line: string) {
  const [before, after] = [/^\s/.test(line), /\s$/.test(line)];
  const cleaned = cleanLine(line);
  if (cleaned === "") return line === "" ? "" : " ";
  return `${before && !/^[-+] /.test(cleaned) ? " " : ""}${cleaned}${after ? " " : ""}`;
}

function cleanLine(line: string): string {
  const symbol = SYMBOL_BULLET.exec(line.trimStart())?.[0];
  if (symbol) return `${symbol.startsWith("o") ? "+" : "-"} ${oneSpaced(line.trimStart().slice(symbol.length))}`;
  const text = oneSpaced(line);
  const bullet = BULLET.exec(text)?.[0];
  if (bullet) return `${SECOND_LEVEL.includes(bullet.charAt(0)) ? "+" : "-"} ${text.slice(bullet.length)}`;
  return text.replace(/^([-+])(?=\p{L})/u, "$1 ");
}

const oneSpaced = (text: string) => text.replace(/\s+/g, " ").trim();
