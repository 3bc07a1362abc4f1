import reportForm from "../../../prisma/reference/report-form.json" with { type: "json" };
import type { FormDefinition } from "../../../src/lib/reports/form.ts";

/** The form of the reference data. */
export const aForm = reportForm as unknown as FormDefinition;
