/** What a pivot tells figures apart by. A facet is a property of the report; the indicator is what was asked. */
export const facets = ["place", "year", "kind", "type", "region"] as const;

export type Facet = (typeof facets)[number];

export const dimensions = ["indicator", ...facets] as const;

export type Dimension = (typeof dimensions)[number];

export const isDimension = (name: string): name is Dimension => (dimensions as readonly string[]).includes(name);

/** One row, column or filter of a dimension. `hint` stands beside its name. */
export type Member = { id: string; name: string; hint?: string };

const names: Record<Dimension, string> = {
  indicator: "Chỉ tiêu",
  place: "Tỉnh, thành phố",
  year: "Năm",
  kind: "Nhóm cơ quan",
  type: "Loại đơn vị",
  region: "Vùng",
};

/** What a dimension is called where the nation's places are provinces and a province's are units. */
export const dimensionName = (dimension: Dimension, isNation: boolean) =>
  dimension === "place" && !isNation ? "Đơn vị" : names[dimension];

/** A province lies in one region. */
export const dimensionsOf = (isNation: boolean): Dimension[] =>
  dimensions.filter((dimension) => isNation || dimension !== "region");
