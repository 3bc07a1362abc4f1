import { beforeAll, expect, it } from "vitest";
import { agencyList } from "#lib/agencies/download";
import type { Actor } from "#lib/identity/actor";
import { auditList } from "#lib/identity/audit-trail/download";
import { peopleList } from "#lib/identity/people/download";
import type { FoundList } from "#lib/list-route";
import { partFigureList, partList } from "#lib/reports/consolidation/download";
import { reportList } from "#lib/reports/download";
import { dutyList } from "#lib/reports/obligations/download";
import type { ListCell } from "#lib/sheets/writing/list";
import { freshDatabase } from "../../support/database.ts";
import { aCommune, anActor, aReport, clerkOf, consolidated, openStage, police, reportOf } from "../reports/stage.ts";

freshDatabase();
beforeAll(openStage);

const asked = (actor: Actor, query = "", params: Record<string, string> = {}) => ({
  actor,
  query: new URLSearchParams(query),
  params,
  now: new Date("2026-11-05T02:00:00Z"),
  periods: ["2026"],
});

async function rowsOf(list: FoundList): Promise<ListCell[][]> {
  const rows: ListCell[][] = [];
  for await (const batch of list?.batches ?? []) rows.push(...batch);
  return rows;
}

it("holds every report of the own scope once, whatever the pages, and none beyond it", async () => {
  const all = await rowsOf(await reportList(asked(await anActor("G01", "consolidator"), "period=2026&page=7")));
  expect(all.length).toBeGreaterThan(3400);
  expect(new Set(all.map(([code, , , kind]) => `${code} ${kind}`)).size).toBe(all.length);
  const commune = await aCommune();
  expect((await rowsOf(await reportList(asked(await clerkOf(commune))))).map(([code]) => code)).toEqual([commune]);
  const ofHanoi = await reportList(asked(await police(), "period=2026&status=notStarted&q=ba dinh"));
  expect(ofHanoi?.filters).toEqual(["năm 2026", "trạng thái Chưa bắt đầu", "tìm “ba dinh”"]);
  expect((await rowsOf(ofHanoi)).every(([, name]) => String(name).includes("Ba Đình"))).toBe(true);
});

it("holds all agencies of a day, in batches, under the same filters as the page", async () => {
  const actor = await clerkOf(await aCommune());
  const all = await rowsOf(await agencyList(asked(actor)));
  expect(all.length).toBeGreaterThan(3400);
  expect(new Set(all.map(([code]) => code)).size).toBe(all.length);
  const list = await agencyList(asked(actor, "province=H26&kind=commune"));
  expect(await rowsOf(list)).toHaveLength(126);
  expect(list?.filters.join()).toMatch(/thuộc .*Hà Nội/);
});

it("gives people and the audit trail to administrators of their own subtree only", async () => {
  await clerkOf("00070");
  await clerkOf("30307");
  const ofHanoi = await anActor("H26", "administrator");
  expect(await peopleList(asked(await police()))).toBeNull();
  expect(await auditList(asked(await police()))).toBeNull();
  const people = await peopleList(asked(ofHanoi));
  expect(people?.holdsPeople).toBe("Người dùng");
  const held = (await rowsOf(people)).map(([, , , roles]) => String(roles)).join();
  expect(held).toContain("Hoàn Kiếm");
  expect(held).not.toContain("An Giang");
  await aReport("draft");
  const trail = await rowsOf(await auditList(asked(ofHanoi, "action=report.save")));
  expect(trail.length).toBeGreaterThan(0);
  expect(trail.every(([, , action]) => action === "Lưu báo cáo")).toBe(true);
});

it("holds the duties, the units of a consolidation and one figure by unit, as their pages do", async () => {
  const keeper = await police();
  expect((await rowsOf(await dutyList(asked(keeper, "period=2026")))).length).toBeGreaterThan(0);
  expect(await dutyList(asked(await clerkOf(await aCommune())))).toBeNull();
  const one = await aReport("accepted", { B1: 41 });
  const { report } = await consolidated("H26", keeper);
  const units = await rowsOf(await partList(asked(keeper, "", { id: report.id })));
  expect(units.filter(([, , , , , , counted]) => counted !== null)).toHaveLength(1);
  expect(units.length).toBeGreaterThan(126);
  const figures = await partFigureList(asked(keeper, "", { id: report.id, indicatorId: "B1" }));
  expect(await rowsOf(figures)).toMatchObject([[expect.any(String), 41, expect.any(String), expect.any(String), 1]]);
  expect(await partFigureList(asked(keeper, "", { id: report.id, indicatorId: "Z9" }))).toBeNull();
  expect(await partList(asked(await clerkOf(one.agencyId), "", { id: report.id }))).toBeNull();
  expect(await partList(asked(keeper, "", { id: (await reportOf(await aCommune())).id }))).toBeNull();
});
