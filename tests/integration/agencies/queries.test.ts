import { describe, expect, it } from "vitest";
import {
  findAgency,
  listAgencies,
  listChildren,
  listDutiesAround,
  listNames,
  listPassagesAbout,
  listProvinces,
  readTree,
} from "#lib/agencies/queries";
import { dutiesOf, matchedOtherNames } from "#lib/agencies/rules";
import { agencyFilters } from "#lib/agencies/schema";
import { freshDatabase } from "../../support/database.ts";

freshDatabase();

const today = "2026-11-23";
const list = (address: object) => listAgencies(agencyFilters.parse({ on: today, ...address }));
const found = async (q: string, address: object = {}) => (await list({ q, ...address })).agencies.map(({ id }) => id);

describe("the list of agencies", () => {
  it("holds those in force on the day, paged", async () => {
    const { day, total, agencies } = await list({ kind: "commune" });
    expect([day, total, agencies.length]).toEqual([today, 3321, 50]);
    expect((await list({ kind: "commune", page: "67" })).agencies).toHaveLength(21);
    expect((await list({ kind: "province", on: "2025-06-30" })).total).toBe(63);
  });

  it("filters by kind, type, province, region and state", async () => {
    expect((await list({ kind: "commune", province: "H26" })).total).toBe(126);
    expect((await list({ kind: "commune", province: "H26", type: "phường" })).total).toBe(51);
    expect((await list({ type: "đặc khu" })).total).toBe(13);
    expect((await list({ kind: "province", region: "Đông Nam Bộ" })).agencies.map(({ id }) => id).sort()).toEqual([
      "H19",
      "H29",
      "H53",
    ]);
    expect((await list({ state: "dissolved" })).total).toBe(52);
    expect((await list({ state: "dissolved", on: "2025-06-30" })).total).toBe(0);
  });

  it("counts every kind, whatever kind is shown", async () => {
    const { counts } = await list({ kind: "ministry", province: "H26" });
    expect(counts.filter(({ kind }) => kind === "commune")).toEqual([
      { kind: "commune", type: "xã", count: 75 },
      { kind: "commune", type: "phường", count: 51 },
    ]);
  });
});

describe("a search", () => {
  it("ignores diacritics", async () => {
    expect(await found("hoan kiem")).toEqual(["00070"]);
    expect(await found("Hoàn Kiếm")).toEqual(["00070"]);
    expect((await found("an giang"))[0]).toBe("H01");
  });

  it("leads from a former province to its successor and shows what was dissolved", async () => {
    for (const query of ["kien giang", "Kiên Giang"]) {
      const { agencies } = await list({ q: query });
      expect(agencies.map(({ id }) => id)).toEqual(["H01", "H01.CA", "H01.NV", "tinh-cu-91"]);
      expect(agencies[0] && matchedOtherNames(query, agencies[0])).toEqual([
        { name: "Kiên Giang", kind: "former", note: "tỉnh, thành phố đến 30/06/2025" },
      ]);
      expect(agencies[3]).toMatchObject({
        inForce: false,
        validTo: "2025-06-30",
        successors: [{ id: "H01", shortName: "Tỉnh An Giang" }],
      });
    }
  });

  it("finds places, the name before a change of type, and codes of another list", async () => {
    expect((await found("ha tay"))[0]).toBe("H26");
    expect((await found("vung tau", { kind: "province" }))[0]).toBe("H29");
    expect(await found("xa long thanh", { province: "H19" })).toEqual(["26368"]);
    expect(await found("06970")).toEqual(["06978"]);
    expect((await found("H26.CA"))[0]).toBe("H26.CA");
  });

  it("finds nothing rather than something else", async () => {
    expect(await found("không có nơi này")).toEqual([]);
  });
});

