import { row, rows, transaction } from "#lib/db";
import { applyObligations } from "#lib/reports/obligations/service";
import { acceptMany } from "#lib/reports/service";
import { setClock } from "../../reports/stage.ts";
import type { Chance } from "./random.ts";
import { listDormant, listLiving, lookAgain, officerOf, PROVINCES, personOf, type Unit } from "./units.ts";

/**
 * What happens to many reports at once. Agencies have no service of their own: they change as a reloaded list of units changes
 * them, by their terms and successions; the obligations follow when they are applied.
 */
/** What an event gives that found nothing to happen to. */
export const NOTHING = Symbol("nothing");

export type Event = { weight: number; go: (units: Unit[], chance: Chance) => Promise<unknown> };

const apply = async () => applyObligations(await personOf("G09", "secretariat", "consolidator"), "2026");

/** Half of the time the change waits for the next application, as it does in life. */
async function perhapsApply(chance: Chance, agencyIds: string[]) {
  if (chance.next() < 0.5) await apply();
  await lookAgain(agencyIds);
}

/** A day shortly before or after the day communes are due: an agency that ends before it owes nothing, one that ends after it does. */
const aDay = (chance: Chance) => `2026-11-${String(chance.between(3, 14)).padStart(2, "0")}`;

/** Ends a commune; what it was goes into another of its province. */
async function merge(_: Unit[], chance: Chance) {
  const living = await listLiving();
  const former = chance.pick(living);
  const successor = chance.pick(
    living.filter(({ id, provinceId }) => id !== former.id && provinceId === former.provinceId),
  );
  const day = aDay(chance);
  const merged = await transaction(async (tx) => {
    const ended = await row(
      "update agency_term set valid_to = $2::date where agency_id = $1 and valid_to is null and coalesce(valid_from, '-infinity') <= $2::date returning id",
      [former.id, day],
      tx,
    );
    if (!ended) return NOTHING;
    return rows(
      "insert into agency_succession (former_id, successor_id, effective_on, source) values ($1, $2, $3::date + 1, 'Nghị quyết thử') on conflict do nothing",
      [former.id, successor.id, day],
      tx,
    );
  });
  if (merged === NOTHING) return NOTHING;
  await perhapsApply(chance, [former.id]);
}

/** A commune that is not there, or was merged away, is there again: what had been withdrawn comes back. */
async function found(_: Unit[], chance: Chance) {
  const dormant = await listDormant();
  if (dormant.length === 0) return NOTHING;
  const { id } = chance.pick(dormant);
  await rows(
    `update agency_term set valid_to = null where id = (select id from agency_term where agency_id = $1 order by valid_from desc nulls last limit 1)`,
    [id],
  );
  await rows("delete from agency_succession where former_id = $1", [id]);
  await perhapsApply(chance, [id]);
}

/** A commune passes to another province on a day: one term ends, another begins. */
async function pass(_: Unit[], chance: Chance) {
  const { id, provinceId } = chance.pick(await listLiving());
  const day = aDay(chance);
  const passed = await transaction(async (tx) => {
    const ended = await row<{ id: number }>(
      "update agency_term set valid_to = $2::date - 1 where agency_id = $1 and valid_to is null and coalesce(valid_from, '-infinity') < $2::date returning id",
      [id, day],
      tx,
    );
    if (!ended) return NOTHING;
    return rows(
      `insert into agency_term (agency_id, name, short_name, kind, type, region, unit_code, parent_id, path, oversight, province_id, search_text, valid_from, source)
       select agency_id, name, short_name, kind, $4, region, unit_code, $3, '/VN/' || $3 || '/' || agency_id || '/', '/VN/' || $3 || '/' || agency_id || '/', $3, search_text, $2::date, source
       from agency_term where id = $1`,
      [ended.id, day, chance.pick(PROVINCES.filter((other) => other !== provinceId)), chance.pick(["xã", "phường"])],
      tx,
    );
  });
  if (passed === NOTHING) return NOTHING;
  await perhapsApply(chance, [id]);
}

/** A commune is found to have stood in another province all along. */
async function correctPlace(_: Unit[], chance: Chance) {
  const { id, provinceId } = chance.pick(await listLiving());
  await rows(
    `update agency_term set parent_id = $2, province_id = $2, path = '/VN/' || $2 || '/' || agency_id || '/', oversight = '/VN/' || $2 || '/' || agency_id || '/'
     where agency_id = $1 and valid_to is null`,
    [id, chance.pick(PROVINCES.filter((other) => other !== provinceId))],
  );
  await perhapsApply(chance, [id]);
}

/** Another last day for communes: of Hà Nội, or of all others. */
async function changeDuty(_: Unit[], chance: Chance) {
  await rows("update reporting_duty set due_day = $2 where id = $1", [
    chance.pick(["ha-noi-co-so", "mac-dinh-xa"]),
    chance.between(6, 12),
  ]);
  await apply();
}

/** One officer accepts everything that waits for the agency, as its list showed it. */
async function acceptList(units: Unit[], chance: Chance) {
  const agencyId = chance.pick(PROVINCES.flatMap((province) => [`${province}.CA`, `${province}.NV`]));
  const waiting = units.filter(
    ({ status, recipients }) =>
      ["submitted", "returned"].includes(status) &&
      recipients.some((one) => one.agencyId === agencyId && one.state === "waiting"),
  );
  await acceptMany(
    await officerOf(agencyId),
    waiting.slice(0, 5).map(({ id, sentNumber }) => ({ id, number: sentNumber })),
  );
}

/** The campaign's clock goes on by some hours. */
async function passTime(_: Unit[], chance: Chance) {
  const clock = await row<{ now: Date }>("select campaign_now() as now");
  const later = (clock?.now.getTime() ?? 0) + chance.between(1, 12) * 3_600_000;
  await setClock(new Date(Math.min(later, Date.parse("2026-12-20T00:00:00Z"))).toISOString());
}

export const events: Record<string, Event> = {
  merge: { weight: 2, go: merge },
  found: { weight: 3, go: found },
  pass: { weight: 2, go: pass },
  correctPlace: { weight: 2, go: correctPlace },
  changeDuty: { weight: 1, go: changeDuty },
  apply: { weight: 1, go: apply },
  acceptMany: { weight: 3, go: acceptList },
  passTime: { weight: 5, go: passTime },
};
