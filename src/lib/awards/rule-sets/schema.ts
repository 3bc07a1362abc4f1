import { z } from "zod";
import { refused } from "#lib/errors";
import { clean } from "#lib/text";
import type { NewValue } from "./change.ts";
import { choices } from "./labels.ts";
import type { ValueKind } from "./values.ts";

const words = (most: number, empty: string) =>
  z
    .string(empty)
    .transform(clean)
    .pipe(z.string().min(1, empty).max(most, `Nhiều nhất ${most} ký tự.`));

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "Hãy nhập ngày theo dạng ngày/tháng/năm, ví dụ 01/03/2027.");
const seen = z.object({ ruleSetId: z.string(), version: z.coerce.number().int() });

/** A draft begins from a set there is. */
export const draftSchema = z.object({
  fromId: z.string(),
  title: words(200, "Hãy đặt tên cho bộ quy định, ví dụ “Quy chế khen thưởng năm 2027”."),
});
export type DraftRules = z.output<typeof draftSchema>;

export const detailsSchema = seen.extend({
  title: words(200, "Hãy đặt tên cho bộ quy định."),
  source: words(300, "Hãy ghi văn bản ban hành: số, ngày, cơ quan ban hành."),
  effectiveFrom: day,
  warning: z
    .string()
    .default("")
    .transform(clean)
    .pipe(z.string().max(500, "Nhiều nhất 500 ký tự."))
    .transform((text) => text || null),
});
export type ChangeDetails = z.output<typeof detailsSchema>;

export const adoptSchema = seen;
export type AdoptRules = z.output<typeof adoptSchema>;

export const discardSchema = seen;
export type DiscardRules = z.output<typeof discardSchema>;

/** The fields of the value itself are read by its kind: `readValue`. */
export const valueSchema = seen.extend({ path: z.string(), remove: z.literal("1").optional() }).loose();
export type ChangeValue = z.output<typeof valueSchema>;

const count = (most: number) =>
  z.coerce
    .number("Hãy nhập một số nguyên.")
    .int("Hãy nhập một số nguyên.")
    .min(0, "Hãy nhập số từ 0.")
    .max(most, `Hãy nhập số không quá ${most}.`);
/** An empty field is no value. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((input) => (input === "" || input === undefined ? null : input), schema.nullable());
const oneOf = (options: Record<string, string>) =>
  optional(z.enum(Object.keys(options) as [string, ...string[]], "Hãy chọn một trong các giá trị có sẵn."));

const subjectList = z.array(z.enum(["collective", "individual", "household"])).default([]);

const part = z.coerce
  .number("Hãy nhập một số nguyên.")
  .int("Hãy nhập một số nguyên.")
  .min(1, "Hãy nhập số từ 1.")
  .max(1000, "Hãy nhập số không quá 1000.");
const share = { numerator: part, denominator: part };
const isShare = ({ numerator, denominator }: { numerator: number; denominator: number }) => numerator <= denominator;
const shareProblem = { error: "Tử số không được lớn hơn mẫu số, ví dụ 4 và 5 cho 80 %.", path: ["numerator"] };
/** A share without numbers is none. */
const optionalShare = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((input) => ((input as { numerator?: unknown }).numerator === "" ? null : input), schema.nullable());

/** “3,5” lần lương cơ sở is stored as 350. */
const multiplier = z
  .string()
  .default("")
  .transform((text) => text.trim().replace(",", "."))
  .pipe(z.string().regex(/^(\d{1,3}(\.\d{1,2})?)?$/, "Hãy nhập bội số, nhiều nhất hai chữ số thập phân, ví dụ 3,5."))
  .transform((text) => (text === "" ? null : Math.round(Number(text) * 100)));

const single = <Schema extends z.ZodType>(value: Schema) => z.object({ value });
const whole = <Schema extends z.ZodType>(schema: Schema) => schema.transform((value) => ({ value }));

const flag = z
  .literal("1")
  .optional()
  .transform((given) => given === "1");

