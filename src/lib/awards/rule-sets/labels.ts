import type { SubjectKind } from "#generated/prisma/enums";
import { printNumber } from "#lib/text";
import { subjectLabels } from "../labels.ts";
import type { AwardLevel, Base, DossierItem, Fraction, Mark, Precondition } from "../rule-set.ts";
import type { RuleSetState } from "./rules.ts";
import type { RuleValue, ValueKind } from "./values.ts";

export const stateLabels: Record<
  RuleSetState,
  { word: string; shape: string; tone: "good" | "wait" | "care" | "still" }
> = {
  draft: { word: "Bản nháp", shape: "◐", tone: "care" },
  coming: { word: "Sắp có hiệu lực", shape: "⧗", tone: "wait" },
  inForce: { word: "Đang có hiệu lực", shape: "✓", tone: "good" },
  ended: { word: "Hết hiệu lực", shape: "–", tone: "still" },
};

export const levelLabels: Record<AwardLevel, string> = {
  base: "Cơ quan tự quyết định",
  province: "Bộ, ban, ngành, tỉnh",
  state: "Cấp Nhà nước",
};

export const baseLabels: Record<Base, string> = {
  allMembers: "tổng số thành viên hội đồng",
  present: "số dự họp và gửi ý kiến bằng văn bản",
};

/** Choices of the kinds that have a few; the empty one is “none asked” or “not known”, as the mark says. */
export const choices = {
  ballot: { secret: "Bỏ phiếu kín", open: "Biểu quyết công khai" },
  recusal: { staysInBase: "Vẫn tính vào tổng số", leavesBase: "Không tính vào tổng số" },
  silence: { proceed: "Coi như đồng ý, tiếp tục trình", wait: "Phải chờ ý kiến" },
  intake: { paperAndFile: "Phải có cả bản giấy và bản điện tử" },
  overlap: { highestOfSamePeriod: "Chỉ nhận mức cao nhất" },
} as const satisfies Partial<Record<ValueKind, Record<string, string>>>;

export const conditionCheckLabels: Record<Precondition["check"], string> = {
  votedInCampaign: "Bình xét trong phong trào thi đua",
  priorAward: "Đã được tặng một hình thức khác (kiểm tra trong sổ khen thưởng)",
  leadsBloc: "Dẫn đầu cụm, khối, phong trào",
  evidence: "Minh chứng do người thẩm định xem",
};

/** A value as a sentence part; what is not there is said by its mark: none asked, or not known. */
export function printValue({ kind, value, mark, item }: Pick<RuleValue, "kind" | "value" | "mark" | "item">): string {
  if (value === null) return none(mark);
  return printers[kind](value as never, item as never);
}

const none = (mark: Mark) => (mark === "found" ? "Không quy định" : "Chưa xác minh quy định");

/** “từ 2/3 …”, and the percentage where it is a whole one. */
function printShare({ numerator, denominator }: Fraction) {
  const percent = (numerator * 100) / denominator;
  return Number.isInteger(percent) ? `từ ${percent} %` : `từ ${numerator}/${denominator}`;
}

type OfSubjects = Record<SubjectKind, number | null>;
type OfLevels = Record<AwardLevel, number | null>;

const days = (count: number | null) => (count === null ? "chưa có" : `${count} ngày làm việc`);

const printers: Record<ValueKind, (value: never, item: never) => string> = {
  words: (value: string) => value,
  optionalWords: (value: string) => value,
  days,
  months: (value: number) => `${value} tháng`,
  money: (value: number) => `đến ${printNumber(value)} đồng`,
  subjects: (value: SubjectKind[]) => value.map((kind) => subjectLabels[kind]).join(", ") || "Chưa có đối tượng nào",
  ballot: (value: keyof typeof choices.ballot) => choices.ballot[value],
  threshold: (value: Fraction & { base: Base }) => `${printShare(value)} ${baseLabels[value.base]}`,
  quorum: (value: Fraction) => `${printShare(value)} ${baseLabels.allMembers}`,
  recusal: (value: keyof typeof choices.recusal) => choices.recusal[value],
  silence: (value: keyof typeof choices.silence) => choices.silence[value],
  intake: (value: keyof typeof choices.intake) => choices.intake[value],
  overlap: (value: keyof typeof choices.overlap) => choices.overlap[value],
  appraisal: ({ base, province, state }: OfLevels) =>
    `cơ quan tự quyết định: ${days(base)}; bộ, tỉnh: ${days(province)}; Bộ Nội vụ: ${days(state)}`,
  issuing: ({ few, fewerThan, many }: { few: number; fewerThan: number; many: number }) =>
    `dưới ${fewerThan} trường hợp: ${days(few)}; từ ${fewerThan} trường hợp: ${days(many)}`,
  bonus: (value: OfSubjects) =>
    (Object.keys(subjectLabels) as SubjectKind[])
      .filter((kind) => value[kind] !== null)
      .map((kind) => `${subjectLabels[kind].toLowerCase()} ${printNumber((value[kind] ?? 0) / 100)}`)
      .join("; ") || "Không có",
  condition: (value: string, item: Precondition) => [value, ...furtherOf(item)].join(" · "),
  paper: (value: string, item: DossierItem) => (item.required ? value : `${value} · không bắt buộc`),
};

function furtherOf({ route, merit, subjects, yearsSince }: Precondition) {
  return [
    route && `theo đường “${route}”`,
    yearsSince && `sau ${yearsSince} năm`,
    merit && "không tính khen thưởng chuyên đề, đột xuất",
    subjects && `chỉ với ${subjects.map((kind) => subjectLabels[kind].toLowerCase()).join(", ")}`,
  ].filter((words) => typeof words === "string");
}
