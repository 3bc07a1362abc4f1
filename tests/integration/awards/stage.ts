import type { NominationStatus } from "#generated/prisma/enums";
import { putOnAgenda, recordResult } from "#lib/awards/nominations/council-moves";
import { reportParts } from "#lib/awards/nominations/dossier";
import { moveSchema, saveSchema } from "#lib/awards/nominations/schema";
import { appraise, offerForm, propose, refuse, sendBack, withdraw } from "#lib/awards/nominations/service";
import { createNomination, receiveDossier, saveChecklist, saveNomination } from "#lib/awards/nominations/writing";
import { openRoundSchema } from "#lib/awards/rounds/schema";
import { openRound } from "#lib/awards/rounds/service";
import { subjectSchema } from "#lib/awards/subjects/schema";
import { createSubject } from "#lib/awards/subjects/service";
import { row, rows, transaction } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import { anActor, clerkOf, headOf } from "../reports/stage.ts";

/** The stage of the tests of awards: rounds of Hà Nội, subjects of its wards, and dossiers brought to a state by the services themselves. */

const known = new Map<string, Promise<Actor>>();
function usual(agencyId: string): Promise<Actor> {
  const actor = known.get(agencyId) ?? anActor(agencyId, "secretariat");
  known.set(agencyId, actor);
  return actor;
}

/** Sở Nội vụ Hà Nội, another province's, and Bộ Nội vụ. */
export const secretariat = () => usual("H26.NV");
export const otherSecretariat = () => usual("H57.NV");
export const ministrySecretariat = () => usual("G09");

export const WARD = "00070";
export const MERIT = "bang-khen-bo-tinh";

const NO_DAYS = {
  kind: "annual",
  title: "Đợt xét năm 2026",
  achievedFrom: "01/01/2026",
  achievedTo: "31/10/2026",
  opensOn: "01/10/2026",
  closesOn: "30/11/2026",
};

export async function aRound(changes: object = {}, by?: Actor): Promise<string> {
  const awardIds = [MERIT, "giay-khen", "bang-khen-thu-tuong", "co-thi-dua-bo-tinh", "huan-chuong-lao-dong-3"];
  return openRound(by ?? (await secretariat()), openRoundSchema.parse({ ...NO_DAYS, awardIds, ...changes }));
}

let names = 0;

export async function aSubject(changes: object = {}, by?: Actor): Promise<string> {
  const name = `Tổ dân phố số ${++names}`;
  return createSubject(
    by ?? (await clerkOf(WARD)),
    subjectSchema.parse({ kind: "collective", name, agency: WARD, ...changes }),
  );
}

/** A dossier as far as tests look at it: a row of the table. */
export type StoredNomination = {
  id: string;
  status: NominationStatus;
  version: number;
  agency_id: string;
  holder_id: string;
  award_id: string;
  rule_set_id: string | null;
  proposed_on: string | null;
  subject_id: string;
  facts: { facts: { id: string; value: string; source: string }[]; confirmedAt?: string };
  checklist: Record<string, { have: boolean; note?: string }>;
  appraisal: string | null;
  result: unknown;
};

export async function again({ id }: { id: string }): Promise<StoredNomination> {
  const found = await row<StoredNomination>("select * from nomination where id = $1", [id]);
  if (!found) throw new Error(`No dossier ${id}`);
  return found;
}

/** Everything the database holds of one dossier: what a refused act must leave as it was. */
export const everythingOf = ({ id }: { id: string }) =>
  row<object>(
    `select to_jsonb(n) as nomination, (select jsonb_agg(to_jsonb(e) order by e.id) from nomination_event e where e.nomination_id = n.id) as events,
       (select jsonb_agg(to_jsonb(a) order by a.id) from audit_entry a where a.subject_id = n.id::text) as audits,
       (select jsonb_agg(to_jsonb(c) order by c.id) from consultation c where c.nomination_id = n.id) as consultations
     from nomination n where n.id = $1`,
    [id],
  );

/** The act as somebody makes it who looks at the dossier now. */
export async function ask(nomination: { id: string }, fields: object = {}) {
  const { id, version } = await again(nomination);
  return moveSchema.parse({ id, version, move: "", ...fields });
}

