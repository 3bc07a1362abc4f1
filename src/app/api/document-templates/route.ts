import { command } from "#lib/command";
import { uploadTemplateSchema } from "#lib/documents/schema";
import { uploadTemplate } from "#lib/documents/templates/service";

export const POST = command(uploadTemplateSchema, async (actor, input) => {
  const { version } = await uploadTemplate(actor, input);
  return { message: `Mẫu đã được kiểm tra và lưu là bản ${version}, chưa áp dụng. Hãy xem thử trước khi áp dụng.` };
});
