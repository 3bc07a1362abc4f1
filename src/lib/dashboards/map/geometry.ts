import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type GeoPermissibleObjects, geoMercator, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { type Extent, extents } from "./extents.ts";

/** A unit's outline in the units of its map's `viewBox`; `code` is its code in the national list of administrative units. */
export type Outline = { code: string; d: string };

/** The provinces and, always, Hoàng Sa and Trường Sa where they lie. */
export async function nationOutlines(): Promise<Outline[]> {
  const map = await readTopology("provinces.topo.json");
  const all = [...featuresOf(map, "provinces"), ...featuresOf(map, "archipelagos")];
  return outlinesOf(all, all, extents.nation);
}

/** The communes of a province by its unit code; an archipelago that belongs to it stands in a frame of its own. */
export async function provinceOutlines(provinceCode: string): Promise<Outline[]> {
  const map = await readTopology("communes.topo.json");
  const communes = featuresOf(map, "communes", ({ p }) => p === provinceCode);
  const islands = featuresOf(map, "archipelagos", (islands) => islands.provinceCode === provinceCode);
  return [
    ...outlinesOf(communes, communes, islands.length > 0 ? extents.besideFrame : extents.province),
    ...outlinesOf(islands, islands, extents.frame),
  ];
}

export const provinceCodes = async () =>
  featuresOf(await readTopology("provinces.topo.json"), "provinces").map(({ id }) => String(id));

/** Paths of one map as a file that pages refer to by `<use href="…#u01">`: the page itself carries no geometry. */
export const spriteOf = (outlines: Outline[]) =>
  `<svg xmlns="http://www.w3.org/2000/svg"><defs>${outlines.map(({ code, d }) => `<path id="u${code}" d="${d}"/>`).join("")}</defs></svg>`;

type Shapes = ReturnType<typeof featuresOf>;

/** Small islands would vanish below a tenth of a pixel; a stroke keeps them on the map. */
function outlinesOf(shapes: Shapes, fitted: Shapes, { left, top, right, bottom }: Extent): Outline[] {
  if (shapes.length === 0) return [];
  const whole: GeoPermissibleObjects = { type: "FeatureCollection", features: fitted };
  const projection = geoMercator().fitExtent(
    [
      [left, top],
      [right, bottom],
    ],
    whole,
  );
  const draw = geoPath(projection).digits(1);
  return shapes.map((shape) => ({ code: String(shape.id), d: draw(shape) ?? "" }));
}

type Properties = Record<string, string>;

/** The shapes of a layer; those not wanted are left out before their arcs are joined, which is what takes time. */
function featuresOf(map: Topology, name: string, isWanted: (properties: Properties) => boolean = () => true) {
  const layer = map.objects[name] as GeometryCollection<Properties>;
  const geometries = layer.geometries.filter(({ properties }) => isWanted(properties ?? {}));
  return feature(map, { ...layer, geometries }).features;
}

const readTopology = async (file: string): Promise<Topology> =>
  JSON.parse(await readFile(join(process.cwd(), "prisma/reference", file), "utf8"));
