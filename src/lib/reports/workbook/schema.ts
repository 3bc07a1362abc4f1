import { z } from "zod";

const several = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string()).max(10_000),
);

/** The versions of the sections as the page showed them, as JSON in a hidden field. */
const seen = z.string("Thiếu số phiên bản của trang. Hãy tải lại trang rồi làm lại.").transform((text, context) => {
  try {
    return z.record(z.string(), z.int().min(0)).parse(JSON.parse(text));
  } catch {
    context.addIssue({ code: "custom", message: "Thiếu số phiên bản của trang. Hãy tải lại trang rồi làm lại." });
    return z.NEVER;
  }
});

export const takeSchema = z.object({ id: z.string(), uploadId: z.string(), keys: several, seen });
export const proposeSchema = z.object({ id: z.string(), uploadId: z.string(), units: several });
export const discardSchema = z.object({ id: z.string(), uploadId: z.string() });
export const decideSchema = z.object({
  id: z.string(),
  proposals: several,
  decision: z.enum(["take", "decline"], "Hãy chọn nhận hoặc không nhận."),
  seen,
});
