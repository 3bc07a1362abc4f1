import { refreshSchema } from "#lib/awards/nominations/schema";
import { refreshFacts } from "#lib/awards/nominations/writing";
import { command } from "#lib/command";

export const POST = command(refreshSchema, async (actor, input) => {
  await refreshFacts(actor, input);
  return { message: "Đã lấy lại số liệu; hãy kiểm tra và xác nhận.", href: `/awards/nominations/${input.id}` };
});
