import { z } from "zod";
import { clean } from "#lib/text";

export const MOST_TITLE = 120;

/** `definition` is the query of the page as text. */
export const saveViewSchema = z.object({
  scopeId: z.string().max(40),
  title: z
    .string("Hãy đặt tên cho bảng.")
    .transform(clean)
    .pipe(
      z
        .string()
        .min(1, "Tên bảng: còn trống; hãy đặt một tên ngắn, ví dụ “Mô hình theo vùng”.")
        .max(MOST_TITLE, `Tên bảng: dài quá ${MOST_TITLE} ký tự; hãy rút gọn.`),
    ),
  definition: z
    .string("Trang đã cũ. Hãy tải lại trang rồi lưu.")
    .max(20_000, "Cách trình bày có quá nhiều điều kiện chọn. Hãy bỏ bớt rồi lưu."),
});

export const retireViewSchema = z.object({ scopeId: z.string().max(40), viewId: z.string().max(40) });
