import { type Actor, administers, hasRole } from "#lib/identity/actor";

/** An agency as far as authority over it goes: where it stands, and what it looks after. */
export type Place = { path: string; oversight: string };
export type Held = Place & { running: boolean };
export type ManagedPerson = { id: string; held: Held[] };

/** What authority over a person is decided by. */
export const managed = (id: string, assignments: (Place & { endedAt: Date | null })[]): ManagedPerson => ({
  id,
  held: assignments.map(({ path, oversight, endedAt }) => ({ path, oversight, running: endedAt === null })),
});

/** The pages of people and of the audit trail are for administrators. */
export const isAdministrator = (actor: Actor) => hasRole(actor, "administrator");

/** In the own subtree, and looking after no more than the administrator does: nobody hands out sight they lack. */
export const mayGrantIn = (actor: Actor, place: Place) =>
  administers(actor, place.path) && place.oversight.startsWith(actor.agency.oversight);

/** People who have, or had, a role in the subtree. */
export const maySee = (actor: Actor, person: ManagedPerson) => person.held.some(({ path }) => administers(actor, path));

/** Why the actor may not start a role of this person in an agency; null when they may. */
export function whyNotGrant(actor: Actor, person: Pick<ManagedPerson, "id">, place: Place): string | null {
  if (person.id === actor.personId)
    return "Không tự giao vai trò cho chính mình. Hãy nhờ một quản trị khác hoặc quản trị cấp trên.";
  if (!mayGrantIn(actor, place)) return "Cơ quan này không thuộc phạm vi quản trị của đồng chí.";
  return null;
}

/** Why the actor may not end a role of this person in an agency; null when they may. */
export function whyNotEnd(actor: Actor, person: Pick<ManagedPerson, "id">, place: Place): string | null {
  if (person.id === actor.personId)
    return "Không tự kết thúc vai trò của chính mình. Hãy nhờ một quản trị khác hoặc quản trị cấp trên.";
  if (!mayGrantIn(actor, place)) return "Vai trò này ở cơ quan ngoài phạm vi quản trị của đồng chí.";
  return null;
}

/** Why the actor may not lock, unlock, reset or hand over the account itself; null when they may. */
export function whyNotChangeAccount(actor: Actor, person: ManagedPerson): string | null {
  if (person.id === actor.personId)
    return "Đây là tài khoản của chính đồng chí. Hãy đổi mật khẩu ở trang Đổi mật khẩu, hoặc nhờ một quản trị khác.";
  const outside = person.held.filter((held) => held.running && !mayGrantIn(actor, held)).length;
  if (outside === 0) return null;
  return `Người này còn ${outside} vai trò ở cơ quan ngoài phạm vi quản trị của đồng chí, nên chỉ quản trị của cấp bao trùm mới khóa, cấp lại mật khẩu hoặc bàn giao được tài khoản. Đồng chí vẫn có thể kết thúc vai trò trong phạm vi của mình.`;
}
