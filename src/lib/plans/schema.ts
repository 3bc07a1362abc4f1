import { z } from "zod";

/** `seen` is the digest of the words that stood on the screen; `undo` takes a confirmation back. */
const confirmation = z.object({ planId: z.string(), seen: z.string(), undo: z.literal("1").optional() });

export const confirmPassageSchema = confirmation.extend({ passageId: z.string() });
export type ConfirmPassage = z.output<typeof confirmPassageSchema>;

export const confirmCriterionSchema = confirmation.extend({ criterionId: z.string() });
export type ConfirmCriterion = z.output<typeof confirmCriterionSchema>;

export const confirmPlanSchema = confirmation.omit({ undo: true });
export type ConfirmPlan = z.output<typeof confirmPlanSchema>;
