import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pool, row, rows } from "#lib/db";
import { loadReferenceData } from "#lib/reference/load";
import { freshDatabase } from "../../support/database.ts";

freshDatabase();

const countsOn = async (day: string) => {
  const counted = await rows<{ what: string; count: number }>(
    "select case kind when 'commune' then type else kind::text end as what, count(*) from agency_on($1) where kind in ('province', 'commune') group by 1",
    [day],
  );
  return Object.fromEntries(counted.map(({ what, count }) => [what, count]));
};

describe("agencies of a day", () => {
  it("are 63 provinces until 30 June 2025, 34 from 1 July", async () => {
    expect(await countsOn("2025-06-30")).toEqual({ province: 63 });
    expect(await countsOn("2025-07-01")).toEqual({ province: 34, phường: 687, xã: 2621, "đặc khu": 13 });
  });

  it("change on 30 April 2026 in Đồng Nai", async () => {
    expect(await countsOn("2026-04-29")).toEqual({ province: 34, phường: 687, xã: 2621, "đặc khu": 13 });
    expect(await countsOn("2026-04-30")).toEqual({ province: 34, phường: 697, xã: 2611, "đặc khu": 13 });
    const names = (day: string) =>
      rows<{ name: string }>(
        "select name from agency_on($1) where agency_id in ('H19', 'H19.CA', 'H19.NV', '26368') order by agency_id",
        [day],
      );
    expect((await names("2026-04-29")).map(({ name }) => name)).toEqual([
      "Ủy ban nhân dân xã Long Thành",
      "Ủy ban nhân dân tỉnh Đồng Nai",
      "Công an tỉnh Đồng Nai",
      "Sở Nội vụ (Ban Thi đua - Khen thưởng) tỉnh Đồng Nai",
    ]);
    expect((await names("2026-04-30")).map(({ name }) => name)).toEqual([
      "Ủy ban nhân dân phường Long Thành",
      "Ủy ban nhân dân thành phố Đồng Nai",
      "Công an thành phố Đồng Nai",
      "Sở Nội vụ (Ban Thi đua - Khen thưởng) thành phố Đồng Nai",
    ]);
  });

  it("are today exactly the units of the current national list", async () => {
    const current = JSON.parse(readFileSync("prisma/reference/administrative-units.current.json", "utf8"));
    const units = await rows<{ code: string; name: string; type: string; province: string; region: string }>(
      `select a.unit_code as code, a.short_name as name, a.type, p.unit_code as province, a.region
       from agency_on('2026-11-23') a join agency_on('2026-11-23') p on p.agency_id = a.province_id where a.kind in ('province', 'commune') order by a.unit_code`,
    );
    const communes = units
      .filter(({ code }) => code.length === 5)
      .map(({ code, name, type, province }) => [code, name, type, province]);
    expect(communes).toEqual(current.communes.toSorted());
    const provinces = units
      .filter(({ code }) => code.length === 2)
      .map(({ code, name, type, region }) => ({ code, name, type, region }));
    expect(provinces).toEqual(current.provinces.map(({ shortName, ...province }: { shortName: string }) => province));
  });

  it("have names and offices as the documents write them", async () => {
    const ids = ["00070", "G01", "H26", "H26.CA", "H26.MT", "H26.NV", "H26.TTR", "H29", "VN"];
    const named = await rows<{ id: string; name: string; shortName: string; path: string; oversight: string }>(
      `select agency_id as id, name, short_name as "shortName", path, oversight from agency_on('2026-11-23') where agency_id = any ($1) order by agency_id`,
      [ids],
    );
    expect(named).toEqual([
      {
        id: "00070",
        name: "Ủy ban nhân dân phường Hoàn Kiếm",
        shortName: "Phường Hoàn Kiếm",
        path: "/VN/H26/00070/",
        oversight: "/VN/H26/00070/",
      },
      { id: "G01", name: "Bộ Công an", shortName: "Bộ Công an", path: "/VN/G01/", oversight: "/VN/" },
      {
        id: "H26",
        name: "Ủy ban nhân dân thành phố Hà Nội",
        shortName: "Thành phố Hà Nội",
        path: "/VN/H26/",
        oversight: "/VN/H26/",
      },
      {
        id: "H26.CA",
        name: "Công an thành phố Hà Nội",
        shortName: "Công an thành phố Hà Nội",
        path: "/VN/H26/H26.CA/",
        oversight: "/VN/H26/",
      },
      {
        id: "H26.MT",
        name: "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội",
        shortName: "Mặt trận Tổ quốc thành phố Hà Nội",
        path: "/VN/H26/H26.MT/",
        oversight: "/VN/H26/H26.MT/",
      },
      {
        id: "H26.NV",
        name: "Sở Nội vụ (Ban Thi đua - Khen thưởng) thành phố Hà Nội",
        shortName: "Sở Nội vụ thành phố Hà Nội",
        path: "/VN/H26/H26.NV/",
        oversight: "/VN/H26/",
      },
      {
        id: "H26.TTR",
        name: "Thanh tra thành phố Hà Nội",
        shortName: "Thanh tra Thành phố",
        path: "/VN/H26/H26.TTR/",
        oversight: "/VN/H26/H26.TTR/",
      },
      {
        id: "H29",
        name: "Ủy ban nhân dân Thành phố Hồ Chí Minh",
        shortName: "Thành phố Hồ Chí Minh",
        path: "/VN/H29/",
        oversight: "/VN/H29/",
      },
      { id: "VN", name: "Chính phủ", shortName: "Cả nước", path: "/VN/", oversight: "/VN/" },
    ]);
  });

  it("each have every province's Công an and Sở Nội vụ, and Hà Nội's 16 other bodies and Front", async () => {
    const counted = await rows(
      "select kind, count(*) from agency_on('2026-11-23') where kind not in ('province', 'commune') group by kind order by kind",
    );
    expect(counted).toEqual([
      { kind: "government", count: 1 },
      { kind: "ministry", count: 17 },
      { kind: "centralBody", count: 27 },
      { kind: "centralFront", count: 6 },
      { kind: "provincePolice", count: 34 },
      { kind: "provinceHomeAffairs", count: 34 },
      { kind: "department", count: 16 },
      { kind: "provinceFront", count: 1 },
    ]);
  });
});

