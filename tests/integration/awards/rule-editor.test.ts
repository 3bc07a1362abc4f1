import { beforeAll, describe, expect, it } from "vitest";
import { checkNomination } from "#lib/awards/nominations/checks";
import { readNominations } from "#lib/awards/nominations/queries";
import { awardRule } from "#lib/awards/rule-set";
import { adoptRuleSet } from "#lib/awards/rule-sets/adoption";
import { findRuleSet, findRules, listRuleSets } from "#lib/awards/rule-sets/queries";
import { changeDetails, changeValue, discardRuleSet, draftRuleSet } from "#lib/awards/rule-sets/service";
import { tryRules } from "#lib/awards/rule-sets/trial";
import { addDays } from "#lib/dates";
import { row, rows } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import { freshDatabase } from "../../support/database.ts";
import { anActor, clerkOf, openStage, outcomeOf, refusingAudit } from "../reports/stage.ts";
import { aNomination, ministrySecretariat, otherSecretariat, secretariat, WARD } from "./stage.ts";

freshDatabase();
beforeAll(openStage);

/** The stage's clock stands on this day. */
const TODAY = "2026-11-05";
const NATIONAL = "luat-2022-sua-2026-nd-152";
const HANOI = "ha-noi-sua-2026-nd-152";

const grounds = { mark: "found", document: "Quyết định 71/2026/QĐ-UBND", article: "Điều 12, khoản 2" };
const twoThirds = {
  path: "bang-khen-bo-tinh.threshold",
  numerator: "2",
  denominator: "3",
  base: "allMembers",
  ...grounds,
};

async function aRuleDraft(by?: Actor, fromId = HANOI) {
  const actor = by ?? (await secretariat());
  return see(actor, await draftRuleSet(actor, { fromId, title: "Quy chế mới" }));
}

async function see(actor: Actor, id: string) {
  const set = await findRuleSet(actor, id);
  if (!set) throw new Error(`No rules ${id}`);
  return set;
}

/** Sets a value over the version that stands now. */
async function set(actor: Actor, id: string, input: { path: string } & Record<string, unknown>) {
  const { version } = await see(actor, id);
  await changeValue(actor, { ruleSetId: id, version, ...input });
}

async function dated(actor: Actor, id: string, effectiveFrom: string) {
  const { version, title, source } = await see(actor, id);
  await changeDetails(actor, { ruleSetId: id, version, title, source, effectiveFrom, warning: null });
}

async function adopt(actor: Actor, id: string) {
  const { version } = await see(actor, id);
  return adoptRuleSet(actor, { ruleSetId: id, version });
}

const fieldsOf = async (attempt: Promise<unknown>) =>
  attempt.then(
    () => [],
    (error: { fields: { field: string }[] }) => error.fields.map(({ field }) => field),
  );

const everything = () => rows("select * from rule_set order by id");

describe("a draft", () => {
  it("is for the secretariat of a province beside the national rules", async () => {
    const draft = await aRuleDraft(await secretariat(), NATIONAL);
    expect(draft).toMatchObject({ agencyId: "H26", baseId: NATIONAL, own: {}, adoptedAt: null });
    expect(draft.definition.awards).toHaveLength(8);
  });

  it("is for Bộ Nội vụ a national one", async () => {
    expect(await aRuleDraft(await ministrySecretariat(), NATIONAL)).toMatchObject({ agencyId: null, baseId: null });
  });

  it("is not for a clerk, nor from another province's rules", async () => {
    const begin = (actor: Actor) => draftRuleSet(actor, { fromId: HANOI, title: "Của tôi" });
    expect(await outcomeOf(begin(await clerkOf(WARD)))).toBe(403);
    expect(await outcomeOf(begin(await otherSecretariat()))).toBe(422);
  });

  it("is not seen by others, who see every set in use", async () => {
    const { id } = await aRuleDraft();
    for (const stranger of [await otherSecretariat(), await ministrySecretariat(), await clerkOf(WARD)]) {
      expect(await findRuleSet(stranger, id)).toBeNull();
      const ids = (await listRuleSets(stranger)).map((one) => one.id);
      expect(ids).toContain(HANOI);
      expect(ids).not.toContain(id);
      expect(await outcomeOf(changeValue(stranger, { ruleSetId: id, version: 1, ...twoThirds }))).toBe(404);
    }
  });

  it("can be thrown away", async () => {
    const { id, version } = await aRuleDraft();
    await discardRuleSet(await secretariat(), { ruleSetId: id, version });
    expect(await row("select id from rule_set where id = $1", [id])).toBeNull();
  });
});

