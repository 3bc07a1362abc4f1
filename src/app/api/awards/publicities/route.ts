import { publishSchema } from "#lib/awards/nominations/schema";
import { publishList } from "#lib/awards/publicities/service";
import { command } from "#lib/command";

export const POST = command(publishSchema, async (actor, input) => {
  const id = await publishList(actor, input);
  return { message: "Đã ghi nhận danh sách công khai.", href: `/awards/publicities/${id}` };
});
