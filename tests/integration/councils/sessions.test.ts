import { beforeAll, describe, expect, it } from "vitest";
import { closeBallots, overrideBallot, recordTellerCount, voteOpenly } from "#lib/councils/ballots/counting";
import { closeSession } from "#lib/councils/sessions/closing";
import { findSession } from "#lib/councils/sessions/queries";
import { addToAgenda, declareRecusal, openSession, recordAttendance, takeOff } from "#lib/councils/sessions/service";
import { freshDatabase } from "../../support/database.ts";
import { anActor, outcomeOf } from "../reports/stage.ts";
import {
  aCouncil,
  aDossier,
  anOpenSession,
  aRound,
  aRuleSet,
  aSession,
  attend,
  type Council,
  nominationState,
  open,
  openStage,
  seat,
  share,
  versionOf,
  viewBy,
  voteSecretly,
} from "./stage.ts";

freshDatabase();
beforeAll(openStage);

const unknown = { value: null, mark: "unknown" as const, source: "Chưa tìm thấy" };
const found = <T>(value: T) => ({ value, mark: "found" as const, source: "Thử" });
const now = async (sessionId: string) => ({ id: sessionId, version: await versionOf(sessionId) });
const yes = (count: number) => Array<"favour">(count).fill("favour");

describe("a council of 11 with 2 absent, one of them in writing, and one recusal", () => {
  /** 9 present of whom one is of the proposing ward, one writes, one is away. Eight agree: 7 in the room, 1 in writing; one is against. */
  async function eightOfEleven(threshold: { numerator: number; denominator: number }) {
    const ruleSetId = await aRuleSet({ threshold: { value: { ...threshold, base: "allMembers" } } });
    const nominationId = await aDossier({ ruleSetId });
    const council = await aCouncil(11, ["H26", "00070"]);
    const sessionId = await anOpenSession(council, [nominationId], { 9: "writing", 10: "absent" });
    const [ballotId = ""] = await open(council, sessionId, [nominationId]);
    expect(Object.values((await viewBy(council.secretary, sessionId)).items[0]?.recusals ?? {})).toEqual([
      { kind: "computed", reason: expect.stringContaining("cơ quan đề nghị") },
    ]);
    const refusal = outcomeOf(voteSecretly(council, sessionId, ballotId, [null, "favour"]));
    expect(await refusal).toBe(403);
    await voteSecretly(council, sessionId, ballotId, ["favour", null, ...yes(6), "against"]);
    const [one, two] = [council.members[0], council.members[2]];
    if (!one || !two) throw new Error("The council is empty.");
    expect(await outcomeOf(closeBallots(council.secretary, await now(sessionId)))).toBe(422);
    await recordTellerCount(one, { ballotId, favour: 0, against: 1, blank: 0 });
    await recordTellerCount(two, { ballotId, favour: 1, against: 0, blank: 0 });
    await expect(closeBallots(council.secretary, await now(sessionId))).rejects.toThrow("nhập khác nhau");
    await recordTellerCount(one, { ballotId, favour: 1, against: 0, blank: 0 });
    await closeBallots(council.secretary, await now(sessionId));
    await closeSession(council.secretary, await now(sessionId));
    const { items } = await viewBy(council.secretary, sessionId);
    return { result: items[0]?.ballot?.result, state: await nominationState(nominationId) };
  }

  it("fails 80 % with 8 votes: 9 of 11 are needed", async () => {
    const { result, state } = await eightOfEleven({ numerator: 4, denominator: 5 });
    expect(result).toMatchObject({
      inFavour: 8,
      against: 1,
      base: 11,
      needed: 9,
      passed: false,
      handedOut: 9,
      cast: 9,
      written: 1,
    });
    expect(state).toMatchObject({ status: "notPassed", result: { inFavour: 8, base: 11, needed: 9, passed: false } });
  });

  it("passes two thirds with the same votes: 8 of 11 are needed", async () => {
    const { result, state } = await eightOfEleven({ numerator: 2, denominator: 3 });
    expect(result).toMatchObject({ inFavour: 8, base: 11, needed: 8, passed: true });
    expect(state).toMatchObject({ status: "passed" });
  });
});

