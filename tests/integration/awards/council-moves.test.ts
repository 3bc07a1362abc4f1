import { beforeAll, expect, it } from "vitest";
import { answerOpinion, askOpinion } from "#lib/awards/consultations/service";
import { putOnAgenda, recordResult, takeOffAgenda } from "#lib/awards/nominations/council-moves";
import { appraise } from "#lib/awards/nominations/service";
import { publishList, recordFeedback } from "#lib/awards/publicities/service";
import { placeHold } from "#lib/awards/subjects/service";
import { row, rows, transaction } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import { freshDatabase } from "../../support/database.ts";
import { anActor, clerkOf, headOf, openStage, outcomeOf, setClock } from "../reports/stage.ts";
import {
  again,
  aNomination,
  ask,
  checkOff,
  everythingOf,
  otherSecretariat,
  type StoredNomination,
  secretariat,
  session,
} from "./stage.ts";

freshDatabase();
beforeAll(openStage);

const hold = { kind: "inspection", reason: "Đang thanh tra.", source: "Quyết định thanh tra số 3" };
const won = { ballotId: session.sessionId, inFavour: 9, base: 11, needed: 8, passed: true };

const onAgenda = async ({ id }: StoredNomination, changes: object = {}) => {
  const actor = await secretariat();
  return transaction((tx) => putOnAgenda(tx, actor, id, { ...session, meetsOn: "2026-11-20", ...changes }));
};
const decided = async ({ id }: StoredNomination, result = won) => {
  const actor = await secretariat();
  return transaction((tx) => recordResult(tx, actor, id, { holderId: "H26", result, metOn: "2026-11-20" }));
};

it("puts on an agenda what is appraised and clear, once, and for the council of the agency that has it", async () => {
  const appraised = await aNomination("appraised");
  expect(await outcomeOf(onAgenda(appraised, { holderId: "G09" }))).toBe(404);
  const outcomes = await Promise.all([outcomeOf(onAgenda(appraised)), outcomeOf(onAgenda(appraised))]);
  expect(outcomes.sort()).toEqual([422, "done"]);
  expect(await outcomeOf(onAgenda(await aNomination("proposed")))).toBe(422);
});

it("keeps a held up dossier from the agenda, and from passing when the hold came in meanwhile", async () => {
  const appraised = await aNomination("appraised");
  const later = await aNomination("onAgenda");
  for (const { subject_id } of [appraised, later]) await placeHold(await secretariat(), { id: subject_id, ...hold });
  expect(await outcomeOf(onAgenda(appraised))).toBe(422);
  const before = await everythingOf(later);
  expect(await outcomeOf(decided(later))).toBe(422);
  expect(await everythingOf(later)).toEqual(before);
  const actor = await secretariat();
  await transaction((tx) => takeOffAgenda(tx, actor, later.id, { holderId: "H26", reason: "Đang thanh tra." }));
  expect((await again(later)).status).toBe("appraised");
});

it("records what a closed ballot came to, with its numbers", async () => {
  const nomination = await aNomination("onAgenda");
  await decided(nomination, { ...won, inFavour: 5, passed: false });
  expect(await again(nomination)).toMatchObject({ status: "notPassed", result: { inFavour: 5, base: 11, needed: 8 } });
  expect(await outcomeOf(decided(nomination))).toBe(422);
});

it("keeps a form whose list must be public from the agenda until the working days are over", async () => {
  const nomination = await aNomination("proposed", { awardId: "huan-chuong-lao-dong-3" });
  await checkOff(await secretariat(), nomination);
  await rows("update nomination set status = 'appraised' where id = $1", [nomination.id]);
  const stopped = async (meetsOn: string) => {
    try {
      await onAgenda(nomination, { meetsOn });
      return [];
    } catch (error) {
      return (error as { fields: { field: string }[] }).fields.map(({ field }) => field);
    }
  };
  expect(await stopped("2026-12-31")).toContain("publicity");
  const id = await publishList(await secretariat(), {
    title: "Danh sách",
    place: "Cổng thông tin điện tử",
    startsOn: "2026-11-05",
    days: null,
    nominations: [nomination.id],
  });
  // ten working days after Thursday 5 November: Thursday 19 November
  expect(await row("select ends_on from publicity where id = $1", [id])).toEqual({ ends_on: "2026-11-19" });
  expect(await stopped("2026-11-19")).toContain("publicity");
  expect(await stopped("2026-11-20")).not.toContain("publicity");
});

