import { command } from "#lib/command";
import { proposeSchema } from "#lib/reports/workbook/schema";
import { propose } from "#lib/reports/workbook/units/service";

export const POST = command(proposeSchema, async (actor, input) => {
  const { figures, units } = await propose(actor, input);
  return { message: `Đã đề xuất ${figures} số liệu cho ${units} đơn vị.`, href: `/reports/${input.id}/workbook` };
});
