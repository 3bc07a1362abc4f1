import { command } from "#lib/command";
import { uploadSchema } from "#lib/reports/evidence/schema";
import { cancelUpload } from "#lib/reports/evidence/service";

export const POST = command(uploadSchema, async (actor, input) => {
  await cancelUpload(actor, input);
  return { message: "Đã bỏ tệp đang tải." };
});