it("publishes only what one agency has in hand, and records what is said; a complaint stops the dossier", async () => {
  const nomination = await aNomination("appraised");
  const publish = (by: Actor, changes: object = {}) =>
    publishList(by, {
      title: "D",
      place: "P",
      startsOn: "2026-11-05",
      days: 3,
      nominations: [nomination.id],
      ...changes,
    });
  expect(await outcomeOf(publish(await otherSecretariat()))).toBe(404);
  expect(await outcomeOf(publish(await headOf("H26")))).toBe(403);
  expect(await outcomeOf(publish(await secretariat(), { startsOn: "2026-11-04" }))).toBe(422);
  expect(await outcomeOf(publish(await secretariat(), { days: null }))).toBe(422);
  const id = await publish(await secretariat());
  const said = { id, nominationId: nomination.id, feedback: "Có đơn phản ánh.", isComplaint: true };
  expect(await outcomeOf(recordFeedback(await otherSecretariat(), said))).toBe(404);
  expect(await outcomeOf(recordFeedback(await headOf("H26"), said))).toBe(403);
  await recordFeedback(await secretariat(), said);
  expect(await outcomeOf(onAgenda(nomination))).toBe(422);
});

it("asks for opinions with the clock of the rules; until they come or silence may count, nothing is found fit", async () => {
  const nomination = await aNomination("proposed");
  await checkOff(await secretariat(), nomination);
  const asking = async (by: Promise<Actor>, agency = "H26.CA") => {
    const { id, version } = await again(nomination);
    return outcomeOf(askOpinion(await by, { id, version, agency, dueOn: null }));
  };
  expect(await asking(clerkOf("00070"))).toBe(403);
  expect(await asking(otherSecretariat())).toBe(404);
  expect(await asking(secretariat(), "khong-co")).toBe(422);
  expect(await asking(secretariat())).toBe("done");
  expect(await asking(secretariat())).toBe(422);
  const asked = await row<{ id: string; due_on: string }>(
    "select id, due_on from consultation where nomination_id = $1",
    [nomination.id],
  );
  expect(asked?.due_on).toBe("2026-11-19");

  const finding = async () => outcomeOf(appraise(await secretariat(), await ask(nomination, { appraisal: "Đủ." })));
  expect(await finding()).toBe(422);
  const answer = (by: Actor, opinion: "agree" | "disagree", words = "") =>
    outcomeOf(answerOpinion(by, { id: asked?.id ?? "", opinion, words }));
  expect(await answer(await anActor("H57.CA", "head"), "agree")).toBe(404);
  expect(await answer(await clerkOf("H26.CA"), "agree")).toBe(404);
  expect(await answer(await headOf("H26.CA"), "disagree")).toBe(422);
  const both = await Promise.all([
    answer(await headOf("H26.CA"), "agree"),
    answer(await anActor("H26.CA", "recipientOfficer"), "agree"),
  ]);
  expect(both.sort()).toEqual([409, "done"]);
  expect(await finding()).toBe("done");
});

it.each([
  ["proceed", "done"],
  ["wait", 422],
  [null, 422],
])("when the rule set says of silence “%s”, a finding after the term is %s", async (value, outcome) => {
  const nomination = await aNomination("proposed");
  await checkOff(await secretariat(), nomination);
  const { id, version } = await again(nomination);
  await askOpinion(await secretariat(), { id, version, agency: "H26.CA", dueOn: null });
  const ruleSetId = `silence ${value}`;
  await rows(
    `insert into rule_set (id, title, definition, source, effective_from, effective_to, adopted_at)
     select $1, 'Thử', jsonb_set(definition, '{consultationSilence,value}', $2::jsonb), 'Thử', '2020-01-01', '2020-12-31', now()
     from rule_set where agency_id is null and effective_from <= '2026-11-05' and effective_to >= '2026-11-05'`,
    [ruleSetId, JSON.stringify(value)],
  );
  await rows("update nomination set rule_set_id = $2 where id = $1", [id, ruleSetId]);
  const finding = async () => outcomeOf(appraise(await secretariat(), await ask(nomination, { appraisal: "Đủ." })));
  await setClock("2026-11-19T23:00:00+07:00");
  expect(await finding()).toBe(422);
  await setClock("2026-11-20T09:00:00+07:00");
  expect(await finding()).toBe(outcome);
  await setClock("2026-11-05T09:00:00+07:00");
});
