import { beforeAll, describe, expect, it } from "vitest";
import type { NominationStatus } from "#generated/prisma/enums";
import * as service from "#lib/awards/nominations/service";
import { row } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import { freshDatabase } from "../../support/database.ts";
import { anActor, clerkOf, headOf, openStage, outcomeOf, refusingAudit } from "../reports/stage.ts";
import {
  again,
  aNomination,
  ask,
  everythingOf,
  ministrySecretariat,
  otherSecretariat,
  type StoredNomination,
  secretariat,
  WARD,
} from "./stage.ts";

freshDatabase();
beforeAll(openStage);

type Act = Awaited<ReturnType<typeof ask>>;

/** Every move by hand: from which state, whose it is, what it makes, and who sees the dossier but may not. */
type Verb = {
  name: "propose" | "withdraw" | "sendBack" | "offerForm" | "consent" | "declineForm" | "appraise" | "refuse";
  from: NominationStatus;
  to: NominationStatus;
  holder: string;
  owner: () => Promise<Actor>;
  bystander: () => Promise<Actor>;
  fields: object;
  run: (actor: Actor, act: Act) => Promise<unknown>;
};

const head = () => headOf(WARD);
const clerk = () => clerkOf(WARD);
const chairman = () => headOf("H26");
const reason = { reason: "Vì sao." };

const verbs: Verb[] = [
  {
    name: "propose",
    from: "draft",
    to: "proposed",
    holder: "H26",
    owner: head,
    bystander: clerk,
    fields: {},
    run: service.propose,
  },
  {
    name: "withdraw",
    from: "proposed",
    to: "withdrawn",
    holder: "H26",
    owner: head,
    bystander: clerk,
    fields: reason,
    run: service.withdraw,
  },
  {
    name: "sendBack",
    from: "proposed",
    to: "returned",
    holder: WARD,
    owner: secretariat,
    bystander: head,
    fields: reason,
    run: service.sendBack,
  },
  {
    name: "offerForm",
    from: "proposed",
    to: "formChange",
    holder: "H26",
    owner: secretariat,
    bystander: chairman,
    fields: { ...reason, awardId: "giay-khen" },
    run: service.offerForm,
  },
  {
    name: "consent",
    from: "formChange",
    to: "proposed",
    holder: WARD,
    owner: head,
    bystander: secretariat,
    fields: {},
    run: service.consent,
  },
  {
    name: "declineForm",
    from: "formChange",
    to: "returned",
    holder: WARD,
    owner: head,
    bystander: secretariat,
    fields: reason,
    run: service.declineForm,
  },
  {
    name: "refuse",
    from: "proposed",
    to: "refused",
    holder: "H26",
    owner: chairman,
    bystander: secretariat,
    fields: reason,
    run: service.refuse,
  },
];

describe.each(verbs)("$name", ({ name, from, to, holder, owner, bystander, fields, run }) => {
  it("makes the move, tells it and audits it", async () => {
    const nomination = await aNomination(from);
    await run(await owner(), await ask(nomination, fields));
    expect(await again(nomination)).toMatchObject({ status: to, holder_id: holder, version: nomination.version + 1 });
    const told = await row<{ events: number; audits: number }>(
      `select (select count(*) from nomination_event where nomination_id = $1 and move = $2) as events,
         (select count(*) from audit_entry where subject_id = $1::text and action = 'nomination.' || $2) as audits`,
      [nomination.id, name],
    );
    expect(told).toEqual({ events: 1, audits: 1 });
  });

  it("is refused to who may see the dossier but not do this, and is not found by strangers", async () => {
    const nomination = await aNomination(from);
    const before = await everythingOf(nomination);
    const act = await ask(nomination, fields);
    expect(await outcomeOf(run(await bystander(), act))).toBe(403);
    const strangers = [
      await otherSecretariat(),
      await headOf("00004"),
      await clerkOf("30307"),
      await anActor(WARD, "administrator"),
    ];
    for (const stranger of strangers) expect(await outcomeOf(run(stranger, act))).toBe(404);
    expect(await everythingOf(nomination)).toEqual(before);
  });

  it("is refused to a page that is out of date, and when it is not the moment", async () => {
    const nomination = await aNomination(from);
    const act = await ask(nomination, fields);
    expect(await outcomeOf(run(await owner(), { ...act, version: act.version - 1 }))).toBe(409);
    await run(await owner(), act);
    expect(await outcomeOf(run(await owner(), act))).toBe(409);
    // a dossier that was sent back is no longer the secretariat's: then it is not theirs to do at all
    expect([403, 422]).toContain(await outcomeOf(run(await owner(), await ask(nomination, fields))));
  });

  it("is undone when it cannot be audited", async () => {
    const nomination = await aNomination(from);
    const before = await everythingOf(nomination);
    await refusingAudit(`nomination.${name}`, async () => {
      await expect(run(await owner(), await ask(nomination, fields))).rejects.toThrow(/audit/);
    });
    expect(await everythingOf(nomination)).toEqual(before);
  });

  it.runIf("reason" in fields)("needs a reason", async () => {
    const nomination = await aNomination(from);
    expect(await outcomeOf(run(await owner(), await ask(nomination, { ...fields, reason: " " })))).toBe(422);
  });
});

it("lets one of two secretariats at once win, and tells the other", async () => {
  const nomination = await aNomination("proposed");
  const second = await anActor("H26.NV", "secretariat");
  const act = await ask(nomination, reason);
  const outcomes = await Promise.all(
    [await secretariat(), second].map((actor) => outcomeOf(service.sendBack(actor, act))),
  );
  expect(outcomes.sort()).toEqual([409, "done"]);
});

it("walks a state award up to Bộ Nội vụ, where the way begins anew", async () => {
  const nomination = await aNomination("passed", { awardId: "bang-khen-thu-tuong" });
  const { rule_set_id } = await again(nomination);
  await service.forward(await headOf("H26"), await ask(nomination));
  const forwarded: StoredNomination = await again(nomination);
  expect(forwarded).toMatchObject({ status: "proposed", holder_id: "G09", result: null, appraisal: null, rule_set_id });
  expect(await outcomeOf(service.sendBack(await secretariat(), await ask(nomination, reason)))).toBe(403);
  await service.sendBack(await ministrySecretariat(), await ask(nomination, reason));
  expect(await again(nomination)).toMatchObject({ status: "returned", holder_id: WARD });
});

it("does not submit upwards what the holder itself decides", async () => {
  const nomination = await aNomination("passed");
  expect(await outcomeOf(service.forward(await headOf("H26"), await ask(nomination)))).toBe(422);
});

it("keeps the rule set of the first proposal when a returned dossier comes back", async () => {
  const nomination = await aNomination("returned");
  const { rule_set_id, proposed_on } = await again(nomination);
  expect(rule_set_id).toBeTruthy();
  await service.propose(await headOf(WARD), await ask(nomination));
  expect(await again(nomination)).toMatchObject({ status: "proposed", rule_set_id, proposed_on });
});

it("appraises only what is complete and found fit in words", async () => {
  const nomination = await aNomination("proposed");
  const act = await ask(nomination, { appraisal: "Đủ điều kiện." });
  expect(await outcomeOf(service.appraise(await secretariat(), act))).toBe(422);
  const ready = await aNomination("appraised");
  expect(ready).toMatchObject({ status: "appraised", appraisal: "Đủ điều kiện." });
});
