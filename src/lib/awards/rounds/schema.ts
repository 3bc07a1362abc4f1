import { z } from "zod";
import { day, id, listOf, neededWords, version } from "../schema.ts";

const round = z
  .object({
    kind: z.enum(["annual", "interim", "final", "sudden"], "Loại đợt: hãy chọn."),
    title: neededWords(200, "Tên đợt xét"),
    achievedFrom: day("Thành tích từ ngày"),
    achievedTo: day("Thành tích đến ngày"),
    opensOn: day("Nhận hồ sơ từ ngày"),
    closesOn: day("Nhận hồ sơ đến hết ngày"),
    awardIds: listOf(z.string().max(60), 1, "Hình thức khen thưởng: hãy chọn ít nhất một.", 40),
  })
  // the most of each form come as fields `most.<awardId>`
  .catchall(z.unknown());

export const openRoundSchema = round;
export const changeRoundSchema = round.extend({ id, version });
export const closeRoundSchema = z.object({ id, version });

export type RoundInput = z.output<typeof round>;
