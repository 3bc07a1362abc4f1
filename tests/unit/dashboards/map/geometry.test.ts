import { describe, expect, it } from "vitest";
import { ARCHIPELAGOS, extents, SIZE } from "#lib/dashboards/map/extents";
import { nationOutlines, type Outline, provinceCodes, provinceOutlines, spriteOf } from "#lib/dashboards/map/geometry";
import units from "../../../../prisma/reference/administrative-units.current.json";

type Box = { left: number; top: number; right: number; bottom: number };

/** Where an outline lies: d3 writes absolute points only. */
function boxOf({ d }: Outline): Box {
  const points = [...d.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

const isWithin = (box: Box, { left, top, right, bottom }: Box) =>
  box.left >= left - 0.1 && box.top >= top - 0.1 && box.right <= right + 0.1 && box.bottom <= bottom + 0.1;

const outlineOf = (outlines: Outline[], code: string) => {
  const found = outlines.find((outline) => outline.code === code);
  if (!found) throw new Error(`No outline of ${code}.`);
  return found;
};

describe("the outlines of maps", () => {
  it("are of 34 provinces and, always, of Hoàng Sa and Trường Sa, each within the map", async () => {
    const outlines = await nationOutlines();
    expect(outlines.length).toBe(36);
    expect(new Set(outlines.map(({ code }) => code)).size).toBe(36);
    expect(outlines.map(({ code }) => code)).toEqual(expect.arrayContaining(ARCHIPELAGOS.map(({ code }) => code)));
    for (const outline of outlines) expect(isWithin(boxOf(outline), extents.nation)).toBe(true);
  });

  it("stand north up, and both archipelagos east of the provinces they belong to", async () => {
    const outlines = await nationOutlines();
    const [hanoi, caMau] = [boxOf(outlineOf(outlines, "01")), boxOf(outlineOf(outlines, "96"))];
    expect(hanoi.bottom).toBeLessThan(caMau.top);
    for (const { code, provinceCode } of ARCHIPELAGOS)
      expect(boxOf(outlineOf(outlines, code)).left).toBeGreaterThan(boxOf(outlineOf(outlines, provinceCode)).right);
  });

  it("fill no province with its outside: no outline is as large as the map", async () => {
    for (const outline of await nationOutlines()) {
      const { left, right, top, bottom } = boxOf(outline);
      expect((right - left) * (bottom - top)).toBeLessThan((SIZE.width * SIZE.height) / 4);
    }
  });

  it("are of every commune, each in the map of its own province", async () => {
    const codes = await provinceCodes();
    const maps = await Promise.all(codes.map(provinceOutlines));
    const all = maps.flat().map(({ code }) => code);
    expect(all.length).toBe(3321);
    expect(new Set(all).size).toBe(3321);
    expect(all.toSorted()).toEqual(units.communes.map(([code]) => String(code)).toSorted());
    expect(maps.flat().filter(({ d }) => d === "")).toEqual([]);
  }, 30_000);

  it("put each archipelago in a frame of its own on the map of its province", async () => {
    for (const { code, provinceCode } of ARCHIPELAGOS) {
      const outlines = await provinceOutlines(provinceCode);
      expect(isWithin(boxOf(outlineOf(outlines, code)), extents.frame)).toBe(true);
      for (const other of outlines.filter((outline) => outline.code !== code))
        expect(isWithin(boxOf(other), extents.besideFrame)).toBe(true);
    }
  });

  it("become a file whose parts are found by code", () => {
    expect(spriteOf([{ code: "01", d: "M0,0L1,1Z" }])).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg"><defs><path id="u01" d="M0,0L1,1Z"/></defs></svg>',
    );
  });
});
