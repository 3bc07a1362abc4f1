import { z } from "zod";
import { day, id, listOf, neededWords, optionalDay, optionalNumber, ticked, version, words } from "../schema.ts";

export const createSchema = z.object({
  roundId: id,
  subject: neededWords(40, "Đối tượng"),
  awardId: neededWords(60, "Hình thức khen thưởng"),
});

/** The dossier's own fields; parts of the report come as `report.<part>`, the checklist as `have.<item>` and `note.<item>`. */
export const saveSchema = z
  .object({
    id,
    version,
    achievement: words(500, "Thành tích"),
    achievedFrom: day("Thành tích từ ngày"),
    achievedTo: day("Thành tích đến ngày"),
    confirmed: ticked,
  })
  .catchall(z.unknown());
export type SaveInput = z.output<typeof saveSchema>;

export const checklistSchema = z.object({ id, version }).catchall(z.unknown());

export const refreshSchema = z.object({ id, version });

export const receiveSchema = z.object({
  id,
  version,
  paperReceivedOn: optionalDay("Ngày nhận bản giấy"),
  fileReceivedOn: optionalDay("Ngày nhận bản điện tử"),
});

export const moveSchema = z.object({
  id,
  move: z.string(),
  version,
  reason: words(2_000, "Lý do"),
  awardId: z.string().default(""),
  appraisal: words(4_000, "Ý kiến thẩm định"),
});

export const consultSchema = z.object({
  id,
  version,
  agency: neededWords(200, "Cơ quan được hỏi ý kiến"),
  dueOn: optionalDay("Hạn trả lời"),
});

export const answerSchema = z.object({
  id,
  opinion: z.enum(["agree", "disagree"], "Ý kiến: hãy chọn đồng ý hoặc không đồng ý."),
  words: words(4_000, "Nội dung ý kiến"),
});

export const publishSchema = z.object({
  title: neededWords(300, "Tên danh sách"),
  place: neededWords(300, "Nơi công khai"),
  startsOn: day("Công khai từ ngày"),
  /** more working days than the rule set asks for, by the agency's own choice */
  days: optionalNumber("Số ngày làm việc", 1, 60),
  nominations: listOf(id, 1, "Hãy chọn ít nhất một hồ sơ."),
});

export const feedbackSchema = z.object({
  id,
  nominationId: id,
  feedback: neededWords(2_000, "Nội dung ý kiến"),
  isComplaint: ticked,
});
