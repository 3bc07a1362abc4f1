import { mailboxSchema } from "#lib/agencies/mailbox/schema";
import { changeMailbox } from "#lib/agencies/mailbox/service";
import { command } from "#lib/command";

export const POST = command(mailboxSchema, async (actor, input) => {
  await changeMailbox(actor, input);
  return {
    message: input.address ? "Đã lưu hộp thư của cơ quan." : "Đã bỏ hộp thư của cơ quan.",
    href: `/agencies/${input.id}`,
  };
});
