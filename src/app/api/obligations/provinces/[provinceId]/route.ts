import { command } from "#lib/command";
import { enterProvinceDuty } from "#lib/reports/obligations/duties/service";
import { enterProvinceDutySchema } from "#lib/reports/obligations/schema";

export const POST = command(enterProvinceDutySchema, async (actor, input) => {
  const period = await enterProvinceDuty(actor, input);
  return {
    message: "Đã nhập hạn của tỉnh. Báo cáo chưa đổi cho tới khi áp dụng; hãy xem thay đổi dưới đây.",
    href: `/obligations?period=${period.id}&preview=1`,
  };
});