describe("a value", () => {
  it("is put in place with its mark and grounds, and the rest stays", async () => {
    const { id, definition } = await aRuleDraft();
    await set(await secretariat(), id, twoThirds);
    const changed = await see(await secretariat(), id);
    expect(awardRule(changed.definition, "bang-khen-bo-tinh")).toEqual({
      ...awardRule(definition, "bang-khen-bo-tinh"),
      threshold: {
        value: { numerator: 2, denominator: 3, base: "allMembers" },
        mark: "found",
        source: "Quyết định 71/2026/QĐ-UBND, Điều 12, khoản 2",
      },
    });
    expect(changed.version).toBe(2);
  });

  it.each([
    [{ mark: undefined }, ["mark"]],
    [{ document: " " }, ["document"]],
    [{ article: "" }, ["article"]],
    [{ numerator: "4" }, ["numerator"]],
    [{ numerator: "2,5", denominator: "x" }, ["numerator", "denominator"]],
    [{ base: "nobody" }, ["base"]],
    [{ mark: "unknown" }, ["mark"]],
  ])("with %o is refused at %o, and nothing changes", async (wrong, fields) => {
    const { id } = await aRuleDraft();
    const before = await everything();
    expect(await fieldsOf(set(await secretariat(), id, { ...twoThirds, ...wrong }))).toEqual(fields);
    expect(await everything()).toEqual(before);
  });

  it.each([
    "bang-khen-bo-tinh.bonus",
    "bonusRounding",
    "co-thi-dua-chinh-phu.threshold",
    "bang-khen-thu-tuong.dossier.to-trinh",
  ])("that the law fixes (%s) is not set otherwise by a province", async (path) => {
    const { id } = await aRuleDraft();
    expect(await outcomeOf(set(await secretariat(), id, { ...grounds, path, value: "1" }))).toBe(422);
  });

  it("the law leaves open for a state award is the province's to set", async () => {
    const { id } = await aRuleDraft();
    await set(await secretariat(), id, { ...twoThirds, path: "bang-khen-thu-tuong.threshold" });
    const { definition } = await see(await secretariat(), id);
    expect(awardRule(definition, "bang-khen-thu-tuong")?.threshold.mark).toBe("found");
  });

  it("goes back to the nation's, and items of lists come and go", async () => {
    const actor = await secretariat();
    const { id, definition } = await aRuleDraft();
    await set(actor, id, twoThirds);
    await set(actor, id, { path: twoThirds.path, remove: "1" });
    expect((await see(actor, id)).definition).toEqual(definition);
    await set(actor, id, { path: "giay-khen.dossier.moi", value: "Danh sách trích ngang", required: "1", ...grounds });
    const [item] = awardRule((await see(actor, id)).definition, "giay-khen")?.dossier ?? [];
    expect(item).toMatchObject({ value: "Danh sách trích ngang", required: true, mark: "found" });
    await set(actor, id, { path: `giay-khen.dossier.${item?.id}`, remove: "1" });
    expect(awardRule((await see(actor, id)).definition, "giay-khen")?.dossier).toEqual([]);
  });

  it("over an old version is a conflict; at a path that leads nowhere it is not found", async () => {
    const { id } = await aRuleDraft();
    const actor = await secretariat();
    expect(await outcomeOf(changeValue(actor, { ruleSetId: id, version: 7, ...twoThirds }))).toBe(409);
    for (const path of [
      "nothing",
      "giay-khen.nothing",
      "__proto__",
      "giay-khen.__proto__",
      "giay-khen.dossier.nothing",
    ])
      expect(await outcomeOf(set(actor, id, { ...twoThirds, path })), path).toBe(404);
  });

  it("is not changed when its audit entry cannot be written", async () => {
    const { id } = await aRuleDraft();
    const before = await everything();
    await refusingAudit("ruleSet.change", async () => {
      await expect(set(await secretariat(), id, twoThirds)).rejects.toThrow("the audit entry is refused");
    });
    expect(await everything()).toEqual(before);
  });
});

