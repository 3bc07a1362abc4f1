import { beforeAll, describe, expect, it } from "vitest";
import { NATION, type Scope } from "#lib/dashboards/policy";
import { countQuality, listQuality, listQualityReportIds } from "#lib/dashboards/quality/queries";
import { type QualityList, qualityLists, thresholds } from "#lib/dashboards/quality/rules";
import { row, rows } from "#lib/db";
import { applyObligations } from "#lib/reports/obligations/service";
import { refreshPeers } from "#lib/reports/peers";
import { freshDatabase } from "../../support/database.ts";
import { aCommune, clerkOf, openStage } from "../reports/stage.ts";

freshDatabase();

const nation: Scope = { id: NATION, name: "Toàn quốc", path: "/VN/", isNation: true, unitCode: null };
const hanoi: Scope = { id: "H26", name: "Hà Nội", path: "/VN/H26/", isNation: false, unitCode: "01" };
const names = Object.keys(qualityLists) as QualityList[];

const CELLS = Array.from({ length: 12 }, (_, index) => `B${index + 1}`);
const figures = (of: (cell: string, index: number) => number) =>
  Object.fromEntries(CELLS.map((cell, index) => [cell, of(cell, index)]));

type Sent = {
  period?: "2025" | "2026";
  figures: Record<string, number>;
  explanations?: Record<string, string>;
  at?: string;
  nothing?: boolean;
  accepted?: boolean;
};

/** A version of a unit's report as sending leaves it behind. */
async function send(agencyId: string, sent: Sent) {
  const {
    period = "2026",
    explanations = {},
    at = `${period}-11-03T09:00:00+07:00`,
    accepted = period === "2025",
  } = sent;
  const { personId } = await clerkOf(agencyId);
  await rows(
    `with sent as (
       insert into report_version (report_id, number, document, document_hash, signed_by_id, signed_by_name, sent_at, late)
       select r.id, 1 + (select count(*) from report_version v where v.report_id = r.id), jsonb_build_object('figures', $3::jsonb, 'explanations', $4::jsonb), 'x', $5, 'Người ký', $6::timestamptz, false
       from report r where r.period_id = $1 and r.agency_id = $2 and r.kind = 'own' returning id, report_id, sent_at
     ), told as (
       insert into report_figure (version_id, indicator_id, number) select sent.id, f.key, f.value::numeric from sent cross join jsonb_each_text($3) f
     )
     update report r set sent_version_id = sent.id, accepted_version_id = case when $8 then sent.id else r.accepted_version_id end,
       status = (case when $8 then 'accepted' else 'submitted' end)::report_status, status_since = sent.sent_at,
       first_sent_at = coalesce(r.first_sent_at, sent.sent_at), late = false, nothing_to_report = $7
     from sent where r.id = sent.report_id`,
    [
      period,
      agencyId,
      JSON.stringify(sent.figures),
      JSON.stringify(explanations),
      personId,
      at,
      sent.nothing ?? false,
      accepted,
    ],
  );
}

/** In the list or not, as each test needs them: communes of Hà Nội. */
const units = {} as Record<QualityList | "plain" | "almostSame" | "nothingBefore", string>;

beforeAll(async () => {
  await applyObligations(null, "2025");
  await openStage();
  for (const name of [...names, "plain", "almostSame", "nothingBefore"] as const) units[name] = await aCommune();

  const before = figures((_, index) => 10 + index);
  const all = Object.values(units);
  for (const [place, unit] of all.entries())
    await send(unit, {
      period: "2025",
      figures: unit === units.nothingBefore ? figures(() => 0) : { ...before, B3: 10 + place },
    });
  await refreshPeers("2025");

  const others = figures((_, index) => 11 + index);
  await rows("analyze");
  await send(units.plain, { figures: others });
  await send(units.explained, { figures: others, explanations: { B1: "Thành lập thêm." } });
  await send(units.outlying, { figures: { ...others, B3: 1_000_000 } });
  await send(units.same, { figures: { ...before, B3: 15 } });
  const few = Math.ceil(CELLS.length * thresholds.same.share) - 1;
  await send(units.almostSame, { figures: figures((_, index) => 10 + index + Number(index >= few)) });
  await send(units.zeros, { figures: figures((_, index) => (index % 2 === 0 ? 0 : 11 + index)) });
  await send(units.lastHour, { figures: others, at: "2026-11-09T23:30:00+07:00" });
  await send(units.corrected, { figures: others, accepted: true });
  await send(units.corrected, { figures: { ...others, B1: 12 }, at: "2026-11-04T09:00:00+07:00", accepted: true });
  await send(units.nothing, { figures: {}, nothing: true });
  await send(units.nothingBefore, { figures: {}, nothing: true });
}, 60_000);

