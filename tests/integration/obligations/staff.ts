import { row } from "#lib/db";
import type { ActingAgency, Actor, Role } from "#lib/identity/actor";

/** Somebody of an agency as it is today, with these roles there. */
export async function staffOf(agencyId: string, ...roles: Role[]): Promise<Actor> {
  const agency = await row<ActingAgency>(
    `select agency_id as id, name, short_name as "shortName", kind, path, oversight, province_id as "provinceId" from agency_on(campaign_today()) where agency_id = $1`,
    [agencyId],
  );
  if (!agency) throw new Error(`No agency ${agencyId}`);
  return {
    personId: "00000000-0000-4000-8000-000000000001",
    fullName: "Nguyễn Thị Thử",
    position: null,
    username: "thu",
    sessionId: "thu",
    mustChangePassword: false,
    agency,
    roles,
    agencies: [{ id: agency.id, name: agency.name, roles }],
  };
}
