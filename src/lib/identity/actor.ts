import type { AgencyKind, Role } from "#generated/prisma/enums";

export type { Role };

/** Who acts, and for which agency. Pages, routes and services take it as their first argument. */
export type Actor = {
  personId: string;
  fullName: string;
  position: string | null;
  username: string;
  sessionId: string;
  mustChangePassword: boolean;
  /** The agency acted for, as it is called today. `oversight` is the path prefix of what it looks after. */
  agency: ActingAgency;
  /** Roles in that agency. */
  roles: Role[];
  /** Every agency the person may switch to. */
  agencies: { id: string; name: string; roles: Role[] }[];
};

export type ActingAgency = {
  id: string;
  name: string;
  shortName: string;
  kind: AgencyKind;
  path: string;
  oversight: string;
  provinceId: string | null;
};

export const hasRole = (actor: Pick<Actor, "roles">, ...roles: Role[]) =>
  roles.some((role) => actor.roles.includes(role));

/** Roles that look at what the agency looks after; a reporter sees the agency's own work only. */
export const overseeingRoles: Role[] = ["head", "recipientOfficer", "consolidator", "secretariat", "reader"];

export const oversees = (actor: Actor, path: string) =>
  hasRole(actor, ...overseeingRoles) && path.startsWith(actor.agency.oversight);

/** What somebody watches: the nation ("VN") or the province their agency looks after; null for whoever looks after less. */
export function homeScope({ roles, agency }: Pick<Actor, "roles" | "agency">): string | null {
  if (!hasRole({ roles }, ...overseeingRoles)) return null;
  const [nation, province, ...below] = agency.oversight.split("/").filter(Boolean);
  if (below.length > 0 || nation !== "VN") return null;
  if (!province) return nation;
  return province === agency.provinceId ? province : null;
}

/** Paths an administrator looks after: people and audit entries of the own subtree. */
export const administers = (actor: Actor, path: string) =>
  hasRole(actor, "administrator") && path.startsWith(actor.agency.oversight);
