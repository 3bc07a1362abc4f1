import type { Indicator } from "#lib/reports/form";
import { printNumber } from "#lib/text";
import { isShare, textOf } from "../figures/rules.ts";
import type { Method, Ranked, Ranking, Reason } from "./rules.ts";

/** Why somebody stands in no order, as a sentence. */
export function tellReason(reason: Reason, isNation: boolean): string {
  switch (reason.kind) {
    case "withdrawn":
      return "Không còn nghĩa vụ báo cáo kỳ này";
    case "changed":
      return "Đã sáp nhập, chia tách hoặc chấm dứt sau hạn nộp";
    case "otherKind":
      return "Không phải xã, phường, đặc khu nên không so sánh được với các đơn vị ấy";
    case "notApplicable":
      return "Chỉ tiêu không áp dụng";
    case "aboveWhole":
      return "Tử số lớn hơn mẫu số, cần kiểm tra lại số liệu";
    case "notAccepted":
      return isNation
        ? `${printNumber(reason.units)}/${printNumber(reason.expected)} báo cáo chưa được tiếp nhận`
        : "Báo cáo chưa được tiếp nhận";
    case "blank":
      return isNation
        ? `${printNumber(reason.units)}/${printNumber(reason.expected)} báo cáo chưa có số liệu cho chỉ tiêu này`
        : "Báo cáo chưa có số liệu cho chỉ tiêu này";
    case "otherForm":
      return `Có báo cáo theo biểu mẫu phiên bản khác (${reason.versions.join(", ")})`;
    case "small":
      return `Mẫu số ${printNumber(reason.base)} nhỏ hơn ${printNumber(reason.least)}`;
  }
}

/** “3”, or with the ranks it could as well have: “3 (2–5)”. */
export const printRank = ({ rank, best, worst }: Pick<Ranked, "rank" | "best" | "worst">) =>
  best === null || worst === null
    ? printNumber(rank)
    : `${printNumber(rank)} (${best === worst ? printNumber(best) : `${printNumber(best)}–${printNumber(worst)}`})`;

const tenth = (value: number) => printNumber(Math.round(value * 10) / 10);

/** The values it could as well have had: “82,1–85,4 %”. */
export const printSpan = (indicator: Indicator, { span }: Pick<Ranked, "span">) =>
  span ? `${tenth(span.low)}–${tenth(span.high)}${isShare(indicator) ? " %" : ""}` : "–";

/** How the ranks in brackets came about, in words of the page. */
export const methodWords: Record<NonNullable<Method>, { name: string; told: string }> = {
  wilson: {
    name: "Khoảng Wilson 95 %",
    told: "Trong ngoặc là các hạng có thể có: hai nơi chỉ được coi là khác nhau khi khoảng Wilson 95 % của hai tỷ lệ không chồng lên nhau. Cách này coi mỗi trường hợp là độc lập, nên khoảng thật có thể rộng hơn.",
  },
  leaveOneOut: {
    name: "Bớt một đơn vị",
    told: "Trong ngoặc là các hạng có thể có khi ở mỗi nơi bớt đi một đơn vị bất kỳ: khoảng từ tổng trừ đơn vị lớn nhất đến tổng. Hạng dao động rộng nghĩa là tổng phụ thuộc vào một đơn vị.",
  },
};

/** What the page says first: who stands first and how many could as well, or that nobody can be ranked. */
export function findingOf(indicator: Indicator, { ranked, leftOut }: Ranking): string {
  const [first] = ranked;
  const all = ranked.length + leftOut.length;
  if (!first) return `${indicator.label}: chưa xếp hạng được nơi nào trong ${printNumber(all)} nơi`;
  const tied = ranked.filter(({ rank }) => rank === 1).length;
  const could = ranked.filter(({ best }) => best === 1).length;
  const value = `${textOf(indicator, first.candidate)}${isShare(indicator) || !indicator.unit ? "" : ` ${indicator.unit}`}`;
  const lead = tied > 1 ? `${printNumber(tied)} nơi cùng cao nhất` : `${first.candidate.name} cao nhất`;
  const shared = could > tied ? `, ${printNumber(could)} nơi có thể đứng đầu` : "";
  return `${indicator.label}: ${lead}, ${value}${shared}; xếp hạng được ${printNumber(ranked.length)}/${printNumber(all)} nơi`;
}
