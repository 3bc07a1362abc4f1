import { beforeAll, describe, expect, it } from "vitest";
import { type ComparedPlace, compareFigure } from "#lib/dashboards/figures/queries";
import { shownIndicators } from "#lib/dashboards/figures/rules";
import { findPeriodForm } from "#lib/dashboards/map/queries";
import type { Scope } from "#lib/dashboards/policy";
import { findScope } from "#lib/dashboards/queries";
import { findRanking } from "#lib/dashboards/ranking/find";
import { listCandidates } from "#lib/dashboards/ranking/queries";
import { findRecast } from "#lib/dashboards/recast/queries";
import { tellChange } from "#lib/dashboards/recast/rules";
import { rows } from "#lib/db";
import type { Indicator } from "#lib/reports/form";
import { applyObligations } from "#lib/reports/obligations/service";
import { freshDatabase } from "../../support/database.ts";
import { anActor, openStage, setClock } from "../reports/stage.ts";

freshDatabase();

/** Every unit of the country has an accepted report in both years. */
const ACCEPT = `
  with chosen as (
    select r.id, hashtextextended(r.agency_id || r.period_id, 3) & 255 as n from report r where r.kind = 'own'
  ), sent as (
    insert into report_version (report_id, number, document, document_hash, signed_by_id, signed_by_name, sent_at, late)
    select id, 1, '{}', 'x', $1, 'Lãnh đạo', campaign_now(), false from chosen returning id, report_id
  ), figures as (
    insert into report_figure (version_id, indicator_id, option, number, asked)
    select s.id, f.indicator_id, '', f.number, 1 from sent s join chosen c on c.id = s.report_id cross join lateral (values
      ('B1', n), ('B16', n + 20), ('B17', n / 2)) f (indicator_id, number)
  )
  update report r set status = 'accepted', status_since = campaign_now(), sent_version_id = s.id, accepted_version_id = s.id from sent s where s.report_id = r.id`;

const END = "update agency_term set valid_to = '2026-02-28' where agency_id = $1 and valid_to is null";
const MOVE = `
  insert into agency_term (agency_id, name, short_name, kind, type, region, unit_code, parent_id, path, oversight, province_id, search_text, valid_from, source)
  select agency_id, name, short_name, kind, type, region, unit_code, 'H57', replace(path, '/H26/', '/H57/'), replace(oversight, '/H26/', '/H57/'), 'H57', search_text, '2026-03-01', 'thử'
  from agency_term where agency_id = $1 and valid_to = '2026-02-28'`;
const PASS_ON =
  "insert into agency_succession (former_id, successor_id, effective_on, source) values ($1, $2, '2026-03-01', 'thử')";

let nation: Scope;
let hanoi: Scope;
let hue: Scope;
let b1: Indicator;
/** communes of Hà Nội: one that takes in another, one that goes to Huế, one that is divided between two */
let [heir, merged, moved, divided, first, second, other]: string[] = [];
let figures: Map<string, number>;

beforeAll(async () => {
  await openStage();
  await applyObligations(null, "2025");
  const officer = await anActor("G01", "recipientOfficer");
  await rows(ACCEPT, [officer.personId]);
  await rows("analyze");
  await setClock("2026-11-23T09:00:00+07:00");
  [heir, merged, moved, divided, first, second, other] = (
    await rows<{ id: string }>(
      "select agency_id as id from agency_on(campaign_today()) where kind = 'commune' and province_id = 'H26' order by agency_id limit 7",
    )
  ).map(({ id }) => id);
  for (const id of [merged, moved, divided]) await rows(END, [id]);
  await rows(MOVE, [moved]);
  for (const [former, successor] of [
    [merged, heir],
    [divided, first],
    [divided, second],
  ])
    await rows(PASS_ON, [former, successor]);
  await rows(
    "update report set withdrawn_at = campaign_now() where period_id = '2026' and kind = 'own' and agency_id = any($1)",
    [[merged, divided]],
  );
  [nation, hanoi, hue] = (await Promise.all(["VN", "H26", "H57"].map((id) => findScope(officer, id)))) as Scope[] as [
    Scope,
    Scope,
    Scope,
  ];
  b1 = shownIndicators(await findPeriodForm("2026")).find(({ id }) => id === "B1") as Indicator;
  figures = new Map(
    (
      await rows<{ key: string; number: string }>(
        `select r.period_id || ' ' || r.agency_id as key, f.number from report r join report_figure f on f.version_id = r.accepted_version_id
         where r.kind = 'own' and r.withdrawn_at is null and f.indicator_id = 'B1'`,
      )
    ).map(({ key, number }) => [key, Number(number)]),
  );
});

