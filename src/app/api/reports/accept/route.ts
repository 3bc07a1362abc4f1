import { command } from "#lib/command";
import { acceptManySchema } from "#lib/reports/schema";
import { acceptMany } from "#lib/reports/service";

export const POST = command(acceptManySchema, async (actor, { reports }) => {
  const { accepted, skipped } = await acceptMany(actor, reports.map(readSeen));
  return {
    message: `Đã tiếp nhận ${accepted} báo cáo.${skipped > 0 ? ` ${skipped} báo cáo đã thay đổi hoặc không thuộc phạm vi nên bỏ qua.` : ""}`,
  };
});

function readSeen(text: string) {
  const [id = "", number = ""] = text.split(":");
  return { id, number: Number(number) };
}
