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

/** How the styles of cells (by number) show a number: as a day or as a percentage. */
export type Styles = { days: Set<number>; percentages: Set<number> };

/** Built-in number formats. */
const dayFormats = [14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57];
const percentFormats = [9, 10];

export function readStyles(part: Buffer | null): Styles {
  const styles: Styles = { days: new Set(), percentages: new Set() };
  if (!part) return styles;
  const days = new Set(dayFormats);
  const percentages = new Set(percentFormats);
  let isCellFormats = false;
  let index = 0;
  walkXml(part, {
    open: (name, { numFmtId = "", formatCode = "" }) => {
      if (name === "numFmt" && showsDay(formatCode)) days.add(Number(numFmtId));
      else if (name === "numFmt" && bare(formatCode).includes("%")) percentages.add(Number(numFmtId));
      else if (name === "cellXfs") isCellFormats = true;
      else if (name === "xf" && isCellFormats) {
        if (days.has(Number(numFmtId))) styles.days.add(index);
        if (percentages.has(Number(numFmtId))) styles.percentages.add(index);
        index++;
      }
    },
    close: (name) => {
      if (name === "cellXfs") isCellFormats = false;
    },
  });
  return styles;
}

/** A format code without what it quotes, brackets or escapes. */
const bare = (code: string) => code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, "");

const showsDay = (code: string) => /[dmy]/i.test(bare(code));
