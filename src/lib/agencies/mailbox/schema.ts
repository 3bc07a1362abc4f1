import { z } from "zod";
import { isMailAddress } from "#lib/mail/address";
import { clean } from "#lib/text";

/** Empty takes the mailbox away. */
export const mailboxSchema = z.object({
  id: z.string().max(40),
  address: z
    .string("Hãy ghi địa chỉ hộp thư.")
    .transform(clean)
    .superRefine((address, context) => {
      if (address === "" || isMailAddress(address)) return;
      context.addIssue(
        `Hộp thư: giá trị “${address}” chưa đúng; hãy ghi hộp thư công vụ của cơ quan, ví dụ congvan@phuong.example.gov.vn, hoặc để trống.`,
      );
    }),
});
