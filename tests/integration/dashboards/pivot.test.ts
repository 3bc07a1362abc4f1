import { beforeAll, describe, expect, it } from "vitest";
import { type FoundPivot, findPivot } from "#lib/dashboards/pivot/find";
import { printValue } from "#lib/dashboards/pivot/values";
import { findView, listViews } from "#lib/dashboards/pivot/views/queries";
import { retireView, saveView } from "#lib/dashboards/pivot/views/service";
import type { Scope } from "#lib/dashboards/policy";
import { findScope } from "#lib/dashboards/queries";
import { row, rows } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import { parametersOf } from "#lib/list-route";
import { applyObligations } from "#lib/reports/obligations/service";
import { freshDatabase } from "../../support/database.ts";
import { anActor, openStage, setClock } from "../reports/stage.ts";

freshDatabase();

const PERIODS = ["2026", "2025"];

/** Two of three units of the country have an accepted report in each of two years, with figures of every type. */
const ACCEPT = `
  with chosen as (
    select r.id, r.agency_id, hashtextextended(r.agency_id || r.period_id, 7) & 1023 as n from report r where r.kind = 'own'
  ), sent as (
    insert into report_version (report_id, number, document, document_hash, signed_by_id, signed_by_name, sent_at, late)
    select id, 1, '{}', 'x', $1, 'Lãnh đạo', campaign_now(), false from chosen where n % 3 > 0 returning id, report_id
  ), figures as (
    insert into report_figure (version_id, indicator_id, option, number, asked)
    select s.id, f.indicator_id, f.option, f.number, 1 from sent s join chosen c on c.id = s.report_id cross join lateral (values
      ('A1', '', (n % 5 > 0)::int), ('A9', '', n * 1.37), ('B1', '', n), ('B16', '', n % 50 + 1), ('B17', '', n % 50 / 2),
      ('C13', (array['Tốt', 'Khá', 'Trung bình', 'Yếu'])[1 + n % 4], 1), ('E5', '', n % 101)) f (indicator_id, option, number)
  )
  update report r set status = 'accepted', status_since = campaign_now(), sent_version_id = s.id, accepted_version_id = s.id from sent s where s.report_id = r.id`;

let officer: Actor;
let hanoiPolice: Actor;
let nation: Scope;
let hanoi: Scope;

beforeAll(async () => {
  await openStage();
  await applyObligations(null, "2025");
  await setClock("2026-11-23T09:00:00+07:00");
  officer = await anActor("G01", "recipientOfficer");
  hanoiPolice = await anActor("H26.CA", "recipientOfficer");
  await rows(ACCEPT, [officer.personId]);
  [nation, hanoi] = (await Promise.all([findScope(officer, "VN"), findScope(hanoiPolice, "H26")])) as [Scope, Scope];
});

const pivot = (scope: Scope, query: string) => findPivot(scope, PERIODS, parametersOf(new URLSearchParams(query)));

/** The cells of a table by “row group/row/column group/column”, as a person reads them. */
function cellsOf({ table, problem }: FoundPivot): Record<string, string> {
  if (!table) throw new Error(problem ?? "No table");
  return Object.fromEntries(
    table.rows.flatMap((down) =>
      table.columns.map((across) => [
        [down.groupName, down.name, across.groupName, across.name].join("/"),
        printValue(table.at(down, across), table.lineAt(down, across)),
      ]),
    ),
  );
}

const printed = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 2 });

/** Straight from the figures of accepted reports, placed as on the day each fell due. */
const recount = (columns: string, where: string, groups: string) =>
  rows<Record<string, string>>(
    `select ${columns} from report r cross join lateral place_on(r.agency_id, r.due_on) p join report_figure f on f.version_id = r.accepted_version_id
     where r.kind = 'own' and r.withdrawn_at is null and ${where} group by ${groups}`,
  );

