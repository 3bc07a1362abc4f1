import { command } from "#lib/command";
import { adoptTemplateSchema } from "#lib/documents/schema";
import { adoptTemplate } from "#lib/documents/templates/service";

export const POST = command(adoptTemplateSchema, async (actor, input) => {
  const { day } = await adoptTemplate(actor, input);
  return { message: `Mẫu áp dụng cho văn bản phát hành từ ngày ${day}.` };
});
