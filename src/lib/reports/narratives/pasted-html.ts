import { type Token, tokensOf } from "./html-tokens.ts";
import { LETTERS } from "./lists.ts";
import { cleanText } from "./plain-text.ts";

/** Above this many characters the clipboard's plain text serves as well. */
export const MOST_HTML = 2_000_000;

const BLOCKS = new Set(
  "p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote pre section article header footer address center form hr caption table thead tbody tfoot tr td th".split(
    " ",
  ),
);
const UNSEEN = new Set(["style", "script", "title", "xml", "head", "del", "template"]);
/** Hidden text, Word's own comments and their signs. */
const HIDDEN = /display:\s*none|mso-element:\s*(?:comment|header|footer)|class="?Mso(?:CommentReference|CommentText)/i;
/** What an element ends where its end was not written: the nearest of `among`, when it is one of `ended`. */
const ENDS: Record<string, { among: string[]; ended: string[] }> = {
  li: { among: ["ul", "ol", "li"], ended: ["li"] },
  td: { among: ["table", "tr", "td", "th"], ended: ["td", "th"] },
  th: { among: ["table", "tr", "td", "th"], ended: ["td", "th"] },
  tr: { among: ["table", "tr"], ended: ["tr"] },
};

type Element = { name: string; hidden: boolean; mark: boolean; list: List | null };
type List = { ordered: boolean; letters: boolean; next: number; level: number };
/** Lines gathered so far: those of the text, or of one cell of a table. */
type Gathered = { lines: string[]; line: string; mark: string };

/**
 * HTML of Word, LibreOffice or a web page as plain paragraphs and lists: one line a paragraph, a table row one line.
 * Text only: what was bold or coloured is not. Deleted (tracked), hidden and comment text stays behind.
 */
export function textOfHtml(html: string): string {
  const fragment = /<!--StartFragment-->([\s\S]*?)<!--EndFragment-->/.exec(html)?.[1] ?? html;
  const reader = new Reader();
  for (const token of tokensOf(fragment)) reader.take(token);
  return cleanText(reader.text());
}

class Reader {
  private open: Element[] = [];
  private gathered: Gathered[] = [blank()];
  private rows: string[][][] = [];
  private wordLevel = 1;

  text() {
    while (this.open.length > 0) this.endInnermost();
    this.endLine();
    return this.here.lines.join("\n");
  }

  take(token: Token) {
    if (token.kind === "text") this.write(token.text);
    else if (token.kind === "open") this.begin(token.name, token.attributes);
    else this.end(token.name);
  }

  private get here() {
    return this.gathered[this.gathered.length - 1] as Gathered;
  }

  private get inside() {
    return this.open[this.open.length - 1];
  }

  private write(text: string) {
    if (this.inside?.hidden) return;
    if (this.inside?.mark) this.here.mark += text;
    else this.here.line += this.inside?.name === "pre" ? text : text.replace(/[\s\u00A0]+/g, " ");
  }

  private begin(name: string, attributes: string) {
    this.endBefore(name);
    const outer = this.inside;
    const hidden = outer?.hidden || UNSEEN.has(name) || HIDDEN.test(attributes);
    const mark = outer?.mark || /mso-list:\s*ignore/i.test(attributes);
    this.open.push({ name, hidden, mark, list: hidden ? null : this.listOf(name, attributes) });
    if (hidden) return;
    if (name === "br") this.endLine();
    if (name === "tr") this.rows.push([]);
    if (!BLOCKS.has(name)) return;
    this.endLine();
    if (name === "td" || name === "th") this.gathered.push(blank());
    this.wordLevel = Number(/mso-list:[^;'"]*level(\d)/i.exec(attributes)?.[1] ?? 1);
    if (name === "li") this.here.mark = this.nextMark();
  }

  private endBefore(name: string) {
    if (BLOCKS.has(name) && this.inside?.name === "p") this.endInnermost();
    const { among, ended } = ENDS[name] ?? { among: [], ended: [] };
    const nearest = this.open.findLast((element) => among.includes(element.name))?.name ?? "";
    if (ended.includes(nearest)) this.end(nearest);
  }

  private end(name: string) {
    const at = this.open.findLastIndex((element) => element.name === name);
    while (at >= 0 && this.open.length > at) this.endInnermost();
  }

  private endInnermost() {
    const { name, hidden } = this.open.pop() as Element;
    if (hidden) return;
    if (BLOCKS.has(name)) this.endLine();
    if (name === "li") this.here.mark = "";
    if (name === "td" || name === "th") this.endCell();
    if (name === "tr") this.endRow();
  }

  private listOf(name: string, attributes: string): List | null {
    if (name !== "ul" && name !== "ol") return null;
    const level = this.open.filter(({ list }) => list).length + 1;
    const next = Number(/\bstart\s*=\s*["']?(\d+)/i.exec(attributes)?.[1] ?? 1);
    const letters = /type\s*=\s*["']?a\b|lower-alpha|lower-latin/i.test(attributes);
    return { ordered: name === "ol", letters, next, level };
  }

  private nextMark(): string {
    const list = this.open.findLast((element) => element.list)?.list;
    if (!list?.ordered) return (list?.level ?? 1) > 1 ? "+" : "-";
    const number = list.next++;
    return list.letters && LETTERS[number - 1] ? `${LETTERS[number - 1]})` : `${number}.`;
  }

  private endLine() {
    const { line, mark } = this.here;
    const words = line.trim();
    if (words !== "") this.here.lines.push(mark ? `${plainMark(mark.trim(), this.wordLevel)} ${words}` : words);
    if (words !== "" || !this.open.some(({ name }) => name === "li")) this.here.mark = "";
    this.here.line = "";
  }

  private endCell() {
    this.endLine();
    const { lines } = this.gathered.pop() as Gathered;
    const row = this.rows[this.rows.length - 1];
    if (row) row.push(lines);
    else this.here.lines.push(...lines);
  }

  /** The cells of a row on one line, an empty one as a dash; a frame of one cell keeps its paragraphs. */
  private endRow() {
    const cells = this.rows.pop() ?? [];
    if (cells.length === 1) this.here.lines.push(...(cells[0] ?? []));
    else if (cells.some((lines) => lines.length > 0))
      this.here.lines.push(cells.map((lines) => lines.join(" ") || "–").join("; "));
  }
}

const blank = (): Gathered => ({ lines: [], line: "", mark: "" });

/** Numbers and letters stay as written; a sign of a symbol font becomes “-”, on lower levels “+”. */
function plainMark(mark: string, level: number): string {
  if (/^[-+]$|\p{N}|\p{L}\p{L}|\p{L}[.):]/u.test(mark)) return mark;
  return level > 1 ? "+" : "-";
}