describe("a pivot", () => {
  it("of the nation has the sums of its provinces in each year, as plain SQL counts them", async () => {
    const cells = cellsOf(await pivot(nation, "rows=place&columns=year&indicator=B1"));
    const plain = await recount("p.place_id, r.period_id, sum(f.number) as sum", "f.indicator_id = 'B1'", "1, 2");
    const names = new Map(
      (
        await rows<{ id: string; name: string }>(
          "select agency_id as id, short_name as name from agency_on('2026-11-23') where kind = 'province'",
        )
      ).map(({ id, name }) => [id, name]),
    );
    expect(plain.length).toBeGreaterThan(60);
    for (const { place_id = "", period_id, sum } of plain) {
      const name = names.get(place_id) ?? "Cơ quan trung ương";
      expect([name, cells[`${name}/${name}/${period_id}/${period_id}`]]).toEqual([name, printed.format(Number(sum))]);
    }
    for (const { period_id, sum } of await recount("r.period_id, sum(f.number) as sum", "f.indicator_id = 'B1'", "1"))
      expect(cells[`Cộng/Cộng/${period_id}/${period_id}`]).toBe(printed.format(Number(sum)));
  });

  it("divides the sums of each region and kind for a ratio, and counts answers", async () => {
    const cells = cellsOf(
      await pivot(nation, "rows=region&rows=kind&columns=indicator&indicator=B18&indicator=A1&indicator=C13&year=2026"),
    );
    const [plain] = await recount(
      `round(sum(f.number) filter (where indicator_id = 'B17') / sum(f.number) filter (where indicator_id = 'B16') * 100, 1) as ratio,
       (sum(f.number) filter (where indicator_id = 'A1'))::int as yes, sum(f.asked) filter (where indicator_id = 'A1') as asked,
       count(*) filter (where indicator_id = 'C13' and option = 'Khá') as fair`,
      "p.agency_kind = 'commune' and r.period_id = '2026' and p.place_id in (select agency_id from agency_term where kind = 'province' and region = 'Đông Nam Bộ')",
      "()",
    );
    const row = "Đông Nam Bộ/Xã, phường, đặc khu";
    const cell = (id: string) => Object.entries(cells).find(([key]) => key.startsWith(`${row}/${id}`))?.[1];
    expect(cell("B18")).toBe(`${printed.format(Number(plain?.ratio))} %`);
    expect(cell("A1")).toContain(`${plain?.yes}/${plain?.asked} (`);
    expect(cell("C13. Tự phân loại phong trào “Toàn dân bảo vệ an ninh Tổ quốc” của đơn vị: Khá")).toContain(
      `${plain?.fair}/${plain?.asked} (`,
    );
  });

  it("of a province has each unit's own figure, and no total of what cannot be added", async () => {
    const cells = cellsOf(await pivot(hanoi, "rows=place&columns=indicator&columns=year&indicator=E5&indicator=A9"));
    const own = await rows<Record<string, string>>(
      `select t.short_name as name, r.period_id, f.indicator_id, f.number from report r join agency_on('2026-11-23') t on t.agency_id = r.agency_id
       join report_figure f on f.version_id = r.accepted_version_id and f.indicator_id in ('A9', 'E5') where r.kind = 'own' and t.province_id = 'H26'`,
    );
    const find = (name: string, id: string, year: string) =>
      Object.entries(cells).find(([key]) => key.startsWith(`${name}/${name}/${id}. `) && key.endsWith(`/${year}`))?.[1];
    expect(own.length).toBeGreaterThan(200);
    for (const { name = "", period_id = "", indicator_id = "", number } of own)
      expect([name, find(name, indicator_id, period_id)]).toEqual([
        name,
        `${printed.format(Number(number))}${indicator_id === "E5" ? " %" : ""}`,
      ]);
    expect(find("Cộng", "E5", "2026")).toBe("không cộng được");
    const [sum] = await recount(
      "sum(f.number) as sum",
      "p.place_id = 'H26' and f.indicator_id = 'A9' and r.period_id = '2025'",
      "()",
    );
    expect(find("Cộng", "A9", "2025")).toBe(printed.format(Number(sum?.sum)));
  });

  it("says beside each year how many reports it counts of how many owed, under the same filters", async () => {
    const { years } = await pivot(hanoi, "rows=indicator&columns=year&type=phường");
    const [plain] = await rows<{ expected: number; counted: number }>(
      `select count(*) as expected, count(accepted_version_id) as counted from report r cross join lateral place_on(agency_id, due_on) p
       where r.kind = 'own' and period_id = '2026' and p.place_id = 'H26' and p.agency_type = 'phường'`,
    );
    expect(years.map(({ id }) => id)).toEqual(["2025", "2026"]);
    expect(years[1]).toMatchObject({ ...plain, hint: `${plain?.counted}/${plain?.expected} báo cáo` });
  });

  it("of a province never holds anything of another, whatever its address asks", async () => {
    const asked = await pivot(hanoi, "rows=place&columns=year&indicator=B1&place=H57&place=30307&place=VN");
    expect(asked.ignored).toEqual(["H57", "30307", "VN"]);
    const own = new Set(
      (await rows<{ id: string }>("select agency_id as id from agency_term where province_id = 'H26'")).map(
        ({ id }) => id,
      ),
    );
    const shown = asked.table?.rows.flatMap(({ members }) => members.place?.id ?? []) ?? [];
    expect(shown.length).toBeGreaterThan(100);
    expect(shown.filter((id) => !own.has(id))).toEqual([]);
    const total = cellsOf(asked)["Cộng/Cộng/2026/2026"];
    const [sum] = await recount(
      "sum(f.number) as sum",
      "p.place_id = 'H26' and f.indicator_id = 'B1' and r.period_id = '2026'",
      "()",
    );
    expect(total).toBe(printed.format(Number(sum?.sum)));
  });

  it("has the same total for a province from its units as from the kept sums of the nation", async () => {
    const query = "rows=indicator&columns=year&section=A&section=B&section=C";
    const fromUnits = cellsOf(await pivot(hanoi, query));
    const fromSums = cellsOf(await pivot(nation, `${query}&place=H26`));
    expect(fromUnits).toEqual(fromSums);
    expect(Object.values(fromUnits).filter((text) => text !== "–").length).toBeGreaterThan(10);
  });
});

