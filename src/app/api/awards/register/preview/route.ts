import { previewSchema } from "#lib/awards/register/schema";
import { previewImport } from "#lib/awards/register/service";
import { command } from "#lib/command";

export const POST = command(previewSchema, async (actor, { text }) => {
  const preview = await previewImport(actor, text);
  return { message: "Đã đọc bảng, chưa ghi gì.", data: preview };
});
