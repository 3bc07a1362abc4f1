import { z } from "zod";
import { clean } from "#lib/text";
import { LONGEST_GROUNDS } from "./document.ts";

/** What a report's routes accept. Ids of reports are checked where they are looked up: a wrong one is “not found”. */

/** A text that people write: cleaned, at most so long. */
export const text = (most: number, what: string) =>
  z
    .string(`${what}: hãy nhập chữ.`)
    .transform(clean)
    .pipe(z.string().max(most, `${what}: dài quá ${most} ký tự; hãy rút gọn.`));

const version = z.coerce.number("Thiếu số phiên bản của trang. Hãy tải lại trang rồi làm lại.").int().min(1);

const sectionVersion = z.int("Thiếu số phiên bản của phần báo cáo. Hãy tải lại trang rồi làm lại.").min(0);

export const saveSchema = z.object({
  id: z.string(),
  /** whose work it is: on a shared computer it is never saved in the name of whoever signed in since */
  writer: z.string().max(40).optional(),
  /** the version of each section that is written, as the writer saw it */
  sections: z.record(z.string(), sectionVersion, "Thiếu số phiên bản của phần báo cáo. Hãy tải lại trang rồi làm lại."),
  figures: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).default({}),
  narratives: z.record(z.string(), z.union([text(20_000, "Phần lời"), z.null()])).default({}),
  assessments: z
    .record(
      z.string(),
      z.union([
        z.object({ level: z.string().default(""), grounds: text(LONGEST_GROUNDS, "Căn cứ tự đánh giá").default("") }),
        z.null(),
      ]),
    )
    .default({}),
  adjustments: z
    .record(z.string(), z.union([z.object({ by: z.string(), reason: text(1_000, "Lý do điều chỉnh") }), z.null()]))
    .default({}),
  blanks: z
    .record(z.string(), z.union([z.object({ reason: z.string(), expectedOn: z.string().default("") }), z.null()]))
    .default({}),
  copied: z.record(z.string(), z.union([z.literal(true), z.null()])).default({}),
  explanations: z.record(z.string(), z.union([text(1_000, "Giải trình"), z.null()])).default({}),
});
export type SaveInput = z.output<typeof saveSchema>;

export const moveSchema = z
  .object({
    id: z.string(),
    move: z.string(),
    /** the report's version the page was showing */
    version,
    reason: text(2_000, "Lý do").default(""),
    reportedOn: z.string().default(""),
    reportedNumber: text(50, "Số, ký hiệu văn bản").default(""),
    /** the box that says a statement is meant */
    confirmed: z.preprocess((value) => value === true || value === "on" || value === "true", z.boolean()),
  })
  .catchall(z.unknown());

/** The reasons of a return come as fields `reasons.<sectionId>`. */
export const returnReasons = (fields: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([name, value]) => name.startsWith("reasons.") && typeof value === "string")
      .map(([name, value]) => [name.slice("reasons.".length), clean(String(value)).slice(0, 2_000)]),
  );

export const acceptManySchema = z.object({
  /** "reportId:sentNumber" as the list showed them */
  reports: z.preprocess(
    (value) => (Array.isArray(value) ? value : [value]),
    z
      .array(z.string().regex(/^[0-9a-f-]{36}:\d+$/, "Danh sách báo cáo chưa đúng. Hãy tải lại trang."))
      .min(1, "Hãy chọn ít nhất một báo cáo.")
      .max(200, "Mỗi lần tiếp nhận tối đa 200 báo cáo."),
  ),
});

export const appraisalSchema = z.object({ id: z.string(), version }).catchall(z.unknown());

/** Appraisals come as `level.<criterionId>` and `comment.<criterionId>`. */
export function readAppraisal(fields: Record<string, unknown>, criteriaIds: string[], levelIds: string[]) {
  const read = (name: string) => clean(String(fields[name] ?? "")).slice(0, 4_000);
  return Object.fromEntries(
    criteriaIds
      .map(
        (id) =>
          [
            id,
            {
              level: levelIds.includes(read(`level.${id}`)) ? read(`level.${id}`) : "",
              comment: read(`comment.${id}`),
            },
          ] as const,
      )
      .filter(([, { level, comment }]) => level !== "" || comment !== ""),
  );
}

export const presenceSchema = z.object({ id: z.string(), section: z.string().max(40) });

export const consolidateSchema = z.object({ id: z.string(), version });
