import { z } from "zod";
import { id, neededWords, optionalNumber, ticked, words, yesNoUnknown } from "../schema.ts";

const THIS_CENTURY = 2100;

export const subjectSchema = z.object({
  kind: z.enum(["collective", "individual", "household"], "Loại đối tượng: hãy chọn."),
  name: neededWords(200, "Tên đối tượng"),
  agency: neededWords(200, "Cơ quan"),
  description: words(200, "Bộ phận hoặc chức vụ").transform((text) => text || null),
  birthYear: optionalNumber("Năm sinh", 1900, THIS_CENTURY),
  isWoman: yesNoUnknown,
  isDirectWorker: yesNoUnknown,
  members: optionalNumber("Số thành viên", 0, 100_000),
  womenMembers: optionalNumber("Số nữ", 0, 100_000),
  /** the clerk has looked at the likely duplicates and says that this is somebody else */
  isAnother: ticked,
  /** a round to nominate in at once */
  round: z.string().max(40).default(""),
});

export type SubjectInput = z.output<typeof subjectSchema>;

export const holdSchema = z.object({
  id,
  kind: z.enum(
    ["discipline", "investigation", "inspection", "audit", "complaint", "press"],
    "Lý do tạm dừng: hãy chọn loại.",
  ),
  reason: neededWords(1_000, "Nội dung"),
  source: neededWords(300, "Nguồn, văn bản"),
});

export const liftSchema = z.object({
  id,
  holdId: id,
  conclusion: z.enum(["clean", "disciplined"], "Kết luận: hãy chọn."),
});
