import type { AwardRule, DossierItem, Mark, Precondition, RuleSetDefinition } from "../rule-set.ts";

/** What shape a value has: what its form asks and how it is printed. */
export type ValueKind =
  | "words"
  | "optionalWords"
  | "days"
  | "months"
  | "money"
  | "subjects"
  | "ballot"
  | "threshold"
  | "quorum"
  | "recusal"
  | "silence"
  | "intake"
  | "overlap"
  | "appraisal"
  | "issuing"
  | "bonus"
  | "condition"
  | "paper";

/**
 * One value of a rule set, found by its path: “quorum”, “giay-khen.threshold”, “giay-khen.dossier.to-trinh”.
 * `value` has the shape of its kind; conditions and papers carry their further facts in `item`.
 */
export type RuleValue = {
  path: string;
  awardId: string | null;
  label: string;
  kind: ValueKind;
  value: unknown;
  mark: Mark;
  source: string;
  item?: Precondition | DossierItem;
};

type Shape = { label: string; kind: ValueKind };
type GeneralKey = Exclude<keyof RuleSetDefinition, "awards">;
type AwardKey = "subjects" | "proposes" | "decides" | "ballot" | "threshold" | "intake" | "publicityDays" | "bonus";
export type ListKey = "preconditions" | "dossier";

export const generalShapes: Record<GeneralKey, Shape> = {
  quorum: { label: "Số thành viên phải dự họp", kind: "quorum" },
  recusal: { label: "Thành viên không biểu quyết có tính vào tổng số", kind: "recusal" },
  tie: { label: "Khi bằng phiếu", kind: "optionalWords" },
  overQuota: { label: "Khi vượt số lượng", kind: "optionalWords" },
  freshnessMonths: { label: "Thành tích tính đến trước khi trình không quá", kind: "months" },
  consultationDays: { label: "Thời hạn trả lời lấy ý kiến (hiệp y)", kind: "days" },
  consultationSilence: { label: "Hết hạn mà không trả lời", kind: "silence" },
  appraisalDays: { label: "Thời hạn thẩm định", kind: "appraisal" },
  refusalDays: { label: "Thời hạn thông báo không đủ điều kiện, không được khen", kind: "days" },
  issuingDays: { label: "Thời hạn trao quyết định, hiện vật", kind: "issuing" },
  returnDays: { label: "Thời hạn nộp lại hiện vật, tiền thưởng khi bị hủy bỏ", kind: "days" },
  bonusRounding: { label: "Tiền thưởng làm tròn lên", kind: "money" },
  bonusOverlap: { label: "Nhiều danh hiệu cùng thời điểm, cùng giai đoạn", kind: "overlap" },
};

export const awardShapes: Record<AwardKey, Shape> = {
  subjects: { label: "Đối tượng", kind: "subjects" },
  proposes: { label: "Cấp đề nghị", kind: "words" },
  decides: { label: "Thẩm quyền quyết định", kind: "words" },
  ballot: { label: "Hình thức bỏ phiếu", kind: "ballot" },
  threshold: { label: "Tỷ lệ phiếu đồng ý", kind: "threshold" },
  intake: { label: "Bản giấy và bản điện tử", kind: "intake" },
  publicityDays: { label: "Công khai trước khi họp", kind: "days" },
  bonus: { label: "Mức tiền thưởng (lần lương cơ sở)", kind: "bonus" },
};

export const listShapes: Record<ListKey, Shape> = {
  preconditions: { label: "Tiêu chuẩn", kind: "condition" },
  dossier: { label: "Thành phần hồ sơ", kind: "paper" },
};

const keysOf = <Key extends string>(shapes: Record<Key, unknown>) => Object.keys(shapes) as Key[];

/** Every value of a rule set: those of awards in their order, then the general ones. */
export const valuesOf = (definition: RuleSetDefinition): RuleValue[] => [
  ...definition.awards.flatMap(valuesOfAward),
  ...keysOf(generalShapes).map((key) => ({
    path: key,
    awardId: null,
    ...generalShapes[key],
    ...definition[key],
  })),
];

export const valuesOfAward = (award: AwardRule): RuleValue[] => [
  ...keysOf(awardShapes).map((key) => ({
    path: `${award.id}.${key}`,
    awardId: award.id,
    ...awardShapes[key],
    ...award[key],
  })),
  ...keysOf(listShapes).flatMap((key) =>
    award[key].map((item) => ({
      path: `${award.id}.${key}.${item.id}`,
      awardId: award.id,
      ...listShapes[key],
      value: item.value,
      mark: item.mark,
      source: item.source,
      item,
    })),
  ),
];

export const findValue = (definition: RuleSetDefinition, path: string) =>
  valuesOf(definition).find((value) => value.path === path);

export type Difference = {
  path: string;
  label: string;
  awardId: string | null;
  before: RuleValue | null;
  after: RuleValue | null;
};

/** Where two sets differ, in value, mark or source, by path. */
export function differencesOf(before: RuleSetDefinition, after: RuleSetDefinition): Difference[] {
  const [old, fresh] = [byPath(before), byPath(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((path) => {
    const [was, is] = [old.get(path) ?? null, fresh.get(path) ?? null];
    const some = is ?? was;
    if (!some || JSON.stringify(contentOf(was)) === JSON.stringify(contentOf(is))) return [];
    return [{ path, label: some.label, awardId: some.awardId, before: was, after: is }];
  });
}

const byPath = (definition: RuleSetDefinition) => new Map(valuesOf(definition).map((value) => [value.path, value]));

/** Keys in one order, because PostgreSQL gives them in its own. */
const contentOf = (value: RuleValue | null) => sorted(value && { ...value, label: null });

const sorted = (part: unknown): unknown => {
  if (Array.isArray(part)) return part.map(sorted);
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(
    Object.entries(part)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, sorted(value)]),
  );
};