/** A dossier with all its writers have to write, not yet proposed. */
export async function aDraft(
  changes: { roundId?: string; subjectId?: string; awardId?: string; by?: Actor } = {},
): Promise<StoredNomination> {
  const by = changes.by ?? (await clerkOf(WARD));
  const id = await createNomination(by, {
    roundId: changes.roundId ?? (await aRound()),
    subject: changes.subjectId ?? (await aSubject({}, by)),
    awardId: changes.awardId ?? MERIT,
  });
  await write(by, { id });
  return again({ id });
}

export async function write(by: Actor, nomination: { id: string }, fields: object = {}) {
  const { id, version } = await again(nomination);
  await saveNomination(
    by,
    saveSchema.parse({
      id,
      version,
      achievement: `Thành tích của hồ sơ ${id.slice(0, 8)}.`,
      achievedFrom: "2026-01-01",
      achievedTo: "2026-10-31",
      confirmed: "on",
      ...Object.fromEntries(reportParts.map(({ id: part }) => [`report.${part}`, `Nội dung ${part}.`])),
      ...fields,
    }),
  );
}

/** Ticks off every item and condition of the dossier's form, and both papers as received. */
export async function checkOff(by: Actor, nomination: { id: string }) {
  const { id } = nomination;
  const items = await rows<{ id: string }>(
    `select distinct i->>'id' as id from rule_set r, jsonb_array_elements(coalesce(r.definition->'awards', '[]')) a,
       jsonb_array_elements(coalesce(a->'dossier', '[]') || coalesce(a->'preconditions', '[]')) i where a->>'id' = $1`,
    [(await again(nomination)).award_id],
  );
  const fields = Object.fromEntries(
    items.flatMap((item) => [
      [`have.${item.id}`, "on"],
      [`note.${item.id}`, "Đã xem."],
    ]),
  );
  await saveChecklist(by, { id, version: (await again(nomination)).version, ...fields });
  await receiveDossier(by, {
    id,
    version: (await again(nomination)).version,
    paperReceivedOn: "2026-11-05",
    fileReceivedOn: "2026-11-05",
  });
}

type Step = { from: NominationStatus; go: (nomination: StoredNomination) => Promise<unknown> };

const steps: Partial<Record<NominationStatus, Step>> = {
  proposed: {
    from: "draft",
    go: async (nomination) => propose(await headOf(nomination.agency_id), await ask(nomination)),
  },
  returned: {
    from: "proposed",
    go: async (nomination) => sendBack(await secretariat(), await ask(nomination, { reason: "Thiếu minh chứng." })),
  },
  formChange: {
    from: "proposed",
    go: async (nomination) =>
      offerForm(await secretariat(), await ask(nomination, { reason: "Chưa đủ mức.", awardId: "giay-khen" })),
  },
  appraised: {
    from: "proposed",
    go: async (nomination) => {
      await checkOff(await secretariat(), nomination);
      await appraise(await secretariat(), await ask(nomination, { appraisal: "Đủ điều kiện." }));
    },
  },
  onAgenda: {
    from: "appraised",
    go: async ({ id }) => {
      const actor = await secretariat();
      await transaction((tx) => putOnAgenda(tx, actor, id, { ...session, meetsOn: "2026-11-20" }));
    },
  },
  passed: { from: "onAgenda", go: (nomination) => voted(nomination, true) },
  notPassed: { from: "onAgenda", go: (nomination) => voted(nomination, false) },
  withdrawn: {
    from: "proposed",
    go: async (nomination) => withdraw(await headOf(nomination.agency_id), await ask(nomination, { reason: "Rút." })),
  },
  refused: {
    from: "proposed",
    go: async (nomination) => refuse(await headOf("H26"), await ask(nomination, { reason: "Không đủ tiêu chuẩn." })),
  },
};

export const session = { holderId: "H26", sessionId: "00000000-0000-4000-8000-000000000001" };

async function voted({ id }: { id: string }, passed: boolean) {
  const actor = await secretariat();
  const result = { ballotId: session.sessionId, inFavour: passed ? 9 : 5, base: 11, needed: 8, passed };
  await transaction((tx) => recordResult(tx, actor, id, { holderId: "H26", result, metOn: "2026-11-20" }));
}

/** A dossier of Hoàn Kiếm for a bằng khen of Hà Nội, brought to a state by the people whose task it is. */
export async function aNomination(
  status: NominationStatus,
  changes: Parameters<typeof aDraft>[0] = {},
): Promise<StoredNomination> {
  const step = steps[status];
  if (!step) return aDraft(changes);
  const nomination = await aNomination(step.from, changes);
  await step.go(nomination);
  return again(nomination);
}
