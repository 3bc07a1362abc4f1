import { z } from "zod";
import { clean } from "#lib/text";

/** More units than this are not one reminder but a plan. */
export const MOST_UNITS = 3_500;
export const MOST_WORDS = 1_000;

/** `key` is made by the page; `reports` are the ids it showed, all in one field or one by one. */
export const reminderSchema = z.object({
  key: z.uuid("Trang đã cũ. Hãy tải lại trang rồi gửi."),
  list: z.string().max(2_000),
  reports: z
    .union([z.string(), z.array(z.string())], "Chưa chọn đơn vị nào. Hãy đánh dấu ít nhất một đơn vị.")
    .transform((ids) => [...new Set([ids].flat().flatMap((one) => one.split(",")))])
    .pipe(
      z
        .array(z.uuid("Danh sách đơn vị không hợp lệ. Hãy tải lại trang."))
        .min(1, "Chưa chọn đơn vị nào. Hãy đánh dấu ít nhất một đơn vị.")
        .max(MOST_UNITS, `Nhiều hơn ${MOST_UNITS} đơn vị. Hãy lọc danh sách rồi nhắc từng phần.`),
    ),
  message: z
    .string("Hãy ghi nội dung nhắc.")
    .transform(clean)
    .pipe(
      z
        .string()
        .min(1, "Nội dung nhắc: còn trống; hãy ghi một câu.")
        .max(MOST_WORDS, `Nội dung nhắc: dài quá ${MOST_WORDS} ký tự; hãy rút gọn.`),
    ),
});

export type SendReminder = z.output<typeof reminderSchema>;
