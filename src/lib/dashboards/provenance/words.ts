import type { Indicator } from "#lib/reports/form";
import { printNumber } from "#lib/text";
import { hasTotal, isShare, textOf } from "../figures/rules.ts";
import type { Cause, Missing, Total } from "./rules.ts";

const NAMED = 5;

/** Names of the parts a cause is about: the first few, and how many more. */
const nameSome = (names: string[]) =>
  names.length <= NAMED
    ? names.join(", ")
    : `${names.slice(0, NAMED).join(", ")} và ${printNumber(names.length - NAMED)} nơi khác`;

/** “+12”, “−3,5”, “0”. */
export const printSigned = (decimal: string) => {
  const value = Number(decimal);
  return value === 0 ? "0" : `${value > 0 ? "+" : "−"}${printNumber(Math.abs(value))}`;
};

/** Why the official figure differs, as a sentence. */
export function tellCause(cause: Cause, isNation: boolean): string {
  const parts = isNation ? "tỉnh, thành phố hoặc khối trung ương" : "đơn vị";
  switch (cause.kind) {
    case "adjustment":
      return `Cấp tổng hợp điều chỉnh, lý do: ${cause.reason}`;
    case "own":
      return "Số liệu của chính cấp tổng hợp, không thuộc báo cáo của đơn vị nào";
    case "ownBelow":
      return `Số liệu của chính ${printNumber(cause.parts.length)} tỉnh, thành phố khi tổng hợp, không thuộc báo cáo của đơn vị nào`;
    case "adjustedBelow":
      return `${printNumber(cause.parts.length)} tỉnh, thành phố điều chỉnh khi tổng hợp: ${nameSome(cause.parts)}`;
    case "later":
      return `${printNumber(cause.parts.length)} ${parts} chưa được tính khi tổng hợp: ${nameSome(cause.parts)}`;
    case "changed":
      return isNation
        ? `${printNumber(cause.parts.length)} ${parts} đã được tính theo số khác tổng các đơn vị hiện nay: ${nameSome(cause.parts)}`
        : `${printNumber(cause.parts.length)} đơn vị đã được tính theo bản trước, sau đó đính chính: ${nameSome(cause.parts)}`;
    case "gone":
      return `${printNumber(cause.parts.length)} ${parts} đã được tính, nay không còn thuộc phạm vi: ${nameSome(cause.parts)}`;
    case "unknown":
      return "Chưa xác định được nguyên nhân";
  }
}

const missingWords: Record<keyof Missing, string> = {
  notSent: "chưa gửi",
  waiting: "đã gửi, chưa được tiếp nhận",
  blank: "đã được tiếp nhận nhưng bỏ trống chỉ tiêu này",
  nothing: "báo cáo không phát sinh",
  late: "gửi muộn",
};

const lacking = ["notSent", "waiting", "blank"] as const;
const noted = ["nothing", "late"] as const;

const tell = (total: Missing, names: readonly (keyof Missing)[]) =>
  names.filter((name) => total[name] > 0).map((name) => `${printNumber(total[name])} ${missingWords[name]}`);

/** Who is missing from a total: “12 chưa gửi, 3 bỏ trống”; “đủ” when nobody is. */
export const tellMissing = (total: Total) => tell(total, lacking).join(", ") || "đủ";

/** What is to be known of those that were counted. */
export const tellNoted = (total: Total) => tell(total, noted).join(", ");

/** What the page says first: the figure, how many units it is of, and whether anything is missing. */
export function findingOf(indicator: Indicator, total: Total): string {
  const { expected, gave } = total;
  const from = `${printNumber(gave)}/${printNumber(expected)} đơn vị`;
  if (expected === 0) return `${indicator.label}: không hỏi đơn vị nào`;
  const rest = gave === expected ? ", đủ tất cả" : `, thiếu ${printNumber(expected - gave)}`;
  if (indicator.type === "choice" || !hasTotal(indicator)) return `${indicator.label}: từ ${from}${rest}`;
  const unit = isShare(indicator) || !indicator.unit ? "" : ` ${indicator.unit}`;
  return `${indicator.label}: ${textOf(indicator, total)}${unit} từ ${from}${rest}`;
}
