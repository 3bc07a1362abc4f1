import "server-only";
import type { PoolClient } from "pg";
import { recordAudit } from "#lib/audit";
import { rows } from "#lib/db";
import { notFound, refused } from "#lib/errors";
import type { Actor, Role } from "#lib/identity/actor";
import { roleLabels } from "#lib/identity/labels";
import { allow, changing, lockVisible, type SeenPerson, subjectOf } from "#lib/identity/people/change";
import { whyNotChangeAccount, whyNotEnd, whyNotGrant } from "#lib/identity/people/policy";
import { findAgencyMeant, type NamedAgency, type PersonAssignment } from "#lib/identity/people/queries";
import { revokeSessionsOf } from "#lib/identity/sessions/service";

/** Gives a person another role in an agency of the subtree. Their sessions end, so that the next one knows. */
export async function grantRole(
  actor: Actor,
  { agency: typed, role, ...seen }: SeenPerson & { agency: string; role: Role },
) {
  await changing(actor, seen, async (tx, person) => {
    const agency = await findAgencyMeant(actor, typed, tx);
    allow(whyNotGrant(actor, person, agency));
    const started = await startAssignment(tx, actor, person.id, agency, role);
    if (!started) throw refused(`${person.fullName} đã là ${roleLabels[role]} ở ${agency.name}.`);
    await revokeSessionsOf(tx, person.id, "Được giao thêm vai trò");
    await recordGrant(tx, actor, person.id, agency, role);
  });
}

/** Ends one role of a person inside the subtree. */
export async function endAssignment(actor: Actor, { assignmentId, ...seen }: SeenPerson & { assignmentId: string }) {
  await changing(actor, seen, async (tx, person) => {
    const assignment = person.assignments.find(({ id, endedAt }) => id === assignmentId && endedAt === null);
    if (!assignment) throw notFound("vai trò");
    allow(whyNotEnd(actor, person, assignment));
    await end(tx, actor, person.id, [assignment]);
    await revokeSessionsOf(tx, person.id, "Vai trò đã kết thúc");
  });
}

/** Ends every role of a person and starts the same for a successor, who finds the agency's drafts and history. */
export async function handOver(actor: Actor, { to, ...seen }: SeenPerson & { to: string }) {
  return changing(actor, seen, async (tx, person) => {
    allow(whyNotChangeAccount(actor, person.managed));
    const successor = await lockSuccessor(actor, to, tx);
    if (successor.id === person.id)
      throw refused("Người nhận phải là người khác.", [
        { field: "to", message: "Hãy nhập tên đăng nhập của người nhận, không phải của người bàn giao." },
      ]);
    const running = person.assignments.filter(({ endedAt }) => endedAt === null);
    if (running.length === 0) throw refused(`${person.fullName} không còn vai trò nào để bàn giao.`);

    await end(tx, actor, person.id, running);
    for (const { agencyId, agencyName, role, ...place } of running) {
      const agency = { ...place, id: agencyId, name: agencyName };
      allow(whyNotGrant(actor, successor, agency));
      if (await startAssignment(tx, actor, successor.id, agency, role))
        await recordGrant(tx, actor, successor.id, agency, role);
    }
    await rows("update person set version = version + 1 where id = $1", [successor.id], tx);
    await revokeSessionsOf(tx, person.id, "Đã bàn giao công việc");
    await revokeSessionsOf(tx, successor.id, "Được nhận bàn giao");
    await recordAudit(tx, {
      actor,
      action: "person.handOver",
      subject: subjectOf(actor, person),
      note: `Bàn giao cho ${successor.fullName}`,
      detail: { successorId: successor.id },
    });
    return successor.fullName;
  });
}

async function lockSuccessor(actor: Actor, username: string, tx: PoolClient) {
  const successor = await lockVisible(actor, "username", username.toLowerCase(), tx);
  if (!successor)
    throw refused("Chưa rõ người nhận.", [
      { field: "to", message: `Không có người dùng nào tên “${username}” trong phạm vi quản trị của đồng chí.` },
    ]);
  if (successor.lockedAt)
    throw refused(`Tài khoản của ${successor.fullName} đang bị khóa. Hãy mở khóa trước khi bàn giao.`, [
      { field: "to", message: "Tài khoản người nhận đang bị khóa." },
    ]);
  return successor;
}

/** False if the person has that role there already. */
export async function startAssignment(tx: PoolClient, actor: Actor, personId: string, agency: NamedAgency, role: Role) {
  const started = await rows(
    `insert into assignment (person_id, agency_id, role, granted_by_id, started_at) values ($1, $2, $3, $4, campaign_now())
     on conflict (person_id, agency_id, role) where ended_at is null do nothing returning id`,
    [personId, agency.id, role, actor.personId],
    tx,
  );
  return started.length > 0;
}

async function end(tx: PoolClient, actor: Actor, personId: string, assignments: PersonAssignment[]) {
  await rows(
    "update assignment set ended_at = campaign_now() where id = any($1) and ended_at is null",
    [assignments.map(({ id }) => id)],
    tx,
  );
  for (const { path, role, agencyId, agencyName } of assignments) {
    await recordAudit(tx, {
      actor,
      action: "assignment.end",
      subject: { type: "person", id: personId, path },
      note: `${roleLabels[role]} – ${agencyName}`,
      detail: { role, agencyId },
    });
  }
}

export const recordGrant = (tx: PoolClient, actor: Actor, personId: string, agency: NamedAgency, role: Role) =>
  recordAudit(tx, {
    actor,
    action: "assignment.start",
    subject: { type: "person", id: personId, path: agency.path },
    note: `${roleLabels[role]} – ${agency.name}`,
    detail: { role, agencyId: agency.id },
  });
