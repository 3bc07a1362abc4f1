import type { SessionStatus } from "#generated/prisma/enums";
import { hasQuorum } from "#lib/awards/count";
import type { Fraction, RuleSetDefinition, Valued } from "#lib/awards/rule-set";
import { refused } from "#lib/errors";
import { fold } from "#lib/text";
import { type AttendanceState, type Phase, sessionLabels } from "./labels.ts";

/** A seat of the council as the rules read it: whoever sits on it, and the agencies that person acts for. */
export type Sitting = {
  seatId: string;
  fullName: string;
  /** the seat's agency, the sitting person's, and those of the person's other posts */
  agencyIds: string[];
  state: AttendanceState;
};

export type Recusals = Record<string, { kind: "computed" | "declared"; reason: string }>;

type Case = {
  subjectKind: string;
  subjectName: string;
  subjectAgencyId: string;
  agencyId: string;
  agencyName: string;
};

/**
 * Who does not vote on a case because of whom they belong to: the nominee themselves, and whoever acts for the agency that proposes or
 * that the nominee belongs to. In a council of that very agency everybody would; there only the nominee steps back.
 */
export function computedRecusals(seats: Sitting[], nomination: Case, councilAgencyId: string): Recusals {
  const recusals: Recusals = {};
  for (const { seatId, fullName, agencyIds } of seats) {
    const isNominee =
      nomination.subjectKind === "individual" &&
      fold(fullName) === fold(nomination.subjectName) &&
      agencyIds.includes(nomination.subjectAgencyId);
    const actsFor = (agencyId: string) => agencyId !== councilAgencyId && agencyIds.includes(agencyId);
    if (isNominee) recusals[seatId] = { kind: "computed", reason: "là người được đề nghị" };
    else if (actsFor(nomination.agencyId))
      recusals[seatId] = { kind: "computed", reason: `công tác tại cơ quan đề nghị (${nomination.agencyName})` };
    else if (actsFor(nomination.subjectAgencyId))
      recusals[seatId] = { kind: "computed", reason: "công tác tại cơ quan, đơn vị được đề nghị" };
  }
  return recusals;
}

/** Heads of a case before anybody votes: what its count is held against. */
export type Heads = { members: number; present: number; written: number; recused: number; recusedPresent: number };

/** A recused member who is away gives no written opinion on the case. */
export function headsOf(seats: Pick<Sitting, "seatId" | "state">[], recusals: Recusals): Heads {
  const isRecused = ({ seatId }: { seatId: string }) => seatId in recusals;
  const present = seats.filter(({ state }) => state === "present");
  return {
    members: seats.length,
    present: present.length,
    written: seats.filter((seat) => seat.state === "writing" && !isRecused(seat)).length,
    recused: seats.filter(isRecused).length,
    recusedPresent: present.filter(isRecused).length,
  };
}

/** The quorum a session opened under, as it was then. `value` null = the law asks for none. */
export type Quorum = RuleSetDefinition["quorum"];

/**
 * Whether enough members are in the room.
 * @throws refused when they are not, or when nobody has found or set the quorum of this council.
 */
export function checkQuorum(quorum: Quorum, { members, present }: { members: number; present: number }) {
  if (isMissing(quorum))
    throw refused(
      `Chưa xác minh quy định về số thành viên phải có mặt (${quorum.source}). Thường trực hội đồng cần ghi tỷ lệ theo quy chế của hội đồng vào bộ quy định khen thưởng rồi khai mạc.`,
      [{ field: "quorum", message: "Tỷ lệ có mặt: chưa có quy định.", href: "/awards/rules" }],
    );
  if (members === 0) throw refused("Hội đồng chưa có thành viên nào vào ngày họp nên không thể khai mạc.");
  if (quorum.value && !hasQuorum(quorum.value, { members, present }))
    throw refused(
      `Có mặt ${present}/${members} thành viên, chưa đủ ${printFraction(quorum.value)} tổng số thành viên (${quorum.source}).`,
    );
}

/** Not “the law asks for none”, but: nobody knows. */
export const isMissing = ({ value, mark }: Valued<unknown>) => value === null && mark !== "found";

/** 2/3, or 80 % where the share is a whole percentage. */
export const printFraction = ({ numerator, denominator }: Fraction) =>
  100 % denominator === 0 ? `${(100 / denominator) * numerator} %` : `${numerator}/${denominator}`;

export type SessionMove = "open" | "close";

const sessionMoves: Record<SessionMove, { from: SessionStatus; to: SessionStatus }> = {
  open: { from: "preparing", to: "opened" },
  close: { from: "opened", to: "closed" },
};

/** @throws refused if the session is not where this move begins. */
export function moveSession(status: SessionStatus, move: SessionMove): SessionStatus {
  if (sessionMoves[move].from !== status)
    throw refused(`Phiên họp đang ở trạng thái “${sessionLabels[status].word}” nên không làm được việc này.`);
  return sessionMoves[move].to;
}

type Timed = { handedOutAt: unknown; closedAt: unknown };

export const phaseOf = ({ handedOutAt, closedAt }: Timed): Phase =>
  closedAt ? "closed" : handedOutAt ? "voting" : "handingOut";
