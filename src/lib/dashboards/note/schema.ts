import { z } from "zod";
import { isMailAddress } from "#lib/mail/address";
import { clean } from "#lib/text";
import { hours } from "./rules.ts";

const whenWrong = `Giờ gửi: hãy chọn một giờ từ ${hours.first} đến ${hours.last}.`;

export const subscribeSchema = z.object({
  scopeId: z.string().max(40),
  address: z
    .string("Địa chỉ thư: còn trống; hãy ghi một địa chỉ.")
    .transform(clean)
    .superRefine((address, context) => {
      if (isMailAddress(address)) return;
      context.addIssue(
        `Địa chỉ thư: giá trị “${address}” chưa đúng; hãy ghi một hộp thư, ví dụ vanphong@tinh.example.gov.vn.`,
      );
    }),
  hour: z.coerce.number(whenWrong).int(whenWrong).min(hours.first, whenWrong).max(hours.last, whenWrong),
  /** a box that is not ticked is not sent */
  weekdaysOnly: z
    .union([z.boolean(), z.enum(["0", "1", "on"])])
    .default(false)
    .transform((answer) => answer !== false && answer !== "0"),
});

export const unsubscribeSchema = z.object({ scopeId: z.string().max(40) });
