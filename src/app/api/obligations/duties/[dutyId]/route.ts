import { command } from "#lib/command";
import { changeDuty } from "#lib/reports/obligations/duties/service";
import { changeDutySchema } from "#lib/reports/obligations/schema";

export const POST = command(changeDutySchema, async (actor, input) => {
  const period = await changeDuty(actor, input);
  return {
    message: "Đã lưu hạn mới. Báo cáo chưa đổi cho tới khi áp dụng; hãy xem thay đổi dưới đây.",
    href: `/obligations?period=${period.id}&preview=1`,
  };
});
