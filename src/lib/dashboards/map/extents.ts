/** The part of a map's `viewBox` that its shapes fill. */
export type Extent = { left: number; top: number; right: number; bottom: number };

/** Width and height of every map, in its own units. */
export const SIZE = { width: 640, height: 660 };

export const extents = {
  nation: { left: 8, top: 8, right: 632, bottom: 652 },
  province: { left: 12, top: 12, right: 628, bottom: 648 },
  besideFrame: { left: 12, top: 12, right: 628, bottom: 460 },
  frame: { left: 220, top: 500, right: 420, bottom: 640 },
} satisfies Record<string, Extent>;

/** The two archipelagos with the province each belongs to, and where the nation's map names them. Source: prisma/reference/SOURCES.md, 2. */
export const ARCHIPELAGOS = [
  { code: "20333", provinceCode: "48", label: "Quần đảo Hoàng Sa", x: 372, y: 246 },
  { code: "22736", provinceCode: "56", label: "Quần đảo Trường Sa", x: 410, y: 470 },
] as const;
