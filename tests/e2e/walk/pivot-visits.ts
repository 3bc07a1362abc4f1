import { type Kind, ofTheCity, ofTheNation, ofTheOtherProvince } from "./people.ts";
import type { Table } from "./table.ts";

/** No view has this word in its link. */
const NO_VIEW = "khong-co-bang";

/** Pivots are for who watches their scope, whatever filters their address has; so are the views saved of them. */
export function pivotVisits(): Table {
  const scopes: { id: string; may: Kind[] }[] = [
    { id: "VN", may: ofTheNation },
    { id: "H26", may: [...ofTheNation, ...ofTheCity] },
    { id: "H57", may: [...ofTheNation, ...ofTheOtherProvince] },
    { id: "00070", may: [] },
  ];
  const units = "?rows=place&columns=indicator&indicator=B1&place=00070&place=30307";
  return {
    "/dashboards/[scopeId]/pivot": scopes.flatMap(({ id, may }) => [
      { to: `/dashboards/${id}/pivot`, what: `the pivot of ${id}`, may, id },
      { to: `/dashboards/${id}/pivot${units}`, what: `the pivot of ${id} with units of two provinces`, may, id },
      { to: `/dashboards/${id}/pivot?view=${NO_VIEW}`, what: `a view nobody saved of ${id}`, may: [], id },
    ]),
    "GET /api/dashboards/[scopeId]/pivot/download": scopes.map(({ id, may }) => ({
      to: `/api/dashboards/${id}/pivot/download${units}&format=csv`,
      what: `the pivot of ${id} as a file`,
      may,
      id,
    })),
    "POST /api/dashboards/[scopeId]/views": scopes.map(({ id, may }) => ({
      to: `POST /api/dashboards/${id}/views`,
      what: `saving a table of ${id} that adds up different things`,
      body: { title: "Bảng thử", definition: "rows=place&columns=year" },
      may,
      answer: 422,
      id,
    })),
    "POST /api/dashboards/[scopeId]/views/[viewId]/retire": scopes.map(({ id }) => ({
      to: `POST /api/dashboards/${id}/views/${NO_VIEW}/retire`,
      what: `taking away a view nobody saved of ${id}`,
      body: {},
      may: [],
      id,
    })),
  };
}
