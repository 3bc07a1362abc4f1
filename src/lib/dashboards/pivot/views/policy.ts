import type { Actor } from "#lib/identity/actor";

/** Who made a view, and whoever works for the same agency, may take it away. */
export const mayRetire = (
  actor: Pick<Actor, "personId" | "agency">,
  view: { personId: string; agencyId: string },
): boolean => view.personId === actor.personId || view.agencyId === actor.agency.id;
