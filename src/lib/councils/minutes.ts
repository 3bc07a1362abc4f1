import { printDay } from "#lib/dates";
import { printShare } from "#lib/text";
import { councilRoleLabels, kindLabels, meansLabels, outcomeLabels } from "./labels.ts";
import { printFraction } from "./rules.ts";
import type { Item, PublicityResult, Seat, SessionView } from "./sessions/queries.ts";

/** What the minutes of a session say, as words and numbers; how they are laid out is for documents/. */
export type Minutes = {
  councilName: string;
  agencyName: string;
  title: string;
  meetsAt: Date;
  place: string | null;
  openedAt: Date | null;
  closedAt: Date | null;
  members: number;
  present: MinutesMember[];
  absent: (MinutesMember & { reason: string | null; written: boolean })[];
  /** “Cần ít nhất 2/3 tổng số thành viên (Điều …)” with the mark of the rule */
  quorum: string;
  chair: string | null;
  secretary: string | null;
  items: MinutesItem[];
};

export type MinutesMember = { name: string; role: string; post: string; standsFor: string | null };

export type MinutesItem = {
  subject: string;
  awardName: string;
  proposer: string;
  achievement: string;
  /** publicity with its result, one sentence for each list */
  publicity: string[];
  recused: { name: string; reason: string; declared: boolean }[];
  /** how it was voted on; null if it was not */
  ballot: {
    kind: string;
    handedOut: number;
    cast: number;
    written: number;
    inFavour: number;
    against: number;
    invalid: number;
    base: number;
    needed: number;
    /** “72,7 %” */
    ratio: string;
    rule: string;
    passed: boolean;
  } | null;
  /** who voted how, of an open ballot */
  named: { name: string; choice: string; written: boolean }[];
  override: { passed: boolean; reason: string; name: string } | null;
  dissent: string | null;
  outcome: { passed: boolean; by: string } | null;
};

/** Gathers the minutes: attendance, absentees and written opinions, votes and ratio per nominee, publicity, dissent, and what the chair concluded otherwise. */
export function gatherMinutes({ session, seats, items }: SessionView, publicity: PublicityResult[]): Minutes {
  const present = seats.filter(({ state }) => state === "present");
  const { councilName, agencyName, title, meetsAt, place, openedAt, closedAt, quorum, memberCount } = session;
  return {
    ...{ councilName, agencyName, title, meetsAt, place, openedAt, closedAt },
    members: memberCount ?? seats.length,
    present: present.map(memberOf),
    absent: seats
      .filter(({ state }) => state !== "present")
      .map((seat) => ({ ...memberOf(seat), reason: seat.reason, written: seat.state === "writing" })),
    quorum: quorum?.value
      ? `Cần ít nhất ${printFraction(quorum.value)} tổng số thành viên (${quorum.source})`
      : `Không ấn định số thành viên phải có mặt (${quorum?.source ?? "chưa khai mạc"})`,
    chair: nameOf(present, "chair") ?? nameOf(present, "viceChair"),
    secretary: nameOf(present, "secretary"),
    items: items.map((item) => itemOf(item, seats, publicity)),
  };
}

const memberOf = ({ fullName, memberName, isSubstitute, role, post, agencyName }: Seat): MinutesMember => ({
  name: fullName,
  role: councilRoleLabels[role],
  post: `${post}, ${agencyName}`,
  standsFor: isSubstitute ? memberName : null,
});

const nameOf = (seats: Seat[], role: Seat["role"]) =>
  seats.find((seat) => seat.role === role && !seat.isSubstitute)?.fullName ?? null;

function itemOf(
  { nomination, recusals, ballot, dissent, outcome }: Item,
  seats: Seat[],
  publicity: PublicityResult[],
): MinutesItem {
  const name = (seatId: string) => seats.find((seat) => seat.seatId === seatId)?.fullName ?? "";
  return {
    subject: nomination.subjectName,
    awardName: ballot?.rule.awardName ?? nomination.awardId,
    proposer: nomination.agencyName,
    achievement: nomination.achievement,
    publicity: publicity.filter(({ nominationId }) => nominationId === nomination.id).map(publicitySentence),
    recused: Object.entries(recusals).map(([seatId, { kind, reason }]) => ({
      name: name(seatId),
      reason,
      declared: kind === "declared",
    })),
    ballot: ballot && ballotOf(ballot),
    named: (ballot?.slips ?? []).flatMap(({ seatId, choice, written }) =>
      choice ? [{ name: name(seatId), choice, written }] : [],
    ),
    override: ballot?.override
      ? { passed: ballot.override.passed, reason: ballot.override.reason, name: ballot.override.name }
      : null,
    dissent,
    outcome: outcome && { passed: outcome.passed, by: outcomeLabels[outcome.by] },
  };
}

function ballotOf({ kind, means, rule, result }: NonNullable<Item["ballot"]>): MinutesItem["ballot"] {
  if (!result) return null;
  const { handedOut, cast, written, inFavour, against, invalid, base, needed, passed } = result;
  const { threshold } = rule;
  const of =
    threshold.value?.base === "present" ? "số thành viên dự họp và có ý kiến bằng văn bản" : "tổng số thành viên";
  return {
    kind: kind === "secret" ? `${kindLabels.secret}, ${meansLabels[means]}` : kindLabels.open,
    ...{ handedOut, cast, written, inFavour, against, invalid, base, needed, passed },
    ratio: printShare(inFavour, base),
    rule: threshold.value ? `ít nhất ${printFraction(threshold.value)} ${of} (${threshold.source})` : "",
  };
}

const publicitySentence = ({ place, startsOn, endsOn, feedback, isComplaint }: PublicityResult) =>
  `Công khai tại ${place} từ ${printDay(startsOn)} đến ${printDay(endsOn)}: ${feedback ?? "không có ý kiến"}${isComplaint ? " (có khiếu nại, tố cáo)" : ""}.`;
