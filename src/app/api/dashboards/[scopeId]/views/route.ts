import { command } from "#lib/command";
import { saveViewSchema } from "#lib/dashboards/pivot/views/schema";
import { saveView } from "#lib/dashboards/pivot/views/service";

export const POST = command(saveViewSchema, async (actor, input) => {
  const id = await saveView(actor, input);
  return {
    message: `Đã lưu bảng “${input.title}”. Ai theo dõi phạm vi này cũng mở được bằng đường dẫn của trang.`,
    href: `/dashboards/${input.scopeId}/pivot?view=${id}`,
    data: { id },
  };
});
