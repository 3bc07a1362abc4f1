import { z } from "zod";
import { clean } from "#lib/text";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "Hãy nhập ngày theo dạng ngày/tháng/năm, ví dụ 09/11/2026.");
const words = (most: number, empty: string) =>
  z
    .string()
    .transform(clean)
    .pipe(z.string().min(1, empty).max(most, `Nhiều nhất ${most} ký tự.`));

/** Dates of a duty from a period on. `dueOn` is the last day on time, not the day the document names after “trước”. */
const dutyDates = z.object({
  periodId: z.string(),
  opensOn: day,
  dueOn: day,
  wording: words(300, "Hãy chép câu chữ của văn bản, ví dụ “trước ngày 10 tháng 11 hằng năm”."),
  source: words(300, "Hãy ghi văn bản làm căn cứ: số, ngày, cơ quan ban hành, mục."),
});

export const changeDutySchema = dutyDates.extend({ dutyId: z.string(), version: z.coerce.number().int() });
export type ChangeDuty = z.output<typeof changeDutySchema>;

export const enterProvinceDutySchema = dutyDates.extend({ provinceId: z.string() });
export type EnterProvinceDuty = z.output<typeof enterProvinceDutySchema>;

/** `seen` is the fingerprint of the preview the person was looking at. */
export const applySchema = z.object({ periodId: z.string(), seen: z.string() });
export type Apply = z.output<typeof applySchema>;
