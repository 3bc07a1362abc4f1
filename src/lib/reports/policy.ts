import { type Actor, hasRole, oversees, type Role } from "#lib/identity/actor";
import { canMove, type Movable, type Move } from "./rules.ts";

/** What the policy reads of a report beside what the rules read. */
export type Routed = Movable & { agencyId: string; path: string; kind: "own" | "consolidated"; editorIds: string[] };

/** Roles that write a report: staff of the agency for its own, consolidators for a consolidated one. */
export const writingRoles: Record<Routed["kind"], Role[]> = {
  own: ["reporter", "head"],
  consolidated: ["consolidator"],
};

export const isEditor = (actor: Actor, report: Routed) =>
  report.editorIds.includes(actor.agency.id) && hasRole(actor, ...writingRoles[report.kind]);

/** Whoever signs: the head of the agency that owes the report. */
const isSigner = (actor: Actor, report: Routed) => report.agencyId === actor.agency.id && hasRole(actor, "head");

/** Roles that answer for a receiving agency. */
export const isRecipientRole = (actor: Actor) => hasRole(actor, "recipientOfficer", "head");

export const isRecipient = (actor: Actor, report: Routed) =>
  report.recipients.some(({ agencyId }) => agencyId === actor.agency.id) && isRecipientRole(actor);

/** Who may know of a report at all: its writers and signers, its recipients, and who looks after its agency. */
export const maySee = (actor: Actor, report: Routed) =>
  isEditor(actor, report) ||
  (report.agencyId === actor.agency.id && hasRole(actor, "reporter", "head", "reader", "secretariat")) ||
  isRecipient(actor, report) ||
  oversees(actor, report.path);

/** What is being written is for those who write and sign it; everyone else reads what was sent. */
export const maySeeDraft = (actor: Actor, report: Routed) => isEditor(actor, report) || isSigner(actor, report);

/** Who may make each move, in the order a page offers them. When it may be made is for rules.ts to say. */
export const may: Record<Move, (actor: Actor, report: Routed) => boolean> = {
  signAndSend: isSigner,
  askSignOff: isEditor,
  declareNothing: (actor, report) => isEditor(actor, report) && report.kind === "own",
  accept: isRecipient,
  return: isRecipient,
  startReview: isRecipient,
  markReported: (actor, report) => isSigner(actor, report) && report.recipients.length === 0,
  openCorrection: (actor, report) => isSigner(actor, report) || isEditor(actor, report),
  handBack: (actor, report) => isSigner(actor, report) || isEditor(actor, report),
  recall: (actor, report) => isSigner(actor, report) || isEditor(actor, report),
};

/** The moves to offer on screen: the right person at the right moment. */
export const movesFor = (actor: Actor, report: Routed) =>
  (Object.keys(may) as Move[]).filter(
    (move) => canMove(report.status, move) && may[move](actor, report) && isOpenFor(actor, report, move),
  );

/** A recipient that has answered has nothing more to answer for this version. */
function isOpenFor(actor: Actor, report: Routed, move: Move) {
  if (report.withdrawnAt) return false;
  if (move === "recall") return report.recipients.every(({ state }) => state === "waiting");
  if (move !== "startReview" && move !== "accept" && move !== "return") return true;
  const own = report.recipients.find(({ agencyId }) => agencyId === actor.agency.id);
  return own?.state === "waiting" || (own?.state === "reviewing" && move !== "startReview");
}
