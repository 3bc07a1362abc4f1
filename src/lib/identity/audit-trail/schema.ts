import { z } from "zod";
import { clean } from "#lib/text";

export const ENTRIES_A_PAGE = 50;

const optional = z
  .string()
  .transform(clean)
  .optional()
  .catch(undefined)
  .transform((value) => value || undefined);
const day = z.iso.date().optional().catch(undefined);

/** The address of the audit trail; what cannot be understood is left out. */
export const auditFilterSchema = z.object({
  action: optional,
  person: optional,
  agency: optional,
  subject: optional,
  from: day,
  to: day,
  /** the id of the last entry of the page before */
  before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
});

export type AuditFilter = z.output<typeof auditFilterSchema>;
