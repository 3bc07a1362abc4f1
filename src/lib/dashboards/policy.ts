import { type Actor, hasRole, homeScope } from "#lib/identity/actor";

/** What a dashboard is drawn of: the nation ("VN") or a province with everything below it. */
export type Scope = {
  id: string;
  name: string;
  path: string;
  isNation: boolean;
  /** of a province, in the national list of administrative units; null for the nation */
  unitCode: string | null;
};

export const NATION = "VN";

/** What the bodies under no province are called, wherever they stand beside the provinces as one place. */
export const CENTRE = "Cơ quan trung ương";

type Watching = Pick<Actor, "roles" | "agency">;

/** Whoever looks after the nation may look at every province; a province's agencies at their own. */
export const mayWatch = (actor: Watching, scopeId: string) => {
  const home = homeScope(actor);
  return home === NATION || (home !== null && home === scopeId);
};

/** Those who work with the reports of their scope may remind its units; readers only look. */
export const mayRemind = (actor: Watching) =>
  homeScope(actor) !== null && hasRole(actor, "head", "recipientOfficer", "consolidator", "secretariat");
