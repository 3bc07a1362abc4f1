import { command } from "#lib/command";
import { consolidate } from "#lib/reports/consolidation/service";
import { consolidateSchema } from "#lib/reports/schema";

export const POST = command(consolidateSchema, async (actor, input) => {
  const { counted, expected } = await consolidate(actor, input);
  return { message: `Đã tổng hợp ${counted}/${expected} đơn vị.`, href: `/reports/${input.id}/consolidation` };
});
