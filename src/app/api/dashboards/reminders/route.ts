import { command } from "#lib/command";
import { reminderSchema } from "#lib/dashboards/reminders/schema";
import { sendReminder } from "#lib/dashboards/reminders/service";

export const POST = command(reminderSchema, async (actor, input) => {
  const { id, reminded, skipped } = await sendReminder(actor, input);
  return {
    message: `Đã nhắc ${reminded} đơn vị.${skipped > 0 ? ` ${skipped} đơn vị không còn trong danh sách hoặc đã được nhắc hôm nay nên bỏ qua.` : ""}`,
    href: `/dashboards/reminders/${id}`,
    data: { reminded, skipped },
  };
});
