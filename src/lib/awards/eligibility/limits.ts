import { addMonths, printDay } from "#lib/dates";
import type { AwardRule } from "../rule-set.ts";
import type { Check, EligibilityFacts } from "./facts.ts";

/** The achievement lies in the period the round honours, and the round has this form. */
export function inPeriod({ nomination, round }: EligibilityFacts): Check {
  const offered = round.awardIds.includes(nomination.awardId);
  const inside = round.achievedFrom <= nomination.achievedFrom && nomination.achievedTo <= round.achievedTo;
  const period = `${printDay(round.achievedFrom)} – ${printDay(round.achievedTo)}`;
  return {
    id: "period",
    state: offered && inside ? "met" : "notMet",
    sentence: offered
      ? inside
        ? "Giai đoạn thành tích nằm trong giai đoạn của đợt xét."
        : `Giai đoạn thành tích không nằm trong giai đoạn của đợt xét (${period}). Hãy sửa ngày bắt đầu hoặc kết thúc.`
      : "Đợt xét này không xét hình thức khen thưởng đã chọn. Hãy chọn hình thức khác hoặc đợt khác.",
    source: "Theo đợt xét",
    mark: "found",
    facts: [
      {
        words: `Thành tích ${printDay(nomination.achievedFrom)} – ${printDay(nomination.achievedTo)}; đợt xét ${period}`,
      },
    ],
    stage: "propose",
  };
}

/**
 * Achievements of state awards must reach to within so many months before they are submitted.
 * Source: Nghị định 152/2025/NĐ-CP, Điều 33, khoản 9.
 */
export function achievementFresh({ nomination, rules, today }: EligibilityFacts, { level }: AwardRule): Check {
  const { value, mark, source } = rules.freshnessMonths;
  const base = { id: "freshness", mark, source, facts: [], stage: "propose" } as const;
  if (level !== "state") return { ...base, state: "met", sentence: "Chỉ áp dụng cho khen thưởng cấp Nhà nước." };
  if (value === null)
    return mark === "found"
      ? { ...base, state: "met", sentence: "Quy định không giới hạn thời điểm kết thúc thành tích." }
      : {
          ...base,
          state: "unverified",
          sentence: "Chưa xác minh quy định về thời điểm kết thúc thành tích; có thể cấu hình trong bộ quy định.",
        };
  const last = addMonths(nomination.achievedTo, value);
  const facts = [
    {
      words: `Thành tích đến ${printDay(nomination.achievedTo)}; ${value} tháng sau là ${printDay(last)}; xét tại ngày ${printDay(today)}`,
    },
  ];
  return today <= last
    ? {
        ...base,
        facts,
        state: "met",
        sentence: `Thành tích tính đến thời điểm trình không quá ${value} tháng; trình chậm nhất ngày ${printDay(last)}.`,
      }
    : {
        ...base,
        facts,
        state: "notMet",
        sentence: `Thành tích đã quá ${value} tháng trước khi trình (hạn ${printDay(last)}). Hãy bổ sung thành tích đến gần ngày trình.`,
      };
}

/** More nominated than the round has places for is for the council to rank; places that are gone are gone. */
export function quota({ nomination, round, counts, rules }: EligibilityFacts): Check {
  const most = round.quotas[nomination.awardId]?.most;
  const { overQuota } = rules;
  const base = { id: "quota", source: "Theo đợt xét", mark: "found", stage: "decide" } as const;
  if (most === undefined)
    return { ...base, facts: [], state: "met", sentence: "Đợt xét không đặt số lượng tối đa cho hình thức này." };
  const facts = [{ words: `Tối đa ${most}; đang đề nghị ${counts.nominated}; đã quyết định ${counts.decided}` }];
  if (counts.decided >= most)
    return {
      ...base,
      facts,
      state: "notMet",
      sentence: `Đợt xét đã có đủ ${most} quyết định cho hình thức này, không còn chỗ.`,
    };
  if (counts.nominated <= most)
    return { ...base, facts, state: "met", sentence: `Số đề nghị chưa vượt số lượng tối đa (${most}).` };
  if (overQuota.value === null)
    return {
      ...base,
      source: overQuota.source,
      mark: overQuota.mark,
      facts,
      state: "unverified",
      sentence: `Có ${counts.nominated} đề nghị cho ${most} chỗ; chưa xác minh quy định về cách chọn khi vượt số lượng.`,
    };
  return {
    ...base,
    source: overQuota.source,
    mark: overQuota.mark,
    facts,
    state: "needsEvidence",
    sentence: `Có ${counts.nominated} đề nghị cho ${most} chỗ; cần kết quả xếp thứ tự của hội đồng.`,
  };
}
