import { printDay } from "#lib/dates";
import { printNumber, printShare } from "#lib/text";
import { levels } from "../arrivals/curves.ts";
import type { Outlook } from "../arrivals/outlook.ts";
import type { NoteSource } from "./source.ts";

const MOST_LINES = 4;

/** The largest group of each level, and whichever is still open: the result, the forecast, or why there is none. */
export function outlookLines(all: NoteSource["outlooks"]): string[] {
  const lines = all.flatMap(({ level, outlooks }) =>
    outlooks
      .filter((outlook, index) => index === 0 || outlook.state !== "over")
      .map((outlook) => `${levels[level]}, hạn ${printDay(outlook.dueOn)}: ${wordsOf(outlook)}`),
  );
  return lines.length > 0 ? lines.slice(0, MOST_LINES) : ["Chưa có đơn vị nào phải báo cáo."];
}

function wordsOf(outlook: Outlook): string {
  const { expected, onTime } = outlook;
  if (outlook.state === "over")
    return `kết quả ${printShare(onTime, expected)} (${printNumber(onTime)}/${printNumber(expected)} đơn vị).`;
  if (outlook.state === "open") return `không dự báo, vì ${outlook.why}.`;
  const { basis, low, high, likely } = outlook.forecast;
  if (basis === "certain") return "100 %, tất cả đã gửi.";
  return `dự báo ${printShare(likely, expected)}, khoảng ${printShare(low, expected)} đến ${printShare(high, expected)} của ${printNumber(expected)} đơn vị.`;
}
