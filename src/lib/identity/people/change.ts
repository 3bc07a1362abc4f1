import "server-only";
import type { PoolClient } from "pg";
import { row, rows, transaction } from "#lib/db";
import { conflict, notFound, UserFacingError } from "#lib/errors";
import { type Actor, administers } from "#lib/identity/actor";
import { type ManagedPerson, managed, maySee } from "#lib/identity/people/policy";
import { listAssignments, type PersonAssignment } from "#lib/identity/people/queries";

/** A person as the administrator's page showed them. */
export type SeenPerson = { id: string; version: number };

type LockedPerson = { id: string; username: string; fullName: string; lockedAt: Date | null; version: number };
export type PersonToChange = LockedPerson & { assignments: PersonAssignment[]; managed: ManagedPerson };

/**
 * Runs `work` on a person the actor may see, over the version the actor was looking at; the person moves on to the next version.
 * @throws notFound for a stranger, conflict when another administrator was first.
 */
export async function changing<T>(
  actor: Actor,
  { id, version }: SeenPerson,
  work: (tx: PoolClient, person: PersonToChange) => Promise<T>,
): Promise<T> {
  return transaction(async (tx) => {
    const person = await lockVisible(actor, "id", id, tx);
    if (!person) throw notFound("người dùng");
    if (person.version !== version)
      throw conflict("Tài khoản này vừa được một quản trị khác thay đổi. Hãy xem bản mới rồi làm lại.", {
        version: person.version,
      });
    await rows("update person set version = version + 1 where id = $1", [id], tx);
    return work(tx, person);
  });
}

/** Finds a person the actor may see and keeps others from changing them until the transaction ends; null for a stranger. */
export async function lockVisible(
  actor: Actor,
  by: "id" | "username",
  value: string,
  tx: PoolClient,
): Promise<PersonToChange | null> {
  const person = await row<LockedPerson>(
    `select id, username, full_name as "fullName", locked_at as "lockedAt", version from person where ${by === "id" ? "id = $1" : "lower(username) = $1"} for update`,
    [value],
    tx,
  );
  if (!person) return null;
  const assignments = await listAssignments(person.id, tx);
  const visible = managed(person.id, assignments);
  return maySee(actor, visible) ? { ...person, assignments, managed: visible } : null;
}

/** @throws UserFacingError 403 with the reason, if there is one. */
export function allow(whyNot: string | null) {
  if (whyNot) throw new UserFacingError(403, whyNot);
}

/** Where a change of the account itself is recorded: with the person's first role inside the subtree. */
export const subjectOf = (actor: Actor, { id, assignments }: PersonToChange) => ({
  type: "person",
  id,
  path: (assignments.find(({ path }) => administers(actor, path)) ?? actor.agency).path,
});