const agenciesIn = async (list: QualityList, scope = hanoi) =>
  (await listQuality("2026", scope, list, { limit: 200 })).map(({ agencyId }) => agencyId);

/** How many reports of each year had something else kept than a look at them tells. */
const repaired = async () =>
  Promise.all(
    ["2025", "2026"].map(
      async (period) => (await row<{ wrong: number }>("select repair_quality($1) as wrong", [period]))?.wrong,
    ),
  );

describe("the lists of what somebody should look at", () => {
  it.each(names)("“%s” holds the unit it is made for and not the plain one", async (list) => {
    const found = await agenciesIn(list);
    expect(found).toContain(units[list]);
    expect(found).not.toContain(units.plain);
  });

  it("say nothing just below a threshold, nor of a unit that had nothing last year either", async () => {
    expect(await agenciesIn("same")).not.toContain(units.almostSame);
    expect(await agenciesIn("nothing")).not.toContain(units.nothingBefore);
    expect(await agenciesIn("zeros")).not.toContain(units.nothing);
  });

  it("name the cells that were found", async () => {
    const [outlying] = await listQuality("2026", hanoi, "outlying");
    expect(outlying).toMatchObject({ agencyId: units.outlying, cells: ["B3"] });
    const [explained] = await listQuality("2026", hanoi, "explained");
    expect(explained).toMatchObject({ cells: ["B1"] });
    const zeros = (await listQuality("2026", hanoi, "zeros")).find(({ agencyId }) => agencyId === units.zeros);
    expect(zeros).toMatchObject({ words: "6 / 12", cells: CELLS.filter((_, index) => index % 2 === 0).toSorted() });
  });

  it("are as long as their counts say, and their reminders go to exactly their units", async () => {
    for (const scope of [nation, hanoi]) {
      const counts = await countQuality("2026", scope);
      for (const list of names) {
        const found = await listQuality("2026", scope, list, { limit: 5_000 });
        const ids = await listQualityReportIds("2026", scope, list);
        expect(found.length, list).toBe(counts[list]);
        expect(new Set(ids).size, list).toBe(counts[list]);
      }
    }
  });

  it("follow what is sent anew, and what the year before turns out to have been", async () => {
    await send(units.zeros, { figures: figures((_, index) => 11 + index) });
    expect(await agenciesIn("zeros")).not.toContain(units.zeros);
    await send(units.plain, { period: "2025", figures: figures((_, index) => 11 + index) });
    expect(await agenciesIn("same")).toContain(units.plain);
    expect(await repaired()).toEqual([0, 0]);
  });

  it("are put right by the nightly check when what is kept was spoilt", async () => {
    await rows(
      "update report_quality set zeros = zeros + 1 where report_id in (select id from report where agency_id = $1)",
      [units.plain],
    );
    expect(await repaired()).toEqual([1, 1]);
    expect(await repaired()).toEqual([0, 0]);
  });

  it("of a province hold nobody else's units", async () => {
    const elsewhere = await row<{ id: string }>(
      "select agency_id as id from agency_on(campaign_today()) where kind = 'commune' and province_id <> 'H26' order by 1 limit 1",
    );
    await send(elsewhere?.id ?? "", { figures: figures(() => 3), explanations: { B2: "Có lý do." } });
    expect(await agenciesIn("explained", nation)).toContain(elsewhere?.id);
    expect(await agenciesIn("explained")).not.toContain(elsewhere?.id);
  });
});
