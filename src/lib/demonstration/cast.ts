import type { PoolClient } from "pg";
import type { Role } from "#generated/prisma/enums";
import { rows } from "#lib/db";
import type { Account } from "./people.ts";
import { uuidOf } from "./random.ts";

/** Who acts for an agency: who writes there, who signs, who receives and consolidates. */
export type Cast = {
  clerkOf: (agencyId: string) => Account;
  headOf: (agencyId: string) => Account;
  officerOf: (agencyId: string) => Account;
};

export function castOf(accounts: Account[]): Cast {
  const byRole = (role: Role) =>
    new Map(
      accounts.flatMap((account) =>
        account.roles.filter((one) => one.role === role).map(({ agencyId }) => [agencyId, account] as const),
      ),
    );
  const [heads, officers] = [byRole("head"), byRole("recipientOfficer")];
  const clerks = new Map(
    accounts
      .filter(({ username }) => username.startsWith("canbo."))
      .map((account) => [account.roles[0]?.agencyId ?? "", account]),
  );
  return {
    clerkOf: (agencyId) => known(clerks.get(agencyId), agencyId),
    headOf: (agencyId) => known(heads.get(agencyId), agencyId),
    officerOf: (agencyId) => known(officers.get(agencyId) ?? heads.get(agencyId), agencyId),
  };
}

function known(account: Account | undefined, agencyId: string): Account {
  if (!account) throw new Error(`The demonstration has nobody who acts for ${agencyId}.`);
  return account;
}

/** Began with the new provinces and communes. */
const STARTED_AT = "2025-07-01T08:00:00+07:00";

/** Writes the people, all with one password, and what they do. */
export async function writeCast(tx: PoolClient, accounts: Account[], passwordHash: string) {
  await rows(
    `insert into person (id, username, full_name, position, password_hash, must_change_password, fictitious, created_at)
     select id, username, "fullName", position, $2, false, true, $3
     from jsonb_to_recordset($1::jsonb) as p(id uuid, username text, "fullName" text, position text)`,
    [JSON.stringify(accounts), passwordHash, STARTED_AT],
    tx,
  );
  const roles = accounts.flatMap(({ id, username, roles }) =>
    roles.map(({ agencyId, role }) => ({
      id: uuidOf(`role:${username}:${agencyId}:${role}`),
      personId: id,
      agencyId,
      role,
    })),
  );
  await rows(
    `insert into assignment (id, person_id, agency_id, role, started_at)
     select id, "personId", "agencyId", role::role, $2 from jsonb_to_recordset($1::jsonb) as a(id uuid, "personId" uuid, "agencyId" text, role text)`,
    [JSON.stringify(roles), STARTED_AT],
    tx,
  );
}
