import type { RecipientState, ReportStatus } from "#generated/prisma/enums";
import { addDays, type Day, dayOf, isLate, startOfDay } from "#lib/dates";
import type { Move } from "#lib/reports/rules";
import { dayBefore, lateEveningOn, momentAfter, momentOn, offWeekend } from "./calendar.ts";
import { type Random, seeded } from "./random.ts";
import { correctionReasons, returnReasons } from "./reasons.ts";

/** Where a report is to stand when the demonstration begins. */
export type Outcome =
  | "accepted"
  | "unread"
  | "reviewing"
  | "returned"
  | "correcting"
  | "awaitingSignOff"
  | "draft"
  | "notStarted";

/** What a journey is drawn from. `latest` is about the last instant at which anything may have happened. */
export type Trip = {
  reportKey: string;
  opensOn: Day;
  dueOn: Day;
  recipients: string[];
  outcome: Outcome;
  isLate?: boolean;
  /** never sent back on its way */
  isSmooth?: boolean;
  latest: Date;
};

/** Who moves: the unit's clerk or head, or the officer of a recipient. */
type Mover = "writer" | "signer" | { recipient: string };

export type Step = { at: Date; move: Move; by: Mover; number: number | null; reason?: string; detail?: object };

/** The way one report has come. Versions are numbered from 1; the last one holds the final document, those before it an earlier one. */
export type Journey = {
  status: ReportStatus;
  since: Date;
  savedAt: Date | null;
  firstSentAt: Date | null;
  late: boolean | null;
  versions: { number: number; sentAt: Date; late: boolean }[];
  acceptedNumber: number | null;
  /** the first time all recipients had accepted it */
  firstAcceptedAt: Date | null;
  recipients: { agencyId: string; state: RecipientState; since: Date | null; reasons: Record<string, string> }[];
  steps: Step[];
  correctionReason: string | null;
};

export function journeyOf(trip: Trip): Journey {
  const random = seeded(`journey:${trip.reportKey}`);
  if (["notStarted", "draft", "awaitingSignOff"].includes(trip.outcome)) return unsent(trip, random);
  const journey = send(begin(trip), trip, random, sendingMoment(trip, random));
  if (trip.outcome === "unread") return journey;
  if (trip.outcome === "reviewing") return beginReviews(journey, trip, random);
  if (trip.outcome === "returned") return giveBack(journey, trip, random);
  const isSentBack = !trip.isSmooth && !trip.isLate && random.chance(0.07);
  const accepted = acceptAll(
    isSentBack ? sendAgain(giveBack(journey, trip, random), trip, random) : journey,
    trip,
    random,
  );
  return trip.outcome === "correcting" ? correct(accepted, trip, random) : accepted;
}

const begin = ({ opensOn, recipients }: Trip): Journey => ({
  status: "notStarted",
  since: startOfDay(opensOn),
  savedAt: null,
  firstSentAt: null,
  late: null,
  versions: [],
  acceptedNumber: null,
  firstAcceptedAt: null,
  recipients: recipients.map((agencyId) => ({ agencyId, state: "waiting", since: null, reasons: {} })),
  steps: [],
  correctionReason: null,
});

function unsent(trip: Trip, random: Random): Journey {
  const journey = begin(trip);
  if (trip.outcome === "notStarted") return journey;
  const begun = momentOn(random, offWeekend(addDays(trip.opensOn, random.whole(18, 38))));
  const savedAt = momentAfter(random, begun, [1, 12], trip.latest);
  if (trip.outcome === "draft") return { ...journey, status: "draft", since: begun, savedAt };
  const at = momentAfter(random, savedAt, [0, 1], trip.latest);
  return {
    ...journey,
    status: "awaitingSignOff",
    since: at,
    savedAt,
    steps: [{ at, move: "askSignOff", by: "writer", number: null }],
  };
}

/** On time: crowding towards the last day, some in its last evening. Late: within the next ten days. */
function sendingMoment({ opensOn, dueOn, isLate: comesLate, latest }: Trip, random: Random): Date {
  if (comesLate) return momentAfter(random, startOfDay(addDays(dueOn, 1)), [0, 8], latest);
  const dayBeforeLatest = addDays(dayOf(latest), -1);
  const day = dayBefore(random, addDays(opensOn, 3), dueOn < dayBeforeLatest ? dueOn : dayBeforeLatest, 22);
  return day === dueOn && random.chance(0.3) ? lateEveningOn(random, day) : momentOn(random, day);
}

