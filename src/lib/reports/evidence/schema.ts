import { z } from "zod";
import { readTarget } from "./rules.ts";

const target = z.string("Thiếu nơi đính kèm. Hãy tải lại trang.").transform((text, context) => {
  const found = readTarget(text);
  if (found) return found;
  context.addIssue({ code: "custom", message: `Nơi đính kèm “${text}” không có. Hãy tải lại trang.` });
  return z.NEVER;
});

export const beginSchema = z.object({
  id: z.string(),
  target,
  kind: z.enum(["attachment", "signedPaper"], "Hãy chọn tài liệu hoặc bản đã ký.").default("attachment"),
  name: z.string("Thiếu tên tệp.").max(1_000, "Tên tệp dài quá 1.000 ký tự; hãy đổi tên ngắn hơn."),
  size: z.int("Thiếu dung lượng tệp."),
  /** “sha256:<hex>”, or what else tells that a file chosen again is the same */
  fingerprint: z.string("Thiếu dấu nhận biết tệp. Hãy tải lại trang.").min(1).max(500),
});
export type BeginInput = z.output<typeof beginSchema>;

export const uploadSchema = z.object({ id: z.string(), uploadId: z.string() });

export const chunkSchema = uploadSchema.extend({
  offset: z.coerce.number("Thiếu vị trí của phần tệp. Hãy tải lại trang.").int().min(0),
});

export const evidenceSchema = z.object({ id: z.string(), evidenceId: z.string() });

export const listSchema = z.object({
  id: z.string(),
  target: target.optional(),
  version: z.coerce.number("Số bản báo cáo phải là số.").int().min(1).optional(),
});
