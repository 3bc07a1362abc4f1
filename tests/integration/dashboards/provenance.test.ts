import { beforeAll, describe, expect, it } from "vitest";
import { sumsOf } from "#lib/dashboards/figures/charts";
import { compareFigure, listYearTotals } from "#lib/dashboards/figures/queries";
import { rowsOf, shownIndicators } from "#lib/dashboards/figures/rules";
import type { Scope } from "#lib/dashboards/policy";
import { partList } from "#lib/dashboards/provenance/download";
import { findProvenance } from "#lib/dashboards/provenance/find";
import { addTotals, totalOfUnits } from "#lib/dashboards/provenance/rules";
import { findScope } from "#lib/dashboards/queries";
import { rankingList } from "#lib/dashboards/ranking/download";
import { row, rows } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import type { FormDefinition, Indicator } from "#lib/reports/form";
import { findForm } from "#lib/reports/queries";
import { acceptReport, openCorrection } from "#lib/reports/service";
import { freshDatabase } from "../../support/database.ts";
import {
  aCommune,
  anActor,
  answerTo,
  aReport,
  ask,
  clerkOf,
  consolidated,
  fill,
  headOf,
  homeAffairs,
  openStage,
  police,
  type Stored,
  save,
  sendUp,
  setClock,
} from "../reports/stage.ts";

freshDatabase();

let officer: Actor;
let nation: Scope;
let hanoi: Scope;
let form: FormDefinition;
let city: Stored;
let corrected: Stored;

const indicator = (id: string): Indicator => {
  const found = shownIndicators(form).find((each) => each.id === id);
  if (!found) throw new Error(`No indicator ${id}`);
  return found;
};

/** Hà Nội is consolidated of four communes; afterwards one corrects, one is owed no more, and one comes later. */
beforeAll(async () => {
  await openStage();
  const clerk = await anActor("G01", "consolidator", "recipientOfficer");
  officer = clerk;
  [nation, hanoi] = (await Promise.all([findScope(officer, "VN"), findScope(officer, "H26")])) as [Scope, Scope];
  await aReport("accepted", {
    B1: 10,
    A9: "1,25",
    B16: 20,
    B17: 5,
    C13: "Tốt",
    A1: true,
    A2: "12/KH-UBND",
    A3: "05/01/2026",
  });
  corrected = await aReport("accepted", { B1: 7, A9: "2,5", B16: 30, B17: 30, C13: "Khá" });
  const withdrawn = await aReport("accepted", { B1: 4, A9: "1" });
  const blank = await aReport("draft", {});
  await save(await clerkOf(blank.agencyId), blank, {
    figures: { B1: 0 },
    blanks: { A9: { reason: "pending", expectedOn: "2026-12-01" } },
  });
  await sendUp(blank, await clerkOf(blank.agencyId), await headOf(blank.agencyId));
  await acceptedByBoth(blank);
  await aReport("submitted", { B1: 1_000 });

  city = (
    await consolidated("H26", await police(), { A1: true, A2: "88/KH-UBND", A3: "01/01/2026", A9: "0,25", B1: 3 })
  ).report;
  await save(await police(), city, { adjustments: { B1: { by: "-2", reason: "Hai mô hình trùng nhau." } } });
  await sendUp(city, await police(), await headOf("H26"));

  await openCorrection(await clerkOf(corrected.agencyId), await ask(corrected, "Đếm sót."));
  await fill(await clerkOf(corrected.agencyId), corrected, { B1: 9 });
  await sendUp(corrected, await clerkOf(corrected.agencyId), await headOf(corrected.agencyId));
  await acceptedByBoth(corrected);
  await rows("update report set withdrawn_at = campaign_now(), withdrawn_for = 'Sáp nhập' where id = $1", [
    withdrawn.id,
  ]);
  await aReport("accepted", { B1: 100 });
  form = await formOf(city.id);
  await setClock("2026-11-23T09:00:00+07:00");
});

async function acceptedByBoth(report: { id: string }) {
  await acceptReport(await police(), await answerTo(report));
  await acceptReport(await homeAffairs(), await answerTo(report));
}

async function formOf(reportId: string) {
  const pinned = await row<{ id: string; version: number }>(
    "select form_id as id, form_version as version from report where id = $1",
    [reportId],
  );
  return findForm(pinned?.id ?? "", pinned?.version ?? 0);
}

