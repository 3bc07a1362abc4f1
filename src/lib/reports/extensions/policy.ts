import type { Actor } from "#lib/identity/actor";
import { isRecipient, maySeeDraft, type Routed } from "../policy.ts";

/** Who asks for more time, and who takes the request back: whoever writes or signs the report. */
export const mayAskExtension = (actor: Actor, report: Routed) => maySeeDraft(actor, report);

/** Any recipient decides; the first answer counts. No document that was read names one of them. */
export const mayDecideExtension = (actor: Actor, report: Routed) => isRecipient(actor, report);
