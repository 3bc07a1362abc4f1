import { checklistSchema } from "#lib/awards/nominations/schema";
import { saveChecklist } from "#lib/awards/nominations/writing";
import { command } from "#lib/command";

export const POST = command(checklistSchema, async (actor, input) => {
  await saveChecklist(actor, input);
  return { message: "Đã lưu kết quả kiểm tra hồ sơ.", href: `/awards/nominations/${input.id}` };
});