describe("a session opens", () => {
  async function ready(rules: Parameters<typeof aRuleSet>[0], size: number, others: Record<number, "absent">) {
    const council = await aCouncil(size);
    const sessionId = await aSession(council, [await aDossier({ ruleSetId: await aRuleSet(rules) })]);
    await attend(council, sessionId, others);
    return { council, sessionId, attempt: async () => openSession(council.secretary, await now(sessionId)) };
  }

  it("with two thirds of its members, and not with fewer", async () => {
    const { attempt } = await ready({}, 3, { 2: "absent" });
    await attempt();
    const short = await ready({}, 4, { 2: "absent", 3: "absent" });
    await expect(short.attempt()).rejects.toThrow("Có mặt 2/4 thành viên, chưa đủ 2/3");
  });

  it("not while nobody knows the quorum, but where the law asks for none", async () => {
    const { attempt } = await ready({ quorum: unknown }, 3, {});
    await expect(attempt()).rejects.toThrow("Chưa xác minh quy định về số thành viên phải có mặt");
    const none = await ready({ quorum: found(null) }, 3, { 1: "absent", 2: "absent" });
    await none.attempt();
  });

  it("with a substitute in a member's seat, who votes once for it", async () => {
    const council = await aCouncil(3);
    const stand = await anActor("H26", "reader");
    const ruleSetId = await aRuleSet({ ballot: found("open") });
    const nominationId = await aDossier({ ruleSetId });
    const sessionId = await aSession(council, [nominationId]);
    const { seats } = await viewBy(council.secretary, sessionId);
    const away = seats.find(({ personId }) => personId === council.members[2]?.personId);
    await seat(council.secretary, council.id, stand, "member", away?.seatId);
    const withStand = (await viewBy(council.secretary, sessionId)).seats.find(({ seatId }) => seatId === away?.seatId);
    await recordAttendance(council.secretary, {
      ...(await now(sessionId)),
      ...Object.fromEntries(seats.map(({ seatId }) => [`state.${seatId}`, "present"])),
      [`sits.${away?.seatId}`]: withStand?.substitutes[0]?.id,
    });
    await openSession(council.secretary, await now(sessionId));
    const [ballotId = ""] = await open(council, sessionId, [nominationId]);
    await voteOpenly(stand, { ballotId, choice: "favour", seatId: "" });
    expect(
      await outcomeOf(voteOpenly(council.members[2] as typeof stand, { ballotId, choice: "favour", seatId: "" })),
    ).toBe(404);
    expect(await outcomeOf(voteOpenly(stand, { ballotId, choice: "favour", seatId: "" }))).toBe(422);
  });
});

describe("a ballot opens by the rule of the dossier", () => {
  async function attempt(rules: Parameters<typeof aRuleSet>[0], kind: "secret" | "open" | null = null) {
    const nominationId = await aDossier({ ruleSetId: await aRuleSet(rules) });
    const council = await aCouncil(3, ["H26", "00070"]);
    const sessionId = await anOpenSession(council, [nominationId]);
    return open(council, sessionId, [nominationId], { kind });
  }

  it("not while the threshold is unknown", async () => {
    await expect(attempt({ threshold: unknown })).rejects.toThrow("chưa xác minh quy định về tỷ lệ phiếu cần đạt");
  });

  it("not with a recusal whose effect on the base is unknown", async () => {
    await expect(attempt({ recusal: unknown })).rejects.toThrow("chưa xác minh quy định họ có còn được tính");
  });

  it("secret or open as the rule says; as the council chooses where no rule was found", async () => {
    await expect(attempt({}, "open")).rejects.toThrow("quy định bỏ phiếu kín");
    await expect(attempt({ ballot: unknown })).rejects.toThrow("chưa xác minh quy định về cách bỏ phiếu");
    expect(await attempt({ ballot: unknown }, "open")).toHaveLength(1);
  });
});

