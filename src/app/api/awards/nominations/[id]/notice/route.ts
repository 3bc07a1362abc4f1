import { giveNotice } from "#lib/awards/decisions/after";
import { noticeSchema } from "#lib/awards/decisions/schema";
import { command } from "#lib/command";

export const POST = command(noticeSchema, async (actor, input) => {
  await giveNotice(actor, input);
  return { message: "Đã thông báo cho cơ quan đề nghị.", href: "/awards/decisions" };
});
