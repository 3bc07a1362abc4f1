import "server-only";
import { row } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import { mayWatch, NATION, type Scope } from "./policy.ts";

/** The nation or a province as it is called today; null when there is none, or it is not the actor's to watch. */
export const findScope = async (actor: Actor, id: string): Promise<Scope | null> =>
  mayWatch(actor, id) ? readScope(id) : null;

/** The same whoever asks: for who has been found to watch it. */
export async function readScope(id: string): Promise<Scope | null> {
  if (id === NATION) return { id, name: "Toàn quốc", path: "/VN/", isNation: true, unitCode: null };
  const province = await row<Pick<Scope, "name" | "path" | "unitCode">>(
    `select short_name as name, path, unit_code as "unitCode" from agency_on(campaign_today()) where agency_id = $1 and kind = 'province'`,
    [id],
  );
  return province && { id, ...province, isNation: false };
}
