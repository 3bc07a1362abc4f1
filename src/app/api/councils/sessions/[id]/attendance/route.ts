import { command } from "#lib/command";
import { attendanceSchema } from "#lib/councils/schema";
import { recordAttendance } from "#lib/councils/sessions/service";

export const POST = command(attendanceSchema, async (actor, input) => {
  await recordAttendance(actor, input);
  return { message: "Đã ghi danh sách có mặt.", href: `/councils/sessions/${input.id}` };
});