describe("adopting", () => {
  it("is not for a day that has passed, nor outside the national rules", async () => {
    const actor = await secretariat();
    const { id } = await aRuleDraft();
    await dated(actor, id, addDays(TODAY, -1));
    expect(await fieldsOf(adopt(actor, id))).toEqual(["effectiveFrom"]);
    await dated(actor, id, "2027-03-01");
    expect(await fieldsOf(adopt(actor, id))).toEqual(["effectiveFrom"]);
  });

  it("ends the earlier set the day before, and lasts until the next", async () => {
    const actor = await secretariat();
    const [first, second] = [await aRuleDraft(), await aRuleDraft()];
    await dated(actor, first.id, "2027-02-01");
    await dated(actor, second.id, "2027-01-01");
    await adopt(actor, first.id);
    await adopt(actor, second.id);
    const ends = await rows<{ id: string; to: string }>(
      `select id, effective_to as to from rule_set where id = any($1) order by effective_from`,
      [[HANOI, first.id, second.id]],
    );
    expect(ends).toEqual([
      { id: HANOI, to: "2026-12-31" },
      { id: second.id, to: "2027-01-31" },
      { id: first.id, to: "2027-02-28" },
    ]);
    expect((await findRules(WARD, "2026-12-31"))?.ruleSetId).toBe(HANOI);
    expect((await findRules(WARD, "2027-01-01"))?.ruleSetId).toBe(second.id);
    expect((await findRules("H57", "2027-01-01"))?.ruleSetId).toBe(NATIONAL);
  });

  it("by two people at once of two sets for one day lets one through", async () => {
    const actor = await secretariat();
    const drafts = [await aRuleDraft(), await aRuleDraft()];
    for (const { id } of drafts) await dated(actor, id, "2026-12-20");
    const outcomes = await Promise.all(drafts.map(({ id }) => outcomeOf(adopt(actor, id))));
    expect(outcomes.toSorted()).toEqual([422, "done"]);
  });

  it("never changes what was judged before", async () => {
    const actor = await secretariat();
    const nomination = await aNomination("proposed");
    const judged = async () => {
      const [read] = await readNominations([nomination.id]);
      if (!read) throw new Error("The dossier is gone.");
      const { rules, checks } = await checkNomination(read);
      return { id: rules?.ruleSetId, checks };
    };
    const before = await judged();
    expect(before.id).toBe(HANOI);
    const { id } = await aRuleDraft();
    await set(actor, id, { path: "bang-khen-bo-tinh.publicityDays", value: "7", ...grounds });
    await dated(actor, id, TODAY);
    await adopt(actor, id);
    expect((await findRules(WARD, TODAY))?.ruleSetId).toBe(id);
    expect(await judged()).toEqual(before);
    const later = await aNomination("proposed");
    expect(later.rule_set_id).toBe(id);
  });

  it("makes a set that nobody changes, not even in the database once a dossier was judged by it", async () => {
    const actor = await secretariat();
    expect(await outcomeOf(set(actor, HANOI, twoThirds))).toBe(422);
    await expect(rows("update rule_set set definition = '{}' where id = $1", [HANOI])).rejects.toThrow("never changed");
    await expect(rows("update rule_set set definition = '{}' where id = $1", [NATIONAL])).rejects.toThrow(
      "never changed",
    );
    await expect(rows("delete from rule_set where id = $1", [HANOI])).rejects.toThrow("never changed");
  });

  it("of a new national set ends what stood beside the old one", async () => {
    const ministry = await ministrySecretariat();
    const { id } = await aRuleDraft(ministry, NATIONAL);
    await dated(ministry, id, "2027-02-15");
    await adopt(ministry, id);
    expect((await findRules(WARD, "2027-02-14"))?.nationalId).toBe(NATIONAL);
    expect(await findRules(WARD, "2027-02-15")).toMatchObject({ ruleSetId: id, nationalId: id });
  });

  it("is told of in the audit trail", async () => {
    const entry = await row(
      "select scope_path, subject_type from audit_entry where action = 'ruleSet.adopt' order by id limit 1",
    );
    expect(entry).toEqual({ scope_path: "/VN/H26/", subject_type: "ruleSet" });
  });
});

describe("trying a draft on the dossiers there are", () => {
  it("says which checks would change, and writes nothing", async () => {
    const actor = await secretariat();
    const nomination = await aNomination("proposed");
    const { id } = await aRuleDraft(actor, nomination.rule_set_id ?? "");
    const untouched = await tryRules(actor, await see(actor, id));
    expect(untouched.tried).toBeGreaterThan(0);
    expect(untouched.dossiers.map((dossier) => dossier.id)).not.toContain(nomination.id);
    await set(actor, id, { path: "bang-khen-bo-tinh.intake", value: "paperAndFile", ...grounds });
    const before = await row("select md5(string_agg(n::text, ' ' order by id)) as all from nomination n");
    const trial = await tryRules(actor, await see(actor, id));
    expect(trial.dossiers.find((dossier) => dossier.id === nomination.id)).toMatchObject({
      keeps: true,
      changes: [{ check: "intake", before: "unverified", after: "notMet" }],
    });
    expect(await row("select md5(string_agg(n::text, ' ' order by id)) as all from nomination n")).toEqual(before);
  });

  it("tells nothing of dossiers of others, nor of what their writers have not proposed", async () => {
    const draft = await aNomination("draft");
    const far = await anActor("H57.NV", "secretariat");
    const { id } = await aRuleDraft(far, NATIONAL);
    await set(far, id, { path: "bang-khen-bo-tinh.intake", value: "paperAndFile", ...grounds });
    expect(await tryRules(far, await see(far, id))).toMatchObject({ running: 0, tried: 0, dossiers: [] });
    const actor = await secretariat();
    const own = await aRuleDraft();
    await set(actor, own.id, { path: "bang-khen-bo-tinh.intake", value: "paperAndFile", ...grounds });
    const { dossiers } = await tryRules(actor, await see(actor, own.id));
    expect(dossiers.map((dossier) => dossier.id)).not.toContain(draft.id);
  });
});