/** What the form of each kind sends, as the value and its further facts. */
const kinds: Record<ValueKind, z.ZodType<Omit<NewValue, "mark" | "source">>> = {
  words: single(words(500, "Hãy ghi nội dung.")),
  optionalWords: single(
    z
      .string()
      .transform(clean)
      .transform((text) => text || null),
  ),
  days: single(optional(count(400))),
  months: single(optional(count(120))),
  money: single(count(1_000_000).pipe(z.number().min(1, "Hãy nhập số từ 1."))),
  subjects: single(subjectList),
  ballot: single(oneOf(choices.ballot)),
  recusal: single(oneOf(choices.recusal)),
  silence: single(oneOf(choices.silence)),
  intake: single(oneOf(choices.intake)),
  overlap: single(oneOf(choices.overlap)),
  quorum: whole(
    optionalShare(
      z
        .object(share)
        .transform((given) => ({ ...given, base: "allMembers" }))
        .refine(isShare, shareProblem),
    ),
  ),
  threshold: whole(
    optionalShare(
      z
        .object({ ...share, base: z.enum(["allMembers", "present"], "Hãy chọn tính trên tổng số nào.") })
        .refine(isShare, shareProblem),
    ),
  ),
  appraisal: whole(
    z.object({ base: optional(count(400)), province: optional(count(400)), state: optional(count(400)) }),
  ),
  issuing: whole(z.object({ few: count(400), fewerThan: count(100_000), many: count(400) })),
  bonus: whole(z.object({ individual: multiplier, collective: multiplier, household: multiplier })),
  condition: z
    .object({
      value: words(500, "Hãy ghi tiêu chuẩn."),
      check: z.enum(["votedInCampaign", "priorAward", "leadsBloc", "evidence"], "Hãy chọn cách kiểm tra."),
      priorAwardId: z.string().default(""),
      yearsSince: optional(count(50)),
      route: z.string().default("").transform(clean),
      merit: flag,
      subjects: subjectList,
    })
    .refine(({ check, priorAwardId }) => check !== "priorAward" || priorAwardId !== "", {
      error: "Hãy chọn hình thức khen thưởng phải có trước.",
      path: ["priorAwardId"],
    })
    .transform(({ value, check, priorAwardId, yearsSince, route, merit, subjects }) => ({
      value,
      check,
      ...(check === "priorAward" && { priorAwardId, ...(yearsSince && { yearsSince }) }),
      ...(route && { route }),
      ...(merit && { merit }),
      ...(subjects.length > 0 && subjects.length < 3 && { subjects }),
    })),
  paper: z
    .object({ value: words(500, "Hãy ghi tên giấy tờ."), required: flag })
    .transform(({ value, required }) => ({ value, required })),
};

const grounds = z.object({
  mark: z.enum(["found", "partial", "background", "unknown"], "Hãy chọn mức độ đã đối chiếu."),
  document: words(300, "Hãy ghi văn bản: số, ngày, cơ quan ban hành."),
  article: words(200, "Hãy ghi điều, khoản; nếu văn bản không chia điều thì ghi mục."),
});

/**
 * The value a form of this kind holds, with its grounds.
 * @throws refused naming every field that is wrong.
 */
export function readValue(kind: ValueKind, input: Record<string, unknown>): NewValue {
  const [value, why] = [kinds[kind].safeParse(input), grounds.safeParse(input)];
  const issues = [...(value.error?.issues ?? []), ...(why.error?.issues ?? [])];
  if (!value.success || !why.success)
    throw refused(
      issues.length === 1 && issues[0] ? issues[0].message : `Có ${issues.length} chỗ cần sửa.`,
      issues.map(({ path, message }) => ({ field: path.join(".") || "value", message })),
    );
  const { mark, document, article } = why.data;
  if (mark === "unknown" && !worded.includes(kind) && !isEmpty(value.data.value)) throw knownAfterAll();
  return { ...value.data, mark, source: `${document}, ${article}` };
}

/** Kinds whose words say what is not known: “the collective's standard, not read”. */
const worded: ValueKind[] = ["words", "condition", "paper"];

const isEmpty = (value: unknown): boolean =>
  value === null || (typeof value === "object" && Object.values(value).every((part) => part === null));

const knownAfterAll = () =>
  refused("Quy định chưa tìm thấy thì để trống giá trị.", [
    { field: "mark", message: "Đã ghi một giá trị thì hãy chọn mức độ đã đối chiếu khác “Chưa tìm thấy quy định”." },
  ]);
