import { describe, expect, it } from "vitest";
import { dayOf } from "#lib/dates";
import { answer, canMove } from "#lib/reports/rules";
import { type Journey, journeyOf, type Outcome, type Trip } from "../../../src/lib/demonstration/journey.ts";

const BEGINS_AT = new Date("2026-11-23T09:00:00+07:00");

const trip = (outcome: Outcome, index: number, over: Partial<Trip> = {}): Trip => ({
  reportKey: `${outcome}:${index}`,
  opensOn: "2026-10-01",
  dueOn: "2026-11-09",
  recipients: ["H26.CA", "H26.NV"],
  outcome,
  latest: new Date("2026-11-20T17:00:00+07:00"),
  ...over,
});

const outcomes: Outcome[] = [
  "accepted",
  "unread",
  "reviewing",
  "returned",
  "correcting",
  "awaitingSignOff",
  "draft",
  "notStarted",
];
const several = (outcome: Outcome, over: Partial<Trip> = {}) =>
  Array.from({ length: 200 }, (_, index) => journeyOf(trip(outcome, index, over)));

/** Makes the moves again by the rules of reports; gives the state they lead to. */
function replay({ steps }: Journey, recipientIds: string[]) {
  let status: Journey["status"] = "draft";
  let recipients = recipientIds.map((agencyId) => ({
    agencyId,
    name: agencyId,
    state: "waiting" as Journey["recipients"][number]["state"],
  }));
  for (const { move, by } of steps) {
    expect(canMove(status, move), `${move} from ${status}`).toBe(true);
    if (move === "askSignOff") status = "awaitingSignOff";
    else if (move === "openCorrection") status = "correcting";
    else if (move === "signAndSend") {
      status = "submitted";
      recipients = recipients.map((one) => ({ ...one, state: "waiting" }));
    } else if (typeof by === "object") {
      const state = move === "startReview" ? "reviewing" : move === "accept" ? "accepted" : "returned";
      status = answer({ recipients } as Parameters<typeof answer>[0], by.recipient, state);
      recipients = recipients.map((one) => (one.agencyId === by.recipient ? { ...one, state } : one));
    }
  }
  return { status, states: recipients.map(({ state }) => state) };
}

describe.each(outcomes)("a report that is to stand at %s", (outcome) => {
  it("came there by moves the rules allow", () => {
    for (const journey of several(outcome)) {
      if (outcome === "notStarted" || outcome === "draft") {
        expect({ status: journey.status, steps: journey.steps }).toEqual({ status: outcome, steps: [] });
        continue;
      }
      const { status, states } = replay(journey, ["H26.CA", "H26.NV"]);
      expect(journey.status).toBe(status);
      expect(journey.recipients.map(({ state }) => state)).toEqual(states);
    }
  });

  it("moved forward in time, and not after the demonstration begins", () => {
    for (const { steps, since, savedAt } of several(outcome)) {
      const instants = steps.map(({ at }) => at.getTime());
      expect(instants).toEqual([...new Set(instants)].sort((a, b) => a - b));
      for (const at of [...instants, since.getTime(), savedAt?.getTime() ?? 0])
        expect(at).toBeLessThan(BEGINS_AT.getTime());
    }
  });
});

it("is late exactly when first sent after the last day", () => {
  for (const journey of [
    ...several("accepted"),
    ...several("accepted", { isLate: true }),
    ...several("unread", { isLate: true }),
  ]) {
    expect(journey.late).toBe(dayOf(journey.firstSentAt as Date) > "2026-11-09");
  }
  expect(several("accepted", { isLate: true }).every(({ late }) => late)).toBe(true);
  expect(several("accepted").some(({ late }) => late)).toBe(false);
});

it("says why each returned section came back", () => {
  for (const { recipients } of several("returned")) {
    const returned = recipients.filter(({ state }) => state === "returned");
    expect(returned).toHaveLength(1);
    expect(Object.values(returned[0]?.reasons ?? {}).every((reason) => reason.length > 20)).toBe(true);
  }
});

it("counts the version that all accepted", () => {
  for (const { acceptedNumber, versions } of several("accepted")) expect(acceptedNumber).toBe(versions.length);
  expect(several("accepted").some(({ versions }) => versions.length === 2)).toBe(true);
});

it("was first accepted when the last recipient accepted it, also when it is being corrected since", () => {
  for (const { firstAcceptedAt, steps } of several("correcting"))
    expect(firstAcceptedAt).toEqual(steps.findLast(({ move }) => move === "accept")?.at);
  for (const { firstAcceptedAt } of several("reviewing")) expect(firstAcceptedAt).toBeNull();
});

it("is the same every time", () => expect(several("accepted")).toEqual(several("accepted")));

it("works with one recipient", () => {
  for (const outcome of ["accepted", "reviewing", "returned"] as const) {
    for (const journey of several(outcome, { recipients: ["G01"] }))
      expect(replay(journey, ["G01"]).status).toBe(journey.status);
  }
});
