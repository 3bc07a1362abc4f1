import type { AgencyKind } from "#generated/prisma/enums";
import { type Actor, hasRole, oversees } from "#lib/identity/actor";

/** Bộ Công an and Bộ Nội vụ run the campaign together. Source: QĐ 2447/QĐ-TTg, mục VI.5, VI.6. */
export const leadMinistries = ["G01", "G09"];

/** Who acts for a province: its Ủy ban nhân dân, Công an and Sở Nội vụ. */
export const provincialKinds: AgencyKind[] = ["province", "provincePolice", "provinceHomeAffairs"];

/** Whether the actor may say that the words of a plan were compared with the signed original: the secretariat of who holds it. */
export function mayConfirm(actor: Actor, plan: { agencyId: string; holderPath: string }): boolean {
  if (!hasRole(actor, "secretariat")) return false;
  if (plan.agencyId === "VN") return leadMinistries.includes(actor.agency.id);
  return provincialKinds.includes(actor.agency.kind) && actor.agency.oversight === plan.holderPath;
}

/** A plan is for everyone to read; what it means for an agency, for the agency itself and who looks after it. */
export const mayReadFor = (actor: Actor, agency: { id: string; path: string }) =>
  agency.id === actor.agency.id || oversees(actor, agency.path);