describe("more pass than there are places", () => {
  async function threeForTwo(
    rules: Parameters<typeof aRuleSet>[0],
    votes: ("favour" | "against" | "blank")[][],
    women: number[] = [],
  ) {
    const ruleSetId = await aRuleSet({ threshold: { value: share(1, 2) }, ballot: found("open"), ...rules });
    const roundId = await aRound({ "bang-khen-bo-tinh": { most: 2 } });
    const council = await aCouncil(4);
    const nominations = await Promise.all(
      votes.map((_, index) =>
        aDossier({ ruleSetId, roundId, name: `Người ${index}`, kind: "individual", isWoman: women.includes(index) }),
      ),
    );
    const sessionId = await anOpenSession(council, nominations);
    const ballots = await open(council, sessionId, nominations);
    for (const [index, ballotId] of ballots.entries())
      for (const [place, choice] of (votes[index] ?? []).entries())
        await voteOpenly(council.members[place] as Council["secretary"], { ballotId, choice, seatId: "" });
    await closeBallots(council.secretary, await now(sessionId));
    const states = async () => Promise.all(nominations.map(async (id) => (await nominationState(id))?.status));
    return {
      council,
      sessionId,
      ballots,
      states,
      close: async () => closeSession(council.secretary, await now(sessionId)),
    };
  }

  it("the votes decide", async () => {
    const { close, states } = await threeForTwo({}, [yes(4), [...yes(2), "against", "against"], yes(3)]);
    await close();
    expect(await states()).toEqual(["passed", "notPassed", "passed"]);
  });

  it("between equals the woman goes first", async () => {
    const { close, states } = await threeForTwo({}, [yes(4), yes(3), yes(3)], [2]);
    await close();
    expect(await states()).toEqual(["passed", "notPassed", "passed"]);
  });

  it("equals at the last place are for the chair, with a reason, and nobody else", async () => {
    const { council, close, states, ballots, sessionId } = await threeForTwo({}, [yes(4), yes(3), yes(3)]);
    await expect(close()).rejects.toThrow("Người 1, Người 2");
    const [chair, member] = council.members;
    const say = (actor: typeof chair) =>
      overrideBallot(actor as Council["secretary"], {
        ballotId: ballots[1] ?? "",
        passed: false,
        reason: "Thành tích ở phạm vi hẹp hơn.",
      });
    expect(await outcomeOf(say(member))).toBe(403);
    expect(await outcomeOf(say(council.secretary))).toBe(403);
    await say(chair);
    expect(await outcomeOf(say(chair))).toBe(422);
    await close();
    expect(await states()).toEqual(["passed", "notPassed", "passed"]);
    const { items } = await viewBy(council.secretary, sessionId);
    expect(items.find(({ ballot }) => ballot?.id === ballots[1])?.outcome).toEqual({ passed: false, by: "chair" });
  });

  it("and where no order is known, the chair says who goes", async () => {
    const { close } = await threeForTwo({ overQuota: unknown }, [yes(4), yes(2), yes(3)]);
    await expect(close()).rejects.toThrow("chưa xác minh quy định xếp thứ tự");
  });
});

describe("who may", () => {
  it("strangers, other provinces and members of another council find nothing", async () => {
    const council = await aCouncil(3);
    const other = await aCouncil(3, ["00004", "00004", "00004"]);
    const sessionId = await aSession(council, [await aDossier({ ruleSetId: await aRuleSet() })]);
    for (const actor of [
      ...other.members,
      await anActor("H57.NV", "secretariat"),
      await anActor("00070", "reporter"),
      await anActor("H26", "administrator"),
    ]) {
      expect(await findSession(actor, sessionId)).toBe(null);
      expect(await outcomeOf(openSession(actor, await now(sessionId)))).toBe(404);
    }
    for (const actor of council.members) {
      expect(await findSession(actor, sessionId)).toMatchObject({ id: sessionId });
      expect(await outcomeOf(openSession(actor, await now(sessionId)))).toBe(403);
    }
  });

  it("a member recuses only themselves, and not once slips are out", async () => {
    const nominationId = await aDossier({ ruleSetId: await aRuleSet() });
    const council = await aCouncil(3);
    const sessionId = await anOpenSession(council, [nominationId]);
    const { seats } = await viewBy(council.secretary, sessionId);
    const [one, two] = council.members as [Council["secretary"], Council["secretary"]];
    const seatOf = (actor: typeof one) => seats.find(({ personId }) => personId === actor.personId)?.seatId ?? "";
    const declare = (actor: typeof one, seatId: string) =>
      declareRecusal(actor, { id: sessionId, nominationId, seatId, reason: "Có người thân trong tập thể." });
    expect(await outcomeOf(declare(one, seatOf(two)))).toBe(403);
    await declare(one, "");
    await open(council, sessionId, [nominationId]);
    expect(await outcomeOf(declare(two, ""))).toBe(422);
    const heads = (await viewBy(council.secretary, sessionId)).items[0]?.ballot?.rule.heads;
    expect(heads).toEqual({ members: 3, present: 3, written: 0, recused: 1, recusedPresent: 1 });
  });
});

describe("an agenda", () => {
  it("takes a dossier once, and gives it back when taken off", async () => {
    const nominationId = await aDossier({ ruleSetId: await aRuleSet() });
    const council = await aCouncil(3);
    const sessionId = await aSession(council, [nominationId]);
    expect(await nominationState(nominationId)).toMatchObject({ status: "onAgenda" });
    expect(
      await outcomeOf(addToAgenda(council.secretary, { ...(await now(sessionId)), nominations: [nominationId] })),
    ).toBe(422);
    await takeOff(council.secretary, { ...(await now(sessionId)), nominationId, reason: "Cần xác minh thêm." });
    expect(await nominationState(nominationId)).toMatchObject({ status: "appraised" });
  });

  it("a page that is out of date changes nothing", async () => {
    const council = await aCouncil(3);
    const sessionId = await aSession(council, [await aDossier({ ruleSetId: await aRuleSet() })]);
    expect(await outcomeOf(openSession(council.secretary, { id: sessionId, version: 999 }))).toBe(409);
  });
});
