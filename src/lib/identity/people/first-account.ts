import "server-only";
import { row, rows, transaction } from "#lib/db";
import { conflict, refused } from "#lib/errors";
import { hashPassword, oneTimePassword } from "#lib/identity/passwords";
import type { IssuedPassword } from "#lib/identity/people/service";

/**
 * Opens the account that opens all others, for the operator of a new installation: an administrator of the whole nation.
 * @throws conflict once anybody administers anything; further accounts are theirs to open.
 */
export async function openFirstAccount(username: string, fullName: string, agencyId = "G01"): Promise<IssuedPassword> {
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  const id = await transaction(async (tx) => {
    await tx.query("select pg_advisory_xact_lock(hashtext('first account'))");
    if (await row("select 1 from assignment where role = 'administrator' and ended_at is null limit 1", [], tx)) {
      throw conflict("Hệ thống đã có quản trị. Hãy mở tài khoản mới trên trang Người dùng.");
    }
    const agency = await row<{ path: string }>(
      "select path from agency_on(campaign_today()) where agency_id = $1",
      [agencyId],
      tx,
    );
    if (!agency) throw refused(`Không có cơ quan nào mang mã “${agencyId}”.`);
    const person = await row<{ id: string }>(
      `with opened as (
         insert into person (username, full_name, password_hash, created_at) values ($1, $2, $3, campaign_now()) returning id),
       granted as (
         insert into assignment (person_id, agency_id, role, started_at) select id, $4, 'administrator', campaign_now() from opened)
       select id from opened`,
      [username.toLowerCase(), fullName, passwordHash, agencyId],
      tx,
    );
    if (!person) throw new Error("An insert that did not fail gives its row.");
    await rows(
      `insert into audit_entry (campaign_at, person_name, action, subject_type, subject_id, scope_path, note)
       values (campaign_now(), 'Người cài đặt hệ thống', 'person.create', 'person', $1, $2, $3)`,
      [person.id, agency.path, fullName],
      tx,
    );
    return person.id;
  });
  return { id, username: username.toLowerCase(), fullName, password };
}
