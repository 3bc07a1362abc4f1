import { z } from "zod";
import { readDay } from "#lib/reports/values";
import { clean } from "#lib/text";

/** The parts that forms of awards have in common. */

export const id = z.uuid();
export const version = z.coerce.number("Thiếu số phiên bản của trang. Hãy tải lại trang rồi làm lại.").int().min(1);

/** A text that people write: cleaned, at most so long; may be left empty. */
export const words = (most: number, what: string) =>
  z
    .string(`${what}: hãy nhập chữ.`)
    .default("")
    .transform(clean)
    .pipe(z.string().max(most, `${what}: dài quá ${most} ký tự; hãy rút gọn.`));

/** The same, and it must be there. */
export const neededWords = (most: number, what: string) =>
  words(most, what).refine((text) => text !== "", `${what}: còn trống; hãy điền.`);

/** A day as typed, “23/11/2026”, or as a date input sends it. */
export const day = (what: string) =>
  z.string(`${what}: hãy nhập ngày dạng 23/11/2026.`).transform((typed, context) => {
    const read = readDay(typed.trim());
    if (read) return read;
    context.addIssue({
      code: "custom",
      message: `${what}: giá trị “${typed}” chưa đúng; hãy nhập ngày có thật dạng 23/11/2026.`,
    });
    return z.NEVER;
  });

/** The same, or left empty: null. */
export const optionalDay = (what: string) =>
  z
    .union([z.literal("").transform(() => null), day(what)])
    .optional()
    .transform((value) => value ?? null);

/** A whole number between two others, or left empty: null. */
export const optionalNumber = (what: string, least: number, most: number) =>
  z
    .union([z.literal("").transform(() => null), z.coerce.number(`${what}: hãy nhập số.`)], `${what}: hãy nhập số.`)
    .optional()
    .transform((value) => value ?? null)
    .refine(
      (value) => value === null || (Number.isInteger(value) && value >= least && value <= most),
      `${what}: hãy nhập số nguyên từ ${least} đến ${most}.`,
    );

/** A ticked box of a form. */
export const ticked = z.preprocess((value) => value === true || value === "on" || value === "true", z.boolean());

/** “có”, “không” or not said. */
export const yesNoUnknown = z
  .enum(["yes", "no", ""])
  .default("")
  .transform((value) => (value === "" ? null : value === "yes"));

/** One or many values of one name. */
export const listOf = <Item extends z.ZodType>(item: Item, least: number, missing: string, most = 500) =>
  z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).min(least, missing).max(most, `Mỗi lần tối đa ${most} mục.`),
  );

/** The fields `prefix.<key>` of a form, as people wrote them. */
export const fieldsOf = (fields: Record<string, unknown>, prefix: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([name, value]) => name.startsWith(`${prefix}.`) && typeof value === "string")
      .map(([name, value]) => [name.slice(prefix.length + 1), clean(String(value))]),
  );
