import type { SubjectKind } from "#generated/prisma/enums";
import { fold } from "#lib/text";

export type Likeness = { kind: SubjectKind; name: string; birthYear: number | null; agencyId: string };

/**
 * Whether two entries may be the same subject: the same name without diacritics and nothing that says otherwise.
 * “same” = also the same agency and no other year of birth; “likely” = another agency, or a year missing on one side.
 */
export function likenessOf(one: Likeness, other: Likeness): "same" | "likely" | null {
  if (one.kind !== other.kind || fold(one.name) !== fold(other.name)) return null;
  if (one.birthYear !== null && other.birthYear !== null && one.birthYear !== other.birthYear) return null;
  const sureOfYear = one.kind !== "individual" || (one.birthYear !== null && other.birthYear !== null);
  return one.agencyId === other.agencyId && sureOfYear ? "same" : "likely";
}
