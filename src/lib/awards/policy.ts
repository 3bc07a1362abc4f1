import type { NominationStatus } from "#generated/prisma/enums";
import { type Actor, hasRole, oversees } from "#lib/identity/actor";
import { canMoveNomination, type NominationMove, nominationMoves } from "./rules.ts";

/** What the policy reads of a dossier. */
export type RoutedNomination = {
  status: NominationStatus;
  /** who proposes, with the path in the tree of agencies */
  agencyId: string;
  path: string;
  /** whose secretariat, council and head have it now */
  holderId: string;
  holderPath: string;
};

const isProposer = (actor: Actor, { agencyId }: RoutedNomination) =>
  actor.agency.id === agencyId && hasRole(actor, "reporter", "head", "secretariat");

/** Who writes a dossier while it is with its proposer. */
export const mayWrite = isProposer;

const isProposingHead = (actor: Actor, { agencyId }: RoutedNomination) =>
  actor.agency.id === agencyId && hasRole(actor, "head");

/**
 * The standing secretariat of the agency that has the dossier: Sở Nội vụ for its province, the ministry's own;
 * a commune's or department's own staff for what its head decides.
 */
export function isSecretariat(actor: Actor, holder: { holderId: string; holderPath: string }) {
  if (actor.agency.id === holder.holderId) return hasRole(actor, "secretariat", "reporter");
  return hasRole(actor, "secretariat") && actor.agency.oversight === holder.holderPath;
}

/** The head in whose name the holder decides or submits. */
export const isHoldingHead = (actor: Actor, { holderId }: { holderId: string }) =>
  actor.agency.id === holderId && hasRole(actor, "head");

/**
 * Who may know of a dossier: who proposes it; once proposed, whoever looks after the proposer or has it now.
 * Not the nominee's own agency, if another one proposes; members of a council see what is on their agenda through councils/.
 */
export const maySeeNomination = (actor: Actor, nomination: RoutedNomination) =>
  isProposer(actor, nomination) ||
  (nomination.status !== "draft" &&
    (isSecretariat(actor, nomination) ||
      isHoldingHead(actor, nomination) ||
      (hasRole(actor, "secretariat", "head", "reader") && oversees(actor, nomination.path))));

/** Who answers for an agency that is asked for its opinion (hiệp y). */
export const answersFor = (actor: Actor, { agencyId }: { agencyId: string }) =>
  actor.agency.id === agencyId && hasRole(actor, "head", "secretariat", "recipientOfficer");

/** Who may make each move by hand. When it may be made is for rules.ts to say. */
export const mayNominate: Partial<Record<NominationMove, (actor: Actor, nomination: RoutedNomination) => boolean>> = {
  propose: isProposingHead,
  withdraw: isProposingHead,
  consent: isProposingHead,
  declineForm: isProposingHead,
  sendBack: isSecretariat,
  offerForm: isSecretariat,
  appraise: isSecretariat,
  forward: isHoldingHead,
  refuse: isHoldingHead,
};

/** The moves to offer on screen: the right person at the right moment. */
export const nominationMovesFor = (actor: Actor, nomination: RoutedNomination) =>
  (Object.keys(nominationMoves) as NominationMove[]).filter(
    (move) => canMoveNomination(nomination.status, move) && mayNominate[move]?.(actor, nomination),
  );
