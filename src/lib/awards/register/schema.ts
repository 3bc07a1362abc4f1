import { z } from "zod";

const text = z
  .string("Chưa có dòng nào. Hãy dán bảng từ Excel hoặc nội dung tệp CSV.")
  .min(1, "Chưa có dòng nào. Hãy dán bảng từ Excel hoặc nội dung tệp CSV.")
  .max(800_000, "Bảng quá lớn. Hãy nhập mỗi lần tối đa 2.000 dòng.");

export const previewSchema = z.object({ text });

/** What the clerk decides of each line comes as `choice.<line>`: “skip”, “new”, or the id of the subject that is meant. */
export const importSchema = z.object({ text }).catchall(z.unknown());

/** The address of the register; what cannot be understood is left out. */
export const registerFilterSchema = z.object({
  q: z.string().default("").catch(""),
  award: z.string().max(60).optional().catch(undefined),
  year: z.coerce.number().int().min(1945).max(2100).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type RegisterFilter = z.output<typeof registerFilterSchema>;