function send(journey: Journey, { dueOn }: Trip, random: Random, sentAt: Date): Journey {
  const number = journey.versions.length + 1;
  const askedAt = askingMoment(random, journey.since, sentAt);
  const late = isLate(sentAt, dueOn);
  return {
    ...journey,
    status: "submitted",
    since: sentAt,
    savedAt: new Date(askedAt.getTime() - random.whole(2, 45) * 60_000),
    firstSentAt: journey.firstSentAt ?? sentAt,
    late: journey.late ?? late,
    versions: [...journey.versions, { number, sentAt, late }],
    recipients: journey.recipients.map(({ agencyId }) => ({ agencyId, state: "waiting", since: null, reasons: {} })),
    steps: [
      ...journey.steps,
      { at: askedAt, move: "askSignOff", by: "writer", number: number - 1 || null },
      { at: sentAt, move: "signAndSend", by: "signer", number, detail: { late } },
    ],
  };
}

/** The draft goes to the head some minutes before, or the day before. */
function askingMoment(random: Random, after: Date, sentAt: Date): Date {
  const eve = momentOn(random, addDays(dayOf(sentAt), -1));
  return random.chance(0.4) && eve > after ? eve : new Date(sentAt.getTime() - random.whole(6, 35) * 60_000);
}

/** After a return: the clerk corrects, the head signs again. */
function sendAgain(journey: Journey, trip: Trip, random: Random): Journey {
  return send(
    journey,
    trip,
    random,
    momentAfter(random, new Date(journey.since.getTime() + 27 * 3_600_000), [0, 2], trip.latest),
  );
}

/** One recipient answers; what it makes of the report follows from all answers. */
function answer(
  journey: Journey,
  recipient: string,
  state: "reviewing" | "accepted" | "returned",
  at: Date,
  reasons: Record<string, string> = {},
): Journey {
  const recipients = journey.recipients.map((one) =>
    one.agencyId === recipient ? { ...one, state, since: at, reasons } : one,
  );
  const number = journey.versions.length;
  const isAccepted = recipients.every((one) => one.state === "accepted");
  const status = recipients.some((one) => one.state === "returned")
    ? "returned"
    : isAccepted
      ? "accepted"
      : "submitted";
  const move = state === "reviewing" ? "startReview" : state === "accepted" ? "accept" : "return";
  const step: Step = {
    at,
    move,
    by: { recipient },
    number,
    ...(state === "returned" && { detail: { sections: reasons } }),
  };
  return {
    ...journey,
    recipients,
    status,
    since: at,
    acceptedNumber: isAccepted ? number : null,
    firstAcceptedAt: journey.firstAcceptedAt ?? (isAccepted ? at : null),
    steps: [...journey.steps, step],
  };
}

/** Somebody has begun; perhaps another has already accepted. */
function beginReviews(journey: Journey, { recipients, latest }: Trip, random: Random): Journey {
  const begun = random.pick(recipients);
  let result = answer(journey, begun, "reviewing", momentAfter(random, journey.since, [2, 8], latest));
  for (const other of recipients) {
    if (other !== begun && random.chance(0.6))
      result = answer(result, other, "accepted", momentAfter(random, result.since, [0, 2], latest));
  }
  return result;
}

function giveBack(journey: Journey, { recipients, latest }: Trip, random: Random): Journey {
  const index = recipients.length > 1 && random.chance(0.35) ? 1 : 0;
  const returning = recipients[index] as string;
  let result = journey;
  for (const other of recipients) {
    if (other !== returning && random.chance(0.5))
      result = answer(result, other, "accepted", momentAfter(random, result.since, [1, 3], latest));
  }
  result = answer(result, returning, "reviewing", momentAfter(random, result.since, [0, 2], latest));
  return answer(
    result,
    returning,
    "returned",
    momentAfter(random, result.since, [0, 1], latest),
    returnReasons(random, index === 0),
  );
}

function acceptAll(journey: Journey, { recipients, latest }: Trip, random: Random): Journey {
  const order = random.chance(0.5) ? recipients : [...recipients].reverse();
  let result = journey;
  for (const recipient of order) {
    if (random.chance(0.25))
      result = answer(result, recipient, "reviewing", momentAfter(random, result.since, [0, 2], latest));
    result = answer(result, recipient, "accepted", momentAfter(random, result.since, [0, 3], latest));
  }
  return result;
}

function correct(journey: Journey, { latest }: Trip, random: Random): Journey {
  const at = momentAfter(random, journey.since, [1, 3], latest);
  const reason = random.pick(correctionReasons);
  const step: Step = {
    at,
    move: "openCorrection",
    by: random.chance(0.5) ? "writer" : "signer",
    number: journey.versions.length,
    reason,
  };
  return {
    ...journey,
    status: "correcting",
    since: at,
    savedAt: at,
    correctionReason: reason,
    steps: [...journey.steps, step],
  };
}
