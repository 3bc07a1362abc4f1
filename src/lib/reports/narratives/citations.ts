import type { Hint } from "./hint.ts";
import { DECISION } from "./names.ts";

const [day = 0, month = 0, year = 0] = DECISION.issued;
const pad = (number: number) => String(number).padStart(2, "0");

/** The decision's number, with whatever was made of its letters and strokes. */
const NUMBER = /(?<!\d)2447\s*[/\-–]?\s*Q[ĐÐD]\s*[-–/]?\s*TTG(?!\p{L})/giu;
const ISSUED =
  /2447\/QĐ-TTg,?\s+(?:ngày\s+)?((\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(\d{4}))/gu;

/** Where the campaign's decision is cited with a wrong number or day. */
export function wrongCitations(text: string): Hint[] {
  const numbers = Array.from(text.matchAll(NUMBER), ({ 0: written, index }) =>
    hint(index, written, DECISION.number, `số, ký hiệu chưa đúng; đúng là “${DECISION.number}”.`),
  );
  const days = Array.from(text.matchAll(ISSUED), ({ 0: all, 1: written = "", 2: d, 3: m, 4: y, index }) => {
    const isRight = Number(d) === day && Number(m) === month && Number(y) === year;
    const inWords = `${pad(day)} tháng ${month} năm ${year}`;
    const right = isRight ? written : written.includes("tháng") ? inWords : `${pad(day)}/${pad(month)}/${year}`;
    const at = index + all.length - written.length;
    return hint(at, written, right, `Quyết định ${DECISION.number} ban hành ngày ${pad(day)}/${pad(month)}/${year}.`);
  });
  return [...numbers, ...days].filter(({ written, right }) => written !== right);
}

const hint = (from: number, written: string, right: string, message: string): Hint => ({
  kind: "name",
  from,
  to: from + written.length,
  written,
  right,
  message,
});
