import type { Actor } from "#lib/identity/actor";
import { isRecipientRole, maySeeDraft, type Routed } from "../policy.ts";

const isReceiver = (actor: Actor, report: Routed) =>
  report.recipients.some(({ agencyId }) => agencyId === actor.agency.id) && isRecipientRole(actor);

/** Who may speak of a cell: those who write and sign the report, and those who receive it. */
export const mayDiscuss = (actor: Actor, report: Routed) => maySeeDraft(actor, report) || isReceiver(actor, report);

/** The receiving level flags what it wants to be looked into, and says when that is done. */
export const mayFlag = isReceiver;

type Thread = { agencyId: string };

/** What the writers say among themselves stays with them; what a recipient begins is between both. */
export const maySeeThread = (actor: Actor, report: Routed, begun: Thread) =>
  maySeeDraft(actor, report) ||
  (isReceiver(actor, report) && report.recipients.some(({ agencyId }) => agencyId === begun.agencyId));
