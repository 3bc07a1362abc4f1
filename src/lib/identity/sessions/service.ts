import "server-only";
import type { PoolClient } from "pg";
import { recordAudit } from "#lib/audit";
import { row, rows, transaction } from "#lib/db";
import { conflict, notFound, refused, UserFacingError } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { hashPassword, verifyPassword } from "#lib/identity/passwords";
import { passwordProblems } from "#lib/identity/rules";
import { liveSession } from "#lib/identity/session";
import { FORGOTTEN_AFTER_HOURS } from "#lib/identity/sign-in/rules";
import { countMistake } from "#lib/identity/sign-in/service";

/** Signs out: the session ends for everybody who holds its cookie. Ending one that has ended changes nothing. */
export async function endSession(sessionId: string) {
  await rows(
    `with ended as (update session s set revoked_at = now(), revoked_for = 'Đăng xuất' where s.id = $1 and ${liveSession} returning s.person_id, s.agency_id)
     insert into audit_entry (campaign_at, person_id, person_name, agency_id, action, subject_type, subject_id, scope_path)
     select campaign_now(), p.id, p.full_name, e.agency_id, 'session.end', 'person', p.id::text,
            coalesce((select t.path from agency_on(campaign_today()) t where t.agency_id = e.agency_id), '/VN/')
       from ended e join person p on p.id = e.person_id`,
    [sessionId],
  );
}

/** Ends another of the actor's own sessions, on a machine they have left. */
export async function revokeSession(actor: Actor, sessionId: string) {
  await transaction(async (tx) => {
    const ended = await rows(
      `update session s set revoked_at = now(), revoked_for = 'Chủ tài khoản kết thúc từ máy khác' where s.id = $1 and s.person_id = $2 and ${liveSession} returning s.id`,
      [sessionId, actor.personId],
      tx,
    );
    if (ended.length === 0) throw notFound("phiên làm việc");
    await recordAudit(tx, { actor, action: "session.revoke", subject: ownPerson(actor) });
  });
}

/** Ends every session of a person but `exceptId`: whoever holds one signs in again and meets the new roles or password. */
export async function revokeSessionsOf(
  tx: PoolClient,
  personId: string,
  reason: string,
  exceptId: string | null = null,
) {
  await rows(
    "update session set revoked_at = now(), revoked_for = $2 where person_id = $1 and revoked_at is null and id is distinct from $3",
    [personId, reason, exceptId],
    tx,
  );
}

/** The session acts for another agency of the same person from now on. */
export async function switchAgency(actor: Actor, agencyId: string) {
  const wanted = actor.agencies.find(({ id }) => id === agencyId);
  if (!wanted) throw notFound("cơ quan");
  await transaction(async (tx) => {
    const switched = await row<{ path: string }>(
      `update session s set agency_id = $2 from agency_on(campaign_today()) t
        where s.id = $1 and ${liveSession} and t.agency_id = $2
          and exists (select 1 from assignment a where a.person_id = s.person_id and a.agency_id = $2 and a.ended_at is null)
        returning t.path`,
      [actor.sessionId, agencyId],
      tx,
    );
    if (!switched) throw notFound("cơ quan");
    await recordAudit(tx, {
      actor,
      action: "session.switch",
      subject: { type: "person", id: actor.personId, path: switched.path },
      note: wanted.name,
    });
  });
  return wanted.name;
}

/** Sets a new password of one's own choosing and ends the other sessions. @throws refused with a problem for each field. */
export async function changePassword(
  actor: Actor,
  { current, wanted, repeated }: { current: string; wanted: string; repeated: string },
) {
  const { passwordHash } = await findPassword(actor);
  if (!(await verifyPassword(passwordHash, current))) await refuseCurrent(actor);

  const problems = passwordProblems(wanted, { username: actor.username, current }).map((message) => ({
    field: "wanted",
    message,
  }));
  if (wanted.normalize("NFC") !== repeated.normalize("NFC"))
    problems.push({ field: "repeated", message: "Hai lần nhập mật khẩu mới không giống nhau." });
  if (problems.length > 0) throw refused(problems[0]?.message ?? "", problems);

  const changed = await hashPassword(wanted);
  await transaction(async (tx) => {
    const written = await rows(
      "update person set password_hash = $3, must_change_password = false, version = version + 1 where id = $1 and password_hash = $2 returning id",
      [actor.personId, passwordHash, changed],
      tx,
    );
    if (written.length === 0) throw conflict("Mật khẩu vừa được thay đổi ở nơi khác. Hãy đăng nhập lại.");
    await rows("delete from sign_in_throttle where key = $1", [throttleKey(actor)], tx);
    await revokeSessionsOf(tx, actor.personId, "Đổi mật khẩu", actor.sessionId);
    await recordAudit(tx, { actor, action: "password.change", subject: ownPerson(actor) });
  });
}

/** @throws UserFacingError 429 when the current password has been guessed at too often. */
async function findPassword(actor: Actor) {
  const found = await row<{ passwordHash: string; wait: number }>(
    `select p.password_hash as "passwordHash", coalesce((select extract(epoch from blocked_until - now()) from sign_in_throttle
              where key = $2 and updated_at > now() - interval '${FORGOTTEN_AFTER_HOURS} hours'), 0)::float8 as wait
       from person p where p.id = $1`,
    [actor.personId, throttleKey(actor)],
  );
  if (!found) throw notFound("tài khoản");
  if (found.wait > 0)
    throw new UserFacingError(
      429,
      `Đã nhập sai mật khẩu nhiều lần. Hãy chờ ${Math.ceil(found.wait)} giây rồi thử lại.`,
    );
  return found;
}

async function refuseCurrent(actor: Actor): Promise<never> {
  await transaction((tx) => countMistake([throttleKey(actor)], tx));
  throw refused("Mật khẩu đang dùng chưa đúng.", [
    { field: "current", message: "Mật khẩu đang dùng chưa đúng. Hãy kiểm tra bộ gõ tiếng Việt và phím Caps Lock." },
  ]);
}

/** A session already proves the device. */
const throttleKey = (actor: Actor) => `nameAndDevice:${actor.username.toLowerCase()}|session`;

const ownPerson = (actor: Actor) => ({ type: "person", id: actor.personId, path: actor.agency.path });
