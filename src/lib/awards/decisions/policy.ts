import { type Actor, hasRole } from "#lib/identity/actor";
import { isHoldingHead, isSecretariat } from "../policy.ts";

type Placed = { agencyId: string; path: string };

/** The secretariat or the head of the agency that decides; for state awards those of Bộ Nội vụ, who record what was decided above. */
export const keepsDecision = (actor: Actor, { agencyId, path }: Placed) => {
  const holder = { holderId: agencyId, holderPath: path };
  return isSecretariat(actor, holder) || isHoldingHead(actor, holder);
};

/** Who works with decisions at all: whoever proposes, decides, keeps or reads. */
export const readsDecisions = (actor: Actor) => hasRole(actor, "reporter", "head", "secretariat", "reader");