describe("the tree through time", () => {
  it("never has two terms of an agency on one day", async () => {
    const overlapping = await rows(
      `select one.agency_id from agency_term one join agency_term other on other.agency_id = one.agency_id and other.id > one.id
       and daterange(one.valid_from, one.valid_to, '[]') && daterange(other.valid_from, other.valid_to, '[]')`,
    );
    expect(overlapping).toEqual([]);
  });

  it("has a parent in force on every day of a child, and the parent's path before its own", async () => {
    const orphans = await rows(
      `select c.agency_id from agency_term c where c.parent_id is not null and not exists (
         select from agency_term p where p.agency_id = c.parent_id and c.path = p.path || c.agency_id || '/'
         having range_agg(daterange(p.valid_from, p.valid_to, '[]')) @> daterange(c.valid_from, c.valid_to, '[]'))`,
    );
    expect(orphans).toEqual([]);
  });

  it("hands 52 dissolved provinces to 23 of the 34, and leaves 11 as they were", async () => {
    expect(
      await row(
        "select count(*), count(distinct successor_id) as successors, count(distinct former_id) as formers from agency_succession",
      ),
    ).toEqual({ count: 52, successors: 23, formers: 52 });
    expect(
      await row("select count(*) from agency_term where kind = 'province' and valid_from is null and valid_to is null"),
    ).toEqual({ count: 11 });
    expect(
      await rows("select former_id, effective_on from agency_succession where successor_id = 'H01' order by 1"),
    ).toEqual([
      { former_id: "tinh-cu-89", effective_on: "2025-07-01" },
      { former_id: "tinh-cu-91", effective_on: "2025-07-01" },
    ]);
  });

  it("names only agencies that exist as other names and actors of plans", async () => {
    expect(
      await rows("select agency_id from agency_other_name where agency_id not in (select id from agency)"),
    ).toEqual([]);
    const actors = await rows<{ actor: string }>("select distinct unnest(actor_agencies) as actor from plan_passage");
    const ids = actors.map(({ actor }) => actor).filter((actor) => !actor.startsWith("kind:"));
    expect(await row("select count(*) from agency where id = any ($1)", [ids])).toEqual({ count: ids.length });
  });
});

