import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { closeBallots, overrideBallot, recordTellerCount, voteOpenly } from "#lib/councils/ballots/counting";
import type { Slip } from "#lib/councils/ballots/slip";
import type { ClosedResult } from "#lib/councils/ballots/tally";
import { attendanceStates, type Choice, choices } from "#lib/councils/labels";
import { closeSession } from "#lib/councils/sessions/closing";
import { openSession, takeOff } from "#lib/councils/sessions/service";
import type { Actor } from "#lib/identity/actor";
import { freshDatabase } from "../../support/database.ts";
import { outcomeOf } from "../reports/stage.ts";
import {
  aCouncil,
  aDossier,
  aRuleSet,
  aSession,
  attend,
  drop,
  nominationState,
  open,
  openStage,
  share,
  startVotingOf,
  takeSlipsOf,
  versionOf,
  viewBy,
} from "./stage.ts";

/** Whatever people try, in whatever order: only a counted ballot under quorum passes a dossier, and what was counted stays. */
freshDatabase();
beforeAll(openStage);

const SEATS = 5;
const place = fc.nat(SEATS - 1);
const choice = fc.constantFrom(...choices);
const which = fc.nat(1);

const step = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("attend" as const),
      states: fc.array(fc.constantFrom(...attendanceStates, "present"), { minLength: SEATS, maxLength: SEATS }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("openSession" as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("openBallot" as const),
      which,
      means: fc.constantFrom("electronic" as const, "paper" as const),
      kind: fc.constantFrom("secret" as const, "open" as const),
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("takeSlip" as const), which, place }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("startVoting" as const) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant("drop" as const), which, place, choice }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("voteOpenly" as const), which, place, choice }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("count" as const), which, place, favour: fc.nat(5), against: fc.nat(1) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("closeBallots" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("override" as const), which, place, passed: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("takeOff" as const), which }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("changeRules" as const), numerator: fc.integer({ min: 1, max: 5 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("closeSession" as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** A likely way through, so that many runs reach a result: the random steps are mixed into it. */
const way: Step[] = [
  { do: "attend", states: ["present", "present", "present", "present", "writing"] },
  { do: "openSession" },
  { do: "openBallot", which: 0, means: "electronic", kind: "secret" },
  ...[0, 1, 2, 3].map((at): Step => ({ do: "takeSlip", which: 0, place: at })),
  { do: "startVoting" },
  ...[0, 1, 2, 3].map((at): Step => ({ do: "drop", which: 0, place: at, choice: at === 3 ? "against" : "favour" })),
  { do: "count", which: 0, place: 0, favour: 1, against: 0 },
  { do: "count", which: 0, place: 1, favour: 1, against: 0 },
  { do: "closeBallots" },
  { do: "openBallot", which: 1, means: "electronic", kind: "open" },
  ...[0, 1, 2].map((at): Step => ({ do: "voteOpenly", which: 1, place: at, choice: "favour" })),
  { do: "closeBallots" },
  { do: "closeSession" },
];

const steps = fc
  .array(fc.tuple(fc.nat(way.length), step), { maxLength: 14 })
  .map((inserted) =>
    [...way.keys(), way.length].flatMap((at) => [
      ...inserted.filter(([before]) => before === at).map(([, one]) => one),
      ...(way[at] ? [way[at] as Step] : []),
    ]),
  );

it("no sequence of moves passes a dossier without quorum, a closed ballot and its threshold; votes never exceed members; a result never changes", async () => {
  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const ruleSetId = await aRuleSet({ ballot: { value: null, mark: "found", source: "" } });
      const nominations = [await aDossier({ ruleSetId }), await aDossier({ ruleSetId })];
      const council = await aCouncil(SEATS);
      const sessionId = await aSession(council, nominations);
      const slips = new Map<string, Slip>();
      const results = new Map<string, string>();
      const now = async () => ({ id: sessionId, version: await versionOf(sessionId) });
      const ballotOf = async (index: number) =>
        (await viewBy(council.secretary, sessionId)).items.find(
          ({ nominationId }) => nominationId === nominations[index],
        )?.ballot?.id ?? "none";
      const member = (index: number) => council.members[index] as Actor;

      const run = async (one: Step): Promise<unknown> => {
        switch (one.do) {
          case "attend":
            return attend(council, sessionId, { ...one.states });
          case "openSession":
            return openSession(council.secretary, await now());
          case "openBallot":
            return open(council, sessionId, [nominations[one.which] ?? ""], one);
          case "takeSlip": {
            const id = await ballotOf(one.which);
            const { items } = await viewBy(council.secretary, sessionId);
            if (!items.some(({ ballot }) => ballot?.id === id && ballot.publicKey)) return null;
            const taken = (await takeSlipsOf(member(one.place), sessionId, [id]))[id];
            return taken && slips.set(`${id} ${one.place}`, taken);
          }
          case "startVoting":
            return startVotingOf(council, sessionId);
          case "drop": {
            const slip = slips.get(`${await ballotOf(one.which)} ${one.place}`);
            return slip && drop(slip, one.choice as Choice);
          }
          case "voteOpenly":
            return voteOpenly(member(one.place), {
              ballotId: await ballotOf(one.which),
              choice: one.choice,
              seatId: "",
            });
          case "count":
            return recordTellerCount(member(one.place), {
              ballotId: await ballotOf(one.which),
              favour: one.favour,
              against: one.against,
              blank: 0,
            });
          case "closeBallots":
            return closeBallots(council.secretary, await now());
          case "override":
            return overrideBallot(member(one.place), {
              ballotId: await ballotOf(one.which),
              passed: one.passed,
              reason: "Vì sao.",
            });
          case "takeOff":
            return takeOff(council.secretary, {
              ...(await now()),
              nominationId: nominations[one.which] ?? "",
              reason: "Vì sao.",
            });
          case "changeRules":
            return aRuleSet({
              threshold: { value: share(one.numerator, 5) },
              quorum: { value: share(1, 5), mark: "found", source: "" },
            });
          case "closeSession":
            return closeSession(council.secretary, await now());
        }
      };
      for (const one of sequence) {
        if ((await outcomeOf(run(one))) === "done") reached.add(one.do);
        await checkEverything();
      }

      async function checkEverything() {
        const { session, items } = await viewBy(council.secretary, sessionId);
        for (const { ballot } of items) {
          if (!ballot) continue;
          const { heads, threshold } = ballot.rule;
          const quorum = session.quorum?.value ?? { numerator: 2, denominator: 1 };
          expect(ballot.slips.length).toBeLessThanOrEqual(heads.present - heads.recusedPresent + heads.written);
          expect(heads.members).toBe(SEATS);
          expect(heads.present * quorum.denominator).toBeGreaterThanOrEqual(SEATS * quorum.numerator);
          const before = results.get(ballot.id);
          if (before) expect(JSON.stringify(ballot.result)).toBe(before);
          if (!ballot.result || !threshold.value) continue;
          results.set(ballot.id, JSON.stringify(ballot.result));
          const { inFavour, against, invalid, base, passed, cast, handedOut } = ballot.result as ClosedResult;
          expect(inFavour + against + invalid).toBe(cast);
          expect(cast).toBeLessThanOrEqual(handedOut);
          expect(handedOut).toBeLessThanOrEqual(SEATS);
          expect(passed).toBe(inFavour * threshold.value.denominator >= base * threshold.value.numerator);
        }
        for (const [index, id] of nominations.entries()) {
          const state = await nominationState(id);
          if (state?.status !== "passed") continue;
          reached.add("passed");
          const ballot = items.find(({ nominationId }) => nominationId === nominations[index])?.ballot;
          expect(session.status).toBe("closed");
          expect(ballot?.closedAt).not.toBe(null);
          expect(ballot?.override ? ballot.override.passed : ballot?.result?.passed).toBe(true);
        }
      }
    }),
    { numRuns: 12 },
  );
  expect([...reached]).toEqual(
    expect.arrayContaining([
      "openSession",
      "openBallot",
      "takeSlip",
      "drop",
      "voteOpenly",
      "closeBallots",
      "closeSession",
      "passed",
    ]),
  );
}, 400_000);
