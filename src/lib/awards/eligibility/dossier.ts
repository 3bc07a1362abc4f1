import { printDay } from "#lib/dates";
import { publicityOverOn } from "../clocks.ts";
import type { AwardRule } from "../rule-set.ts";
import type { Check, EligibilityFacts } from "./facts.ts";

/** Every required paper of the rule set is there. */
export function dossierComplete({ nomination }: EligibilityFacts, { dossier }: AwardRule): Check {
  const required = dossier.filter((item) => item.required);
  const missing = required.filter(({ id }) => !nomination.checklist[id]?.have);
  const certain = missing.filter(({ mark }) => mark !== "unknown");
  const doubtful = required.find(({ mark }) => mark !== "found");
  const decisive = certain[0] ?? missing[0] ?? doubtful ?? required[0];
  return {
    id: "dossier",
    state: certain.length > 0 ? "notMet" : missing.length > 0 || required.length === 0 ? "unverified" : "met",
    sentence: dossierSentence(required.length, certain.length, missing.length),
    source: decisive?.source ?? "Chưa tìm thấy quy định",
    mark: decisive?.mark ?? "unknown",
    facts: required.map(({ id, value }) => ({
      words: `${nomination.checklist[id]?.have ? "Đã có" : "Còn thiếu"}: ${value}`,
    })),
    stage: "appraise",
  };
}

function dossierSentence(required: number, certain: number, missing: number) {
  if (certain > 0) return `Hồ sơ còn thiếu ${certain} thành phần. Hãy bổ sung rồi đánh dấu đã có.`;
  if (required === 0)
    return "Chưa xác minh quy định về thành phần hồ sơ của hình thức này; có thể cấu hình trong bộ quy định.";
  if (missing > 0) return "Thành phần còn thiếu chưa xác minh được có bắt buộc hay không.";
  return "Hồ sơ đủ thành phần theo bộ quy định.";
}

/**
 * A dossier is received when the paper and the file are both there.
 * Source for state awards: Nghị định 152/2025/NĐ-CP, Điều 33, khoản 12.
 */
export function received({ nomination }: EligibilityFacts, { intake: { value, mark, source } }: AwardRule): Check {
  const { paperReceivedOn, fileReceivedOn } = nomination;
  const base = {
    id: "intake",
    mark,
    source,
    facts: [
      { words: paperReceivedOn ? `Bản giấy nhận ngày ${printDay(paperReceivedOn)}` : "Chưa nhận bản giấy" },
      { words: fileReceivedOn ? `Bản điện tử nhận ngày ${printDay(fileReceivedOn)}` : "Chưa nhận bản điện tử" },
    ],
    stage: "appraise",
  } as const;
  if (paperReceivedOn && fileReceivedOn)
    return { ...base, state: "met", sentence: "Đã nhận đủ bản giấy và bản điện tử." };
  if (value === null)
    return mark === "found"
      ? { ...base, state: "met", sentence: "Quy định không đòi hỏi cả bản giấy và bản điện tử." }
      : {
          ...base,
          state: "unverified",
          sentence: "Chưa xác minh quy định về bản giấy và bản điện tử của hình thức này.",
        };
  return {
    ...base,
    state: "notMet",
    sentence: `Chỉ tính là đã nhận khi có cả bản giấy và bản điện tử; còn thiếu ${paperReceivedOn ? "bản điện tử" : fileReceivedOn ? "bản giấy" : "cả hai"}.`,
  };
}

/**
 * Where the rule set asks for it, the list has been public for the working days it says before the council meets, and nothing
 * complained of is open. Source: Nghị định 152/2025/NĐ-CP, Điều 44.
 */
export function publicityOver(facts: EligibilityFacts, { publicityDays: { value, mark, source } }: AwardRule): Check {
  const { publicity, holidays, today, nomination } = facts;
  const base = { id: "publicity", mark, source, stage: "agenda" } as const;
  const lists = publicity.map(({ startsOn, place }) => ({
    words: `Công khai từ ${printDay(startsOn)} tại ${place}`,
  }));
  if (publicity.some(({ isComplaint }) => isComplaint) && !nomination.checklist.complaintSettled?.have)
    return {
      ...base,
      facts: lists,
      state: "notMet",
      sentence:
        "Có khiếu nại, tố cáo khi công khai chưa được giải quyết. Báo cáo hội đồng bằng văn bản sau khi có kết luận.",
    };
  if (value === null)
    return mark === "found"
      ? { ...base, facts: lists, state: "met", sentence: "Hình thức này không bắt buộc công khai trước khi họp." }
      : {
          ...base,
          facts: lists,
          state: "unverified",
          sentence: "Chưa xác minh quy định về công khai đối với hình thức này; có thể cấu hình trong bộ quy định.",
        };
  const [first] = publicity.map(({ startsOn }) => startsOn).sort();
  if (!first)
    return {
      ...base,
      facts: lists,
      state: "notMet",
      sentence: `Chưa công khai danh sách; cần công khai ít nhất ${value} ngày làm việc trước khi hội đồng họp.`,
    };
  const last = publicityOverOn(first, value, holidays);
  return {
    ...base,
    facts: [...lists, { words: `Ngày làm việc thứ ${value} là ${printDay(last)}` }],
    ...(today > last
      ? { state: "met", sentence: `Đã công khai đủ ${value} ngày làm việc.` }
      : {
          state: "notMet",
          sentence: `Còn trong thời gian công khai đến hết ngày ${printDay(last)}; hội đồng họp từ ngày sau đó.`,
        }),
  };
}
