import { z } from "zod";
import { clean } from "#lib/text";

const words = (most: number, what: string) =>
  z
    .string(`${what}: còn trống; hãy điền.`)
    .transform(clean)
    .pipe(z.string().min(1, `${what}: còn trống; hãy điền.`).max(most, `${what}: dài quá ${most} ký tự; hãy rút gọn.`));

/** The project's choice: no document says how few reports a public number may rest on. */
export const LEAST_UNITS = 3;

export const MOST_LEAST_UNITS = 100;

const LEAST = `Số báo cáo ít nhất của một số công bố: hãy nhập số nguyên từ 2 đến ${MOST_LEAST_UNITS}.`;

const choice = {
  period: z.string("Kỳ báo cáo: hãy chọn.").regex(/^\d{4}$/, "Kỳ báo cáo: hãy chọn một năm."),
  measures: z
    .union([z.string(), z.array(z.string())], "Chưa chọn số liệu nào. Hãy đánh dấu ít nhất một số liệu.")
    .transform((ids) => [...new Set([ids].flat().flatMap((one) => one.split(",")))].filter(Boolean))
    .pipe(z.array(z.string().max(40)).min(1, "Chưa chọn số liệu nào. Hãy đánh dấu ít nhất một số liệu.").max(200)),
  least: z.coerce.number(LEAST).int(LEAST).min(2, LEAST).max(MOST_LEAST_UNITS, LEAST),
};

export const choiceSchema = z.object(choice);
export type Choice = z.output<typeof choiceSchema>;

/** `seen` is the digest of the numbers on the page: what is published is what was looked at. */
export const publishSchema = z.object({
  ...choice,
  seen: z.string("Hãy xem trước rồi công bố.").length(64, "Hãy xem trước rồi công bố."),
  note: z.string().default("").transform(clean).pipe(z.string().max(500, "Ghi chú: dài quá 500 ký tự; hãy rút gọn.")),
});
export type PublishInput = z.output<typeof publishSchema>;

export const withdrawSchema = z.object({ id: z.uuid(), reason: words(500, "Lý do rút") });

const THIS_YEAR = { least: 2020, most: 2100 };

export const exemplarSchema = z.object({
  kind: z.enum(["model", "example"], "Loại: hãy chọn mô hình hoặc điển hình tập thể."),
  title: words(200, "Tên mô hình, tập thể"),
  agency: words(200, "Cơ quan, địa bàn"),
  summary: words(1_000, "Tóm tắt"),
  year: z.coerce
    .number("Năm: hãy nhập số.")
    .int("Năm: hãy nhập số nguyên.")
    .min(THIS_YEAR.least, `Năm: không trước ${THIS_YEAR.least}.`)
    .max(THIS_YEAR.most, `Năm: không sau ${THIS_YEAR.most}.`),
});
export type ExemplarInput = z.output<typeof exemplarSchema>;
