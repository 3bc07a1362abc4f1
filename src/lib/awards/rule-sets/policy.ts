import { type Actor, hasRole } from "#lib/identity/actor";
import { STATE_APPRAISER } from "../rules.ts";

type Owned = { agencyId: string | null; path: string; adoptedAt: Date | null };

/**
 * Whose rules an actor keeps: null = the national ones, by the secretariat of Bộ Nội vụ; the id of a province or ministry, by its own;
 * undefined = nobody's. Source: NĐ 152/2025/NĐ-CP, Điều 6, khoản 2.
 */
export function keptRules(actor: Actor): string | null | undefined {
  if (!hasRole(actor, "secretariat")) return undefined;
  if (actor.agency.id === STATE_APPRAISER) return null;
  if (actor.agency.oversight === "/VN/") return actor.agency.id;
  const [, nation, owner, ...below] = actor.agency.oversight
    .split("/")
    .filter((part, index) => index === 0 || part !== "");
  return nation === "VN" && owner && below.length === 0 ? owner : undefined;
}

const keepsRuleSet = (actor: Actor, { agencyId }: Pick<Owned, "agencyId">) => keptRules(actor) === agencyId;

/** Rules in use are law for everybody who may sign in; a draft is its makers' own. */
export const mayReadRuleSet = (actor: Actor, set: Owned) => set.adoptedAt !== null || keepsRuleSet(actor, set);

/** Only a draft changes. */
export const mayEditRuleSet = (actor: Actor, set: Owned) => set.adoptedAt === null && keepsRuleSet(actor, set);
