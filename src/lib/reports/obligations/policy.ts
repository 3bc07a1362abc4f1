import { type Actor, hasRole } from "#lib/identity/actor";
import { leadMinistries, provincialKinds } from "#lib/plans/policy";

/** The path inside which the actor sees and applies obligations; null when they are not the actor's business. */
export function obligationScope(actor: Actor): string | null {
  return hasRole(actor, "secretariat", "consolidator", "administrator") ? reachOf(actor) : null;
}

/** Whether the actor may change the dates of a duty with this scope. */
export function mayChangeDuty(actor: Actor, scopePath: string): boolean {
  const reach = reachOf(actor);
  return reach !== null && hasRole(actor, "secretariat") && scopePath.startsWith(reach);
}

/** The nation for the two ministries, the province for its committee, police and home affairs. */
function reachOf({ agency }: Actor): string | null {
  if (leadMinistries.includes(agency.id)) return "/VN/";
  return provincialKinds.includes(agency.kind) ? agency.oversight : null;
}
