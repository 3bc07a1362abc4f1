import { command } from "#lib/command";
import { takeSchema } from "#lib/reports/workbook/schema";
import { takeUpload } from "#lib/reports/workbook/service";

export const POST = command(takeSchema, async (actor, input) => {
  const { taken, left } = await takeUpload(actor, input);
  return {
    message: `Đã ghi ${taken} thay đổi vào báo cáo.${left > 0 ? ` Còn ${left} thay đổi chưa nhận.` : ""}`,
    href: left > 0 ? `/reports/${input.id}/workbook/${input.uploadId}` : `/reports/${input.id}/workbook`,
  };
});