const of = (year: string, ...ids: (string | undefined)[]) =>
  ids.reduce((sum, id) => sum + (figures.get(`${year} ${id}`) ?? Number.NaN), 0);

const compare = async (scope: Scope, structure: "then" | "today") => {
  const { recasts } = await findRecast(["2026", "2025"]);
  const places = await compareFigure({
    scope,
    period: "2026",
    indicator: b1,
    recasts: structure === "today" ? recasts : null,
  });
  return new Map(places.map((place) => [place.id, place]));
};

/** As plain SQL has it: the figures by year of the agencies that stood there on their report's day. */
async function plainly() {
  const found = await rows<{ key: string; sum: string; count: number }>(
    `select r.period_id || ' ' || p.place_id as key, sum(f.number) as sum, count(*) as count
     from report r cross join lateral place_on(r.agency_id, r.due_on) p join report_figure f on f.version_id = r.accepted_version_id and f.indicator_id = 'B1'
     where r.kind = 'own' and r.withdrawn_at is null group by 1`,
  );
  return new Map(found.map(({ key, sum, count }) => [key, { sum: Number(sum), count }]));
}

const briefly = (place: ComparedPlace | undefined) =>
  place && {
    now: Number(place.now.number),
    before: Number(place.before.number),
    same: [place.same.units, Number(place.same.number), Number(place.same.before.number)],
    isBroken: place.isBroken,
  };

describe("units in the structure of today", () => {
  it("take in what was merged into them, and are compared with both together", async () => {
    const places = await compare(hanoi, "today");
    const [now, before] = [of("2026", heir), of("2025", heir, merged)];
    expect(briefly(places.get(heir ?? ""))).toEqual({ now, before, same: [1, now, before], isBroken: false });
    expect(places.has(merged ?? "")).toBe(false);
  });

  it("have gone with all their years to where they belong now", async () => {
    const [there, here] = [await compare(hue, "today"), await compare(hanoi, "today")];
    const [now, before] = [of("2026", moved), of("2025", moved)];
    expect(briefly(there.get(moved ?? ""))).toEqual({ now, before, same: [1, now, before], isBroken: false });
    expect(here.has(moved ?? "")).toBe(false);
  });

  it("do not take in what was divided: it stands alone, and its heirs are not comparable", async () => {
    const places = await compare(hanoi, "today");
    for (const id of [first, second])
      expect(briefly(places.get(id ?? ""))).toEqual({
        now: of("2026", id),
        before: of("2025", id),
        same: [0, 0, 0],
        isBroken: true,
      });
    expect(briefly(places.get(null))).toEqual({ now: 0, before: of("2025", divided), same: [0, 0, 0], isBroken: true });
  });

  it("are all others as they were", async () => {
    const [then, today] = [await compare(hanoi, "then"), await compare(hanoi, "today")];
    const touched = new Set([heir, merged, moved, divided, first, second]);
    const others = [...then.values()].filter(({ id }) => !touched.has(id ?? ""));
    expect(others.length).toBeGreaterThan(100);
    expect(others.some(({ id }) => id === other)).toBe(true);
    for (const place of others) expect(today.get(place.id)).toEqual(place);
  });
});

