import "server-only";
import { recordAudit } from "#lib/audit";
import { row, rows, transaction } from "#lib/db";
import { authorize, refused } from "#lib/errors";
import type { Actor, Role } from "#lib/identity/actor";
import { hashPassword, oneTimePassword } from "#lib/identity/passwords";
import { recordGrant, startAssignment } from "#lib/identity/people/assignments/service";
import { allow, changing, type SeenPerson, subjectOf } from "#lib/identity/people/change";
import { isAdministrator, whyNotChangeAccount } from "#lib/identity/people/policy";
import { findAgencyMeant } from "#lib/identity/people/queries";
import { revokeSessionsOf } from "#lib/identity/sessions/service";

/** A password that is told once, to be handed to its owner. */
export type IssuedPassword = { id: string; username: string; fullName: string; password: string };

type NewPerson = { username: string; fullName: string; position: string | null; agency: string; role: Role };

/** Opens an account with its first role. Its password is told once and must be changed at the first sign-in. */
export async function createPerson(
  actor: Actor,
  { username, fullName, position, agency: typed, role }: NewPerson,
): Promise<IssuedPassword> {
  authorize(isAdministrator(actor), NOT_ADMINISTRATOR);
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  const id = await transaction(async (tx) => {
    const agency = await findAgencyMeant(actor, typed, tx);
    const created = await row<{ id: string }>(
      "insert into person (username, full_name, position, password_hash, created_at) values ($1, $2, $3, $4, campaign_now()) on conflict do nothing returning id",
      [username, fullName, position, passwordHash],
      tx,
    );
    if (!created)
      throw refused("Tên đăng nhập đã có.", [
        { field: "username", message: `Đã có tài khoản mang tên “${username}”. Hãy chọn tên khác.` },
      ]);
    await startAssignment(tx, actor, created.id, agency, role);
    await recordAudit(tx, {
      actor,
      action: "person.create",
      subject: { type: "person", id: created.id, path: agency.path },
      note: fullName,
      detail: { username },
    });
    await recordGrant(tx, actor, created.id, agency, role);
    return created.id;
  });
  return { id, username, fullName, password };
}

/** Locks an account: its sessions end and it cannot sign in until it is unlocked. */
export async function lockPerson(actor: Actor, seen: SeenPerson) {
  await changing(actor, seen, async (tx, person) => {
    allow(whyNotChangeAccount(actor, person.managed));
    if (person.lockedAt) throw refused("Tài khoản đã bị khóa từ trước.");
    await rows("update person set locked_at = campaign_now() where id = $1", [person.id], tx);
    await revokeSessionsOf(tx, person.id, "Tài khoản bị khóa");
    await recordAudit(tx, { actor, action: "person.lock", subject: subjectOf(actor, person) });
  });
}

/** Unlocks an account. Its old sessions stay ended. */
export async function unlockPerson(actor: Actor, seen: SeenPerson) {
  await changing(actor, seen, async (tx, person) => {
    allow(whyNotChangeAccount(actor, person.managed));
    if (!person.lockedAt) throw refused("Tài khoản không bị khóa.");
    await rows("update person set locked_at = null where id = $1", [person.id], tx);
    await recordAudit(tx, { actor, action: "person.unlock", subject: subjectOf(actor, person) });
  });
}

/** Sets a one-time password, to be changed at the next sign-in, and ends the sessions. */
export async function resetPassword(actor: Actor, seen: SeenPerson): Promise<IssuedPassword> {
  authorize(isAdministrator(actor), NOT_ADMINISTRATOR);
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  return changing(actor, seen, async (tx, person) => {
    allow(whyNotChangeAccount(actor, person.managed));
    await rows(
      "update person set password_hash = $2, must_change_password = true where id = $1",
      [person.id, passwordHash],
      tx,
    );
    await revokeSessionsOf(tx, person.id, "Được cấp lại mật khẩu");
    await recordAudit(tx, { actor, action: "password.reset", subject: subjectOf(actor, person) });
    return { id: person.id, username: person.username, fullName: person.fullName, password };
  });
}

const NOT_ADMINISTRATOR = "Chỉ quản trị mới được làm việc này. Hãy đổi sang cơ quan mà đồng chí là quản trị.";
