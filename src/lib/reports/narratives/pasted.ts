import { MOST_HTML, textOfHtml } from "./pasted-html.ts";
import { cleanText } from "./plain-text.ts";

/**
 * What the clipboard holds as a narrative writes it. HTML knows the lists that plain text has lost, so it goes first;
 * a few words from inside a line come as plain text, with the spaces around them.
 */
export function cleanPaste(html: string, plain: string): string {
  if (plain !== "" && !/[\t\r\n]/.test(plain)) return cleanText(plain);
  const fromHtml = html !== "" && html.length <= MOST_HTML ? textOfHtml(html) : "";
  return fromHtml || cleanText(plain);
}
