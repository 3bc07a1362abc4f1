import { z } from "zod";
import { clean } from "#lib/text";
import { attendanceStates, choices, means } from "./labels.ts";

/** What the routes of councils accept. Ids are checked where they are looked up: a wrong one is “not found”. */

const words = (most: number, what: string) =>
  z
    .string(`${what}: hãy nhập chữ.`)
    .transform(clean)
    .pipe(z.string().min(1, `${what}: còn trống.`).max(most, `${what}: dài quá ${most} ký tự; hãy rút gọn.`));
const maybe = (most: number, what: string) =>
  z
    .string(`${what}: hãy nhập chữ.`)
    .default("")
    .transform(clean)
    .pipe(z.string().max(most, `${what}: dài quá ${most} ký tự; hãy rút gọn.`))
    .transform((text) => text || null);
const day = (what: string) =>
  z
    .string(`${what}: hãy chọn ngày.`)
    .regex(/^20\d\d-[01]\d-[0-3]\d$/, `${what}: hãy nhập theo dạng ngày/tháng/năm, ví dụ 23/11/2026.`);
const version = z.coerce.number("Thiếu số phiên bản của trang. Hãy tải lại trang rồi làm lại.").int().min(1);
const list = (value: unknown) => (value === undefined || Array.isArray(value) ? value : [value]);
const choice = z.enum(choices, "Hãy chọn đồng ý, không đồng ý hoặc phiếu trắng.");
const heads = (what: string) =>
  z.coerce
    .number(`${what}: hãy nhập số nguyên.`)
    .int(`${what}: hãy nhập số nguyên.`)
    .min(0, `${what}: không thể âm.`)
    .max(1000, `${what}: quá lớn.`);

export const createCouncilSchema = z.object({
  agencyId: z.string(),
  name: words(200, "Tên hội đồng"),
  decisionNumber: maybe(100, "Số quyết định thành lập"),
  validFrom: day("Ngày bắt đầu"),
  validTo: z
    .union([day("Ngày kết thúc"), z.literal("").transform(() => null)])
    .nullish()
    .default(null),
});

export const addMemberSchema = z.object({
  id: z.string(),
  version,
  username: words(100, "Tên đăng nhập"),
  role: z.enum(["chair", "viceChair", "secretary", "member"], "Vai trò trong hội đồng: hãy chọn một."),
  post: words(200, "Chức danh, đơn vị"),
  validFrom: day("Ngày bắt đầu"),
  /** the member whose delegated substitute this is */
  substitutesId: z
    .string()
    .default("")
    .transform((id) => id || null),
});

export const endMemberSchema = z.object({ id: z.string(), memberId: z.string(), version });

export const createSessionSchema = z.object({
  id: z.string(),
  /** of the council */
  version,
  title: words(300, "Nội dung phiên họp"),
  /** as a datetime-local control writes it, in Vietnam's time */
  meetsAt: z
    .string("Thời gian họp: hãy chọn ngày và giờ.")
    .regex(
      /^20\d\d-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d(:[0-5]\d)?$/,
      "Thời gian họp: hãy chọn ngày và giờ, ví dụ 08:00 ngày 10/12/2026.",
    )
    .transform((text) => new Date(`${text}+07:00`))
    .refine((instant) => !Number.isNaN(instant.getTime()), "Thời gian họp: ngày giờ này không có trong lịch."),
  place: maybe(300, "Địa điểm"),
});

export const agendaSchema = z.object({
  id: z.string(),
  version,
  nominations: z.preprocess(
    list,
    z
      .array(z.string())
      .min(1, "Hãy chọn ít nhất một hồ sơ.")
      .max(200, "Mỗi lần đưa tối đa 200 hồ sơ vào chương trình họp."),
  ),
});

export const takeOffSchema = z.object({
  id: z.string(),
  nominationId: z.string(),
  version,
  reason: words(1000, "Lý do"),
});
export const dissentSchema = z.object({
  id: z.string(),
  nominationId: z.string(),
  version,
  dissent: maybe(4000, "Ý kiến khác"),
});
export const recusalSchema = z.object({
  id: z.string(),
  nominationId: z.string(),
  reason: words(500, "Lý do không tham gia bỏ phiếu"),
  /** left out: the actor's own seat */
  seatId: z.string().default(""),
});

/** Presence comes as `state.<seatId>`, `sits.<seatId>` (a substitute's id or nothing) and `reason.<seatId>`. */
export const attendanceSchema = z.object({ id: z.string(), version }).catchall(z.unknown());

export type AttendanceInput = {
  seatId: string;
  state: (typeof attendanceStates)[number];
  substituteId: string | null;
  reason: string | null;
};

export function readAttendance(fields: Record<string, unknown>, seatIds: string[]): AttendanceInput[] {
  const read = (name: string) => clean(String(fields[name] ?? "")).slice(0, 500);
  return seatIds.flatMap((seatId) => {
    const state = attendanceStates.find((one) => one === read(`state.${seatId}`));
    return state
      ? [{ seatId, state, substituteId: read(`sits.${seatId}`) || null, reason: read(`reason.${seatId}`) || null }]
      : [];
  });
}

export const sessionSchema = z.object({ id: z.string(), version });

export const openBallotsSchema = z.object({
  id: z.string(),
  version,
  nominations: z.preprocess(
    list,
    z.array(z.string()).min(1, "Hãy chọn ít nhất một hồ sơ.").max(100, "Mỗi lần phát phiếu cho tối đa 100 hồ sơ."),
  ),
  means: z.enum(means, "Hình thức phiếu: hãy chọn phiếu điện tử hoặc phiếu giấy."),
  /** where the rule set leaves it open */
  kind: z
    .union([z.enum(["secret", "open"]), z.literal("").transform(() => null)], "Cách bỏ phiếu: hãy chọn một.")
    .nullish()
    .default(null),
});

const base64url = (most: number) =>
  z
    .string()
    .regex(/^[\w-]+$/)
    .max(most);

/** What a member's browser has blinded, by ballot. */
export const slipsSchema = z.object({
  id: z.string(),
  blinded: z.record(z.string(), base64url(400), "Không đọc được phiếu. Hãy tải lại trang."),
});

/** A vote that comes from nobody in particular. */
export const boxSchema = z.object({
  ballotId: z.string(),
  token: z.string("Thiếu mã phiếu.").regex(/^[0-9a-f]{64}$/, "Mã phiếu không đúng dạng."),
  signature: base64url(400),
  choice,
});

export const openVoteSchema = z.object({ ballotId: z.string(), choice, seatId: z.string().default("") });
export const tellerSchema = z.object({
  ballotId: z.string(),
  favour: heads("Số phiếu đồng ý"),
  against: heads("Số phiếu không đồng ý"),
  blank: heads("Số phiếu trắng, không hợp lệ"),
});
export const overrideSchema = z.object({
  ballotId: z.string(),
  passed: z
    .enum(["true", "false"], "Kết luận: hãy chọn thông qua hoặc không thông qua.")
    .transform((value) => value === "true"),
  reason: words(2000, "Lý do"),
});
