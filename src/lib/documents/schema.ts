import { z } from "zod";
import { clean } from "#lib/text";
import { capacities } from "./presentation.ts";

/** What the routes of documents accept. Ids are checked where they are looked up. */

const text = (most: number, what: string) =>
  z
    .string(`${what}: hãy nhập chữ.`)
    .transform(clean)
    .pipe(z.string().max(most, `${what}: dài quá ${most} ký tự; hãy rút gọn.`))
    .default("");

export const issueSchema = z.object({
  /** of the report */
  id: z.string(),
  /** number of the sent version the page showed */
  version: z.coerce.number("Thiếu số phiên bản của trang. Hãy tải lại trang rồi làm lại.").int().min(1),
  number: text(10, "Số văn bản"),
  symbol: text(30, "Ký hiệu").transform((symbol) => symbol.toLocaleUpperCase("vi")),
  issuedOn: text(20, "Ngày văn bản"),
  place: text(100, "Địa danh"),
  superior: text(200, "Cơ quan chủ quản"),
  copies: text(2_000, "Nơi nhận"),
  forWhom: text(200, "Ký thay mặt"),
  capacity: z.enum(capacities, "Thẩm quyền ký: hãy chọn một trong danh sách.").default("direct"),
  superiorPosition: text(200, "Chức vụ được ký thay"),
  position: text(200, "Chức vụ người ký"),
  signerName: text(100, "Họ và tên người ký"),
  reason: text(1_000, "Lý do phát hành lại"),
});
export type IssueInput = z.output<typeof issueSchema>;

export const formats = ["docx", "pdf"] as const;
export type Format = (typeof formats)[number];
export const isFormat = (word: string): word is Format => (formats as readonly string[]).includes(word);

const kind = z.enum(["own", "consolidated"], "Loại mẫu: hãy chọn báo cáo của đơn vị hoặc báo cáo tổng hợp.");

export const uploadTemplateSchema = z.object({
  kind,
  /** a form without JavaScript or a script may send something else; the service says what is wanted */
  file: z.unknown().optional(),
  source: text(500, "Căn cứ, lý do thay mẫu").pipe(
    z.string().min(1, "Căn cứ, lý do thay mẫu: còn trống; hãy ghi một câu để người sau hiểu."),
  ),
});

export const adoptTemplateSchema = z.object({
  kind,
  version: z.coerce.number().int().min(1),
  effectiveOn: text(20, "Ngày áp dụng"),
});
