import { type Actor, hasRole, oversees } from "#lib/identity/actor";

/** Who works with awards at all: whoever proposes, decides, keeps or reads. */
export const worksWithAwards = (actor: Actor) => hasRole(actor, "reporter", "head", "secretariat", "reader");

/**
 * The agency for which the actor opens and keeps rounds, or null: a standing secretariat for what it looks after
 * (Sở Nội vụ for its province), anybody's own staff for what their own head decides.
 */
export function keepsRoundsFor(actor: Actor): string | null {
  if (hasRole(actor, "secretariat") && actor.agency.kind === "provinceHomeAffairs") return actor.agency.provinceId;
  return hasRole(actor, "secretariat", "reporter") ? actor.agency.id : null;
}

type Placed = { agencyId: string /** path of what the round is open to */; scope: string; path: string };

/** Whoever may nominate in it, keeps it, or looks after the agency that opened it. */
export const maySeeRound = (actor: Actor, round: Placed) =>
  worksWithAwards(actor) && (actor.agency.path.startsWith(round.scope) || oversees(actor, round.path));

/** Agencies in the scope of a round may nominate. */
export const mayNominateIn = (actor: Actor, round: Placed) =>
  hasRole(actor, "reporter", "head", "secretariat") && actor.agency.path.startsWith(round.scope);
