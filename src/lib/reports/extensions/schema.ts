import { z } from "zod";
import { text } from "../schema.ts";

const day = z.iso.date("Hãy nhập ngày theo dạng ngày/tháng/năm, ví dụ 20/11/2026.");

const request = z.object({ id: z.string(), extensionId: z.string() });

/** `dueOn` is the last day on time that the page was showing. */
const seen = { dueOn: z.iso.date("Thiếu hạn mà trang đang hiện. Hãy tải lại trang rồi làm lại.") };

export const askExtensionSchema = z.object({ id: z.string(), ...seen, untilOn: day, reason: text(1_000, "Lý do") });
export type AskExtension = z.output<typeof askExtensionSchema>;

export const grantExtensionSchema = request.extend({ ...seen, untilOn: day, note: text(1_000, "Ghi chú").default("") });
export type GrantExtension = z.output<typeof grantExtensionSchema>;

export const refuseExtensionSchema = request.extend({ note: text(1_000, "Lý do").default("") });
export type RefuseExtension = z.output<typeof refuseExtensionSchema>;

export const takeBackExtensionSchema = request;
export type TakeBackExtension = z.output<typeof takeBackExtensionSchema>;
