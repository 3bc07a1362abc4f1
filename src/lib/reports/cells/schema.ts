import { z } from "zod";
import { text } from "../schema.ts";

export const commentSchema = z.object({
  id: z.string(),
  field: z.string().max(200),
  text: text(2_000, "Nội dung trao đổi"),
  answersId: z.string().nullish().default(null),
  followUp: z.preprocess((value) => value === true || value === "on" || value === "true", z.boolean()),
});
export type CommentInput = z.output<typeof commentSchema>;

export const followUpSchema = z.object({ id: z.string(), commentId: z.string() });