describe("plans, form and duties", () => {
  it("are loaded whole", async () => {
    expect(
      await rows(
        "select plan_id, kind, count(*) from plan_passage where kind in ('content', 'target', 'duty') group by 1, 2 order by 1, 2",
      ),
    ).toEqual([
      { plan_id: "kh-ubnd-ha-noi-2025-tdbvantq", kind: "content", count: 6 },
      { plan_id: "kh-ubnd-ha-noi-2025-tdbvantq", kind: "duty", count: 35 },
      { plan_id: "kh-ubnd-kien-giang-2023", kind: "target", count: 25 },
      { plan_id: "qd-2447-qd-ttg-2025", kind: "content", count: 6 },
      { plan_id: "qd-2447-qd-ttg-2025", kind: "duty", count: 9 },
    ]);
    expect(
      await rows(
        "select g.plan_id, count(distinct g.id) as groups, count(*) as criteria from subject_group g join criterion c on c.group_id = g.id group by 1 order by 1",
      ),
    ).toEqual([
      { plan_id: "kh-ubnd-ha-noi-2025-tdbvantq", groups: 4, criteria: 16 },
      { plan_id: "qd-2447-qd-ttg-2025", groups: 5, criteria: 16 },
    ]);
    expect(
      await row("select id, version, jsonb_array_length(definition->'sections') as sections from report_form"),
    ).toEqual({ id: "bao-cao-nam", version: 1, sections: 7 });
  });

  it("say which passages were read from a scan", async () => {
    expect(
      await row(
        "select reconstructed, ocr_similarity from plan_passage where plan_id = 'qd-2447-qd-ttg-2025' and id = 'md-1'",
      ),
    ).toEqual({ reconstructed: true, ocr_similarity: "0.92" });
    expect(
      await row("select count(*) from plan_passage where reconstructed and plan_id <> 'qd-2447-qd-ttg-2025'"),
    ).toEqual({ count: 0 });
  });

  it("name reporters, recipients and the last day on time", async () => {
    expect(
      await rows("select id, scope_path, recipients, due_month, due_day, is_default from reporting_duty order by id"),
    ).toEqual([
      {
        id: "2447-tinh",
        scope_path: "/VN/",
        recipients: ["G01", "G09"],
        due_month: 11,
        due_day: 29,
        is_default: false,
      },
      { id: "2447-toan-quoc", scope_path: "/VN/G01/", recipients: [], due_month: 11, due_day: 29, is_default: false },
      {
        id: "2447-trung-uong",
        scope_path: "/VN/",
        recipients: ["G01", "G09"],
        due_month: 11,
        due_day: 29,
        is_default: false,
      },
      {
        id: "ha-noi-co-so",
        scope_path: "/VN/H26/",
        recipients: ["@police", "@homeAffairs"],
        due_month: 11,
        due_day: 9,
        is_default: false,
      },
      {
        id: "mac-dinh-xa",
        scope_path: "/VN/",
        recipients: ["@police", "@homeAffairs"],
        due_month: 11,
        due_day: 9,
        is_default: true,
      },
    ]);
  });
});

describe("loading again", () => {
  it("changes nothing and is quick", async () => {
    const before = performance.now();
    expect(await loadReferenceData()).toBe(false);
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it("brings back the files' values and keeps what people decided", async () => {
    await pool.query("update agency_term set name = 'Sai' where agency_id = '00070'");
    await pool.query(
      "update plan_passage set confirmed_name = 'Người đối chiếu', confirmed_at = now() where id in ('md-1', 'md-2')",
    );
    await pool.query("update plan_passage set text = 'Chữ cũ' where id = 'md-2'");
    await pool.query("update reporting_duty set due_day = 5, version = 2 where id = 'ha-noi-co-so'");
    await pool.query("update reporting_period set opens_on = '2026-10-15' where id = '2026'");
    await pool.query("update reference_load set content_hash = 'older files'");

    expect(await loadReferenceData()).toBe(true);

    expect(await row("select name from agency_term where agency_id = '00070'")).toEqual({
      name: "Ủy ban nhân dân phường Hoàn Kiếm",
    });
    expect(
      await rows(
        "select id, confirmed_name, text = 'Chữ cũ' as stale from plan_passage where id in ('md-1', 'md-2') order by id",
      ),
    ).toEqual([
      { id: "md-1", confirmed_name: "Người đối chiếu", stale: false },
      { id: "md-2", confirmed_name: null, stale: false },
    ]);
    expect(await row("select due_day from reporting_duty where id = 'ha-noi-co-so'")).toEqual({ due_day: 5 });
    expect(await row("select opens_on from reporting_period where id = '2026'")).toEqual({ opens_on: "2026-10-15" });
    expect(await row("select count(*) from agency_term")).toEqual({ count: 3556 });
  });

  it("is done once by several at the same time", async () => {
    await pool.query("update reference_load set content_hash = 'older files'");
    const loaded = await Promise.all([1, 2, 3].map(() => loadReferenceData()));
    expect(loaded.filter(Boolean)).toHaveLength(1);
  });
});
