import { command } from "#lib/command";
import { appraisalSchema } from "#lib/reports/schema";
import { appraise } from "#lib/reports/service";

export const POST = command(appraisalSchema, async (actor, input) => {
  await appraise(actor, input);
  return { message: "Đã lưu ý kiến thẩm định.", href: `/reports/${input.id}/sections/assessment` };
});