describe("a figure of a province", () => {
  it("differs from the official one by causes that add up", async () => {
    const { total, official, difference } = await findProvenance(hanoi, "2026", indicator("B1"));
    expect(total).toMatchObject({ number: "119", gave: 4, accepted: 4, waiting: 1 }); // 10 + 9 + 0 + 100
    expect(official).toMatchObject({ isAccepted: false, version: 1, sums: { number: "22" } }); // 10 + 7 + 4 + 0 + 3 - 2
    expect(difference).toMatchObject({ live: "119", official: "22", by: "-97" });
    expect(difference?.causes).toEqual([
      { kind: "adjustment", by: "-2", reason: "Hai mô hình trùng nhau." },
      { kind: "own", by: "3" },
      { kind: "later", by: "-100", parts: [expect.any(String)] },
      { kind: "changed", by: "-2", parts: [expect.any(String)] },
      { kind: "gone", by: "4", parts: [expect.any(String)] },
    ]);
  });

  it("names of each unit the version, who entered and who signed it, and why it has no figure", async () => {
    const { units, total } = await findProvenance(hanoi, "2026", indicator("A9"));
    const named = units.filter(({ version }) => version !== null);
    expect(named.length).toBe(4);
    for (const { enteredByName, signedByName, sentAt, path } of named)
      expect([enteredByName, signedByName, sentAt, path]).toEqual([
        expect.stringMatching(/^Người /),
        expect.stringMatching(/^Người /),
        expect.any(Date),
        expect.stringMatching(/^\/VN\/H26\//),
      ]);
    expect(named.find(({ agencyId }) => agencyId === corrected.agencyId)).toMatchObject({
      version: 2,
      countedVersion: 1,
      counted: { number: "2.5" },
    });
    expect(named.flatMap(({ blank }) => blank ?? [])).toContainEqual({ reason: "pending", expectedOn: "2026-12-01" });
    expect(total.blank).toBe(named.filter(({ live }) => live.number === null).length);
  });

  it("of whatever indicator has the total the dashboard shows elsewhere", async () => {
    const shown = shownIndicators(form).filter(({ type, aggregate }) => type !== "choice" && aggregate !== "none");
    const kept = await listYearTotals(hanoi, shown.flatMap(rowsOf));
    for (const each of shown) {
      const { total, units } = await findProvenance(hanoi, "2026", each);
      expect([each.id, total]).toEqual([each.id, totalOfUnits(each, units)]);
      if (each.type === "ratio") continue; // kept sums of its two counts may come from different units
      const sums = sumsOf(each, kept.get("2026") ?? {});
      expect([each.id, Number(total.number), Number(total.base)]).toEqual([
        each.id,
        Number(sums.number),
        Number(sums.base),
      ]);
    }
  });
});

describe("a figure of the nation", () => {
  it("is the sum of its places, and each place that of its units, as the page of figures has it", async () => {
    for (const id of ["B1", "A1", "A9", "B18", "E5"]) {
      const each = indicator(id);
      const { places, units, total } = await findProvenance(nation, "2026", each);
      const compared = await compareFigure({ scope: nation, period: "2026", indicator: each, recasts: null });
      expect(total).toEqual(addTotals(places));
      for (const { id: placeId, now } of compared) {
        const place = places.find((one) => one.id === placeId);
        const [number, base] = [place?.number ?? null, place?.base ?? null];
        expect([id, placeId, place?.expected, place?.accepted, place?.gave]).toEqual([
          id,
          placeId,
          now.expected,
          now.accepted,
          now.gave,
        ]);
        expect([Number(number), Number(base)]).toEqual([Number(now.number), Number(now.base)]);
      }
      const centre = places.find((one) => one.id === "VN");
      expect(totalOfUnits(each, units).expected).toBe(centre?.expected ?? 0);
      const ofHanoi = (await findProvenance(hanoi, "2026", each)).total;
      expect(places.find((one) => one.id === "H26")).toMatchObject(ofHanoi);
    }
  });

  it("names what a province added of its own once it is counted", async () => {
    const bnv = await anActor("G09", "recipientOfficer", "head");
    for (const actor of [officer, bnv]) await acceptReport(actor, await answerTo(city));
    const { report } = await consolidated("G01", officer, { B1: 1 });
    await sendUp(report, officer, await headOf("G01"));
    const { difference, places, total } = await findProvenance(nation, "2026", indicator("B1"));
    expect(total.number).toBe("119");
    expect(places.find(({ id }) => id === "H26")?.part).toMatchObject({
      official: { number: "22" },
      countedVersion: 1,
      countedOwn: "3",
      countedAdjusted: "-2",
    });
    expect(difference).toMatchObject({ live: "119", official: "23", by: "-96" });
    expect(difference?.causes.map(({ kind, by }) => [kind, by])).toEqual([
      ["own", "1"],
      ["ownBelow", "3"],
      ["adjustedBelow", "-2"],
      ["changed", "-98"], // 22 - 3 + 2 - 119
    ]);
  });
});

describe("who may open it", () => {
  const request = (actor: Actor, scopeId: string) => ({
    actor,
    query: new URLSearchParams({ period: "2026", indicator: "B1" }),
    params: { scopeId, indicatorId: "B1" },
    now: new Date(),
    periods: ["2026"],
  });

  it("is who watches the scope: nobody of another province, nobody of a commune", async () => {
    const watcher = await anActor("H26", "reader");
    const stranger = await anActor("H57.CA", "recipientOfficer");
    const clerk = await clerkOf(await aCommune());
    for (const list of [partList, rankingList]) {
      expect(await list(request(watcher, "H26"))).not.toBeNull();
      expect(await list(request(stranger, "H26"))).toBeNull();
      expect(await list(request(watcher, "VN"))).toBeNull();
      expect(await list(request(clerk, "H26"))).toBeNull();
    }
    expect(await partList({ ...request(watcher, "H26"), params: { scopeId: "H26", indicatorId: "A2" } })).toBeNull();
  });
});