describe("provinces", () => {
  it("have in the structure of then what plain SQL counts", async () => {
    const [places, plain] = [await compare(nation, "then"), await plainly()];
    expect(places.size).toBe(35);
    for (const place of places.values())
      for (const [year, side] of [
        ["2026", place.now],
        ["2025", place.before],
      ] as const)
        expect([place.id, year, { sum: Number(side.number), count: side.gave }]).toEqual([
          place.id,
          year,
          plain.get(`${year} ${place.id}`),
        ]);
  });

  it("gain and lose in the structure of today exactly what moved, and keep what was divided within them", async () => {
    const places = await compare(nation, "today");
    const plain = await plainly();
    const [inHanoi, inHue] = ["H26", "H57"].map((id) => plain.get(`2025 ${id}`)?.sum ?? Number.NaN) as [number, number];
    const gone = of("2025", moved);
    expect(Number(places.get("H26")?.before.number)).toBe(inHanoi - gone);
    expect(Number(places.get("H57")?.before.number)).toBe(inHue + gone);
    expect([places.get("H26")?.isBroken, places.get("H57")?.isBroken]).toEqual([false, false]);
    expect(Number(places.get("H57")?.same.before.number)).toBe(inHue + gone);
  });

  it("lose nothing and count nothing twice", async () => {
    const sum = (all: Map<string | null, ComparedPlace>, side: "now" | "before") =>
      [...all.values()].reduce((total, place) => total + Number(place[side].number), 0);
    const [then, today] = [await compare(nation, "then"), await compare(nation, "today")];
    for (const side of ["now", "before"] as const) expect(sum(today, side)).toBe(sum(then, side));
  });
});

describe("the changes", () => {
  it("are told as what became of each, to be read by anybody", async () => {
    const { changes } = await findRecast(["2026", "2025"]);
    expect(changes.map(({ periodId, agencyId, kind }) => [periodId, agencyId, kind]).sort()).toEqual(
      [
        ["2025", divided, "split"],
        ["2025", merged, "merged"],
        ["2025", moved, "moved"],
      ].sort(),
    );
    const told = changes.map(tellChange).join("\n");
    expect(told).toContain("không so sánh được từng đơn vị");
    expect(told).toContain("số liệu được cộng vào");
  });
});

describe("a ranking", () => {
  it("leaves out units that were merged, divided or withdrawn since, with the reason, and ranks the rest", async () => {
    const form = await findPeriodForm("2025");
    const { ranked, leftOut } = await findRanking(hanoi, "2025", form, { indicator: "B1" });
    const reasons = new Map(leftOut.map(({ candidate, reason }) => [candidate.id, reason.kind]));
    expect([merged, divided].map((id) => reasons.get(id ?? ""))).toEqual(["changed", "changed"]);
    expect(ranked.map(({ candidate }) => candidate.id)).toContain(heir);
    const now = await findRanking(hanoi, "2026", form, { indicator: "B1" });
    expect(now.leftOut.find(({ candidate }) => candidate.id === merged)?.reason.kind).toBe("withdrawn");
    const order = [...figures]
      .filter(([key]) => ranked.some(({ candidate }) => key === `2025 ${candidate.id}`))
      .map(([, number]) => number)
      .sort((a, b) => b - a);
    expect(ranked.map(({ value }) => value)).toEqual(order);
  });

  it("of provinces adds up communes only, and leaves out whose reports are not all accepted", async () => {
    const candidates = await listCandidates(nation, "2026", b1, new Set());
    expect(candidates.length).toBe(34);
    const [plainly] = await rows<{ sum: string; greatest: string }>(
      `select sum(f.number) as sum, max(f.number) as greatest from report r cross join lateral place_on(r.agency_id, r.due_on) p join report_figure f on f.version_id = r.accepted_version_id and f.indicator_id = 'B1'
       where r.period_id = '2026' and r.kind = 'own' and r.withdrawn_at is null and p.place_id = 'H26' and p.agency_kind = 'commune'`,
    );
    const city = candidates.find(({ id }) => id === "H26");
    expect([Number(city?.number), Number(city?.greatest)]).toEqual([Number(plainly?.sum), Number(plainly?.greatest)]);
    await rows(
      "update report set accepted_version_id = null, status = 'submitted' where period_id = '2026' and agency_id = $1",
      [other],
    );
    const { ranked, leftOut } = await findRanking(nation, "2026", await findPeriodForm("2026"), { indicator: "B18" });
    expect(leftOut.map(({ candidate, reason }) => [candidate.id, reason.kind])).toEqual([["H26", "notAccepted"]]);
    expect(ranked.length).toBe(33);
  });
});
