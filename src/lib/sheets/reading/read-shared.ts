import { limits } from "./limits.ts";
import type { Budget } from "./read-sheet.ts";
import { FileRefusal } from "./refusal.ts";
import { walkXml } from "./xml.ts";

/** The texts that cells refer to by number. Reading aids (rPh) are left out. */
export function readSharedStrings(part: Buffer | null, budget: Budget): string[] {
  const strings: string[] = [];
  if (!part) return strings;
  let current = "";
  let isText = false;
  let isAid = false;
  walkXml(part, {
    open: (name) => {
      if (name === "si") current = "";
      else if (name === "rPh") isAid = true;
      else if (name === "t") isText = true;
    },
    text: (text) => {
      if (!isText || isAid) return;
      budget.text -= text.length;
      if (budget.text < 0) throw new FileRefusal("tooMuch");
      current += text;
    },
    close: (name) => {
      if (name === "t") isText = false;
      else if (name === "rPh") isAid = false;
      else if (name === "si" && strings.push(decodeEscapes(current)) > limits.cells) throw new FileRefusal("tooMuch");
    },
  });
  return strings;
}

/** “_x000D_” stands for a character that XML cannot hold. */
export const decodeEscapes = (text: string) =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Built-in number formats that show a day. */
const dateFormats = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57]);

/** Which cell styles (by number) show a serial number as a day. */
export function readDateStyles(part: Buffer | null): Set<number> {
  const styles = new Set<number>();
  if (!part) return styles;
  const formats = new Set(dateFormats);
  let isCellFormats = false;
  let index = 0;
  walkXml(part, {
    open: (name, { numFmtId = "", formatCode = "" }) => {
      if (name === "numFmt" && showsDay(formatCode)) formats.add(Number(numFmtId));
      else if (name === "cellXfs") isCellFormats = true;
      else if (name === "xf" && isCellFormats) {
        if (formats.has(Number(numFmtId))) styles.add(index);
        index++;
      }
    },
    close: (name) => {
      if (name === "cellXfs") isCellFormats = false;
    },
  });
  return styles;
}

/** A format with d, m or y outside of quotes, brackets and escapes. */
const showsDay = (code: string) => /[dmy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ""));