describe("the tree", () => {
  it("shows the branches of the nation, and below a province once it is opened", async () => {
    const closed = await readTree(today, []);
    expect(closed.branches).toEqual([
      { parentId: "VN", kind: "ministry", count: 17 },
      { parentId: "VN", kind: "centralBody", count: 27 },
      { parentId: "VN", kind: "centralFront", count: 6 },
      { parentId: "VN", kind: "province", count: 34 },
    ]);
    expect(closed.agencies).toEqual([]);

    const open = await readTree(today, ["VN:province", "H26", "H26:commune"]);
    expect(open.branches.filter(({ parentId }) => parentId === "H26").map(({ kind, count }) => [kind, count])).toEqual([
      ["provincePolice", 1],
      ["provinceHomeAffairs", 1],
      ["department", 16],
      ["provinceFront", 1],
      ["commune", 126],
    ]);
    expect(open.agencies).toHaveLength(34 + 3 + 126);
  });

  it("is of the day", async () => {
    const { branches } = await readTree("2025-06-30", []);
    expect(branches.find(({ kind }) => kind === "province")?.count).toBe(63);
    expect(await listProvinces("2025-06-30")).toHaveLength(63);
  });
});

describe("one agency", () => {
  it("has its terms, other names and successions both ways", async () => {
    const dongNai = await findAgency("H19", today);
    expect(dongNai?.terms.map(({ shortName, validFrom, validTo }) => [shortName, validFrom, validTo])).toEqual([
      ["Tỉnh Đồng Nai", "2025-07-01", "2026-04-29"],
      ["Thành phố Đồng Nai", "2026-04-30", null],
    ]);
    expect(dongNai?.predecessors.map(({ id }) => id)).toEqual(["tinh-cu-70", "tinh-cu-75"]);
    expect((await findAgency("tinh-cu-91", today))?.successors).toEqual([
      {
        id: "H01",
        shortName: "Tỉnh An Giang",
        effectiveOn: "2025-07-01",
        source: "Nghị quyết 202/2025/QH15 ngày 12/06/2025",
      },
    ]);
    expect(await findAgency("khong-co", today)).toBeNull();
  });

  it("has children by kind, paged", async () => {
    const first = await listChildren("H26", today, 1);
    expect(first.counts).toEqual([
      { kind: "provincePolice", count: 1 },
      { kind: "provinceHomeAffairs", count: 1 },
      { kind: "department", count: 16 },
      { kind: "provinceFront", count: 1 },
      { kind: "commune", count: 126 },
    ]);
    expect(first.agencies).toHaveLength(50);
    expect((await listChildren("H26", today, 3)).agencies).toHaveLength(45);
    expect(await listChildren("00070", today, 1)).toEqual({ counts: [], agencies: [] });
  });

  it("knows the duties that bind it and the passages that name it", async () => {
    const commune = (id: string, province: string) => ({
      id,
      kind: "commune" as const,
      path: `/VN/${province}/${id}/`,
      provinceId: province,
    });
    const hoanKiem = commune("00070", "H26");
    const dutiesIn = async (agency: typeof hoanKiem, day: string) =>
      dutiesOf(agency, await listDutiesAround(agency, day)).map(({ id }) => id);
    expect(await dutiesIn(hoanKiem, today)).toEqual(["ha-noi-co-so"]);
    expect(await dutiesIn(hoanKiem, "2025-11-09")).toEqual(["mac-dinh-xa"]);
    expect(await dutiesIn(commune("31105", "H13"), today)).toEqual(["mac-dinh-xa"]);

    const passages = await listPassagesAbout(hoanKiem, today);
    expect(passages.filter(({ kind, planId }) => kind === "duty" && planId.startsWith("kh-ubnd-ha-noi")).length).toBe(
      8,
    );
    expect(
      (await listPassagesAbout(commune("31105", "H13"), today)).filter(({ planId }) =>
        planId.startsWith("kh-ubnd-ha-noi"),
      ),
    ).toEqual([]);
    expect(
      (await listPassagesAbout({ id: "G16", kind: "ministry", path: "/VN/G16/" }, today)).map(({ id }) => id),
    ).toContain("tn-3");
  });

  it("names its recipients as they are called on the day", async () => {
    const names = await listNames(["G01"], "H19", "2026-04-29");
    expect(names.map(({ shortName }) => shortName).sort()).toEqual([
      "Bộ Công an",
      "Công an tỉnh Đồng Nai",
      "Sở Nội vụ tỉnh Đồng Nai",
    ]);
  });
});
