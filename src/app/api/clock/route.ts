import { z } from "zod";
import { moveClock } from "#lib/campaign/clock";
import { command } from "#lib/command";
import { printInstant } from "#lib/dates";

const schema = z.object({
  /** As a datetime-local control writes it, in Vietnam's time. */
  at: z
    .string()
    .regex(/^20\d\d-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d(:[0-5]\d)?$/, "Hãy chọn ngày và giờ, ví dụ 09:00 ngày 23/11/2026.")
    .transform((text) => new Date(`${text}+07:00`))
    .refine((instant) => !Number.isNaN(instant.getTime()), "Ngày giờ này không có trong lịch."),
});

export const POST = command(schema, async (actor, { at }) => {
  await moveClock(actor, at);
  return { message: `Đồng hồ trình diễn đã chuyển đến ${printInstant(at)}.` };
});