describe("a saved view", () => {
  const definition = "rows=place&columns=indicator&indicator=B1";

  it("opens for whoever watches its scope, as it was saved, and in no other scope", async () => {
    const id = await saveView(hanoiPolice, { scopeId: "H26", title: "Mô hình theo đơn vị", definition });
    expect(await findView(hanoi, id)).toMatchObject({
      title: "Mô hình theo đơn vị",
      definition: { rows: ["place"], columns: ["indicator"], indicator: ["B1"] },
      agencyName: "Công an thành phố Hà Nội",
    });
    expect(await findView(nation, id)).toBeNull();
    const reader = await anActor("H26.NV", "reader");
    const theirs = await findScope(reader, "H26");
    expect(theirs && (await listViews(theirs)).map((view) => view.id)).toEqual([id]);
    expect(await row("select action, scope_path from audit_entry where subject_id = $1", [id])).toEqual({
      action: "pivotView.save",
      scope_path: "/VN/H26/",
    });
  });

  it("has one name in an agency, and makes a table", async () => {
    const save = (title: string, words: string) => saveView(hanoiPolice, { scopeId: "H26", title, definition: words });
    await expect(save("mô hình theo Đơn vị", definition)).rejects.toThrow("đã lưu một bảng tên");
    await expect(save("Hỏng", "rows=place&columns=year")).rejects.toThrow("không cộng được với nhau");
    const both = await Promise.allSettled([save("Hai lần", definition), save("Hai lần", definition)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("is saved by nobody who does not watch the scope", async () => {
    const input = { title: "Của người khác", definition };
    await expect(saveView(hanoiPolice, { ...input, scopeId: "VN" })).rejects.toThrow("Không tìm thấy");
    await expect(saveView(hanoiPolice, { ...input, scopeId: "H57" })).rejects.toThrow("Không tìm thấy");
    for (const [agency, role] of [
      ["00070", "head"],
      ["H26.CA", "reporter"],
    ] as const)
      await expect(saveView(await anActor(agency, role), { ...input, scopeId: "H26" })).rejects.toThrow(
        "Không tìm thấy",
      );
  });

  it("is taken away by its maker or a colleague, not by another agency, and then opens nothing", async () => {
    const viewId = await saveView(hanoiPolice, { scopeId: "H26", title: "Sẽ gỡ", definition });
    const there = { scopeId: "H26", viewId };
    await expect(retireView(officer, there)).rejects.toThrow("do Công an thành phố Hà Nội lưu");
    await expect(retireView(officer, { scopeId: "VN", viewId })).rejects.toThrow("Không tìm thấy");
    await retireView(await anActor("H26.CA", "head"), there);
    expect(await findView(hanoi, viewId)).toBeNull();
    await expect(retireView(hanoiPolice, there)).rejects.toThrow("Không tìm thấy");
    const again = await saveView(hanoiPolice, { scopeId: "H26", title: "Sẽ gỡ", definition });
    expect(again).not.toBe(viewId);
  });
});
