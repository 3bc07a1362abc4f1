import { command } from "#lib/command";
import { discardSchema } from "#lib/reports/workbook/schema";
import { discardUpload } from "#lib/reports/workbook/service";

export const POST = command(discardSchema, async (actor, input) => {
  await discardUpload(actor, input);
  return { message: "Đã bỏ tệp; báo cáo giữ nguyên.", href: `/reports/${input.id}/workbook` };
});
