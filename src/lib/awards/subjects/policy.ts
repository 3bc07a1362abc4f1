import { type Actor, hasRole } from "#lib/identity/actor";

/** Whom the actor's agency may put forward: its own part of the tree; a standing secretariat, what it looks after. */
export const scopeOfSubjects = (actor: Actor) =>
  hasRole(actor, "secretariat", "reader") ? actor.agency.oversight : actor.agency.path;

/** Who may look a subject up, with what it received and what holds it up. */
export const maySeeSubject = (actor: Actor, { path }: { path: string }) =>
  hasRole(actor, "reporter", "head", "secretariat", "reader") && path.startsWith(scopeOfSubjects(actor));

export const mayWriteSubject = (actor: Actor, { path }: { path: string }) =>
  hasRole(actor, "reporter", "head", "secretariat") && path.startsWith(scopeOfSubjects(actor));

/** Holds are placed and lifted by the standing secretariat, or by the head of the agency the subject belongs to. */
export const mayHold = (actor: Actor, subject: { path: string; agencyId: string }) =>
  (hasRole(actor, "secretariat") && subject.path.startsWith(actor.agency.oversight)) ||
  (hasRole(actor, "head") && actor.agency.id === subject.agencyId);
