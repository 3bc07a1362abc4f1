import { type Kind, ofTheCity, ofTheNation, ofTheOtherProvince } from "./people.ts";
import type { Table, Visit } from "./table.ts";

const scopes: { id: string; may: Kind[] }[] = [
  { id: "VN", may: ofTheNation },
  { id: "H26", may: [...ofTheNation, ...ofTheCity] },
  { id: "H57", may: [...ofTheNation, ...ofTheOtherProvince] },
  { id: "00070", may: [] },
];

const ofScopes = (what: string, place: (scopeId: string) => string): Visit[] =>
  scopes.map(({ id, may }) => ({ to: place(id), what: `${what} of ${id}`, may, id }));

/** Figures are for who watches their scope, in whatever structure, year or order they are asked for. */
export function figureVisits(): Table {
  return {
    "/dashboards/[scopeId]/figures": [
      ...ofScopes("the figures", (id) => `/dashboards/${id}/figures`),
      ...ofScopes("a ratio of today's units", (id) => `/dashboards/${id}/figures?indicator=B18&structure=today`),
    ],
    "/dashboards/[scopeId]/figures/[indicatorId]": [
      ...ofScopes("the parts of a sum", (id) => `/dashboards/${id}/figures/B1?period=2025`),
      ...ofScopes("the parts of a choice", (id) => `/dashboards/${id}/figures/C13`),
      { to: "/dashboards/VN/figures/A2", what: "the parts of what is no figure", may: [], id: "VN" },
    ],
    "/dashboards/[scopeId]/ranking": [
      ...ofScopes("the ranking", (id) => `/dashboards/${id}/ranking`),
      ...ofScopes("a ranking by count", (id) => `/dashboards/${id}/ranking?period=2025&indicator=B1&type=x%C3%A3`),
    ],
    "GET /api/dashboards/[scopeId]/ranking/download": ofScopes(
      "a ranking as a file",
      (id) => `/api/dashboards/${id}/ranking/download?period=2025&indicator=C3&least=10&format=csv`,
    ),
    "GET /api/dashboards/[scopeId]/figures/[indicatorId]/download": ofScopes(
      "the parts of a ratio as a file",
      (id) => `/api/dashboards/${id}/figures/B18/download?period=2025&format=csv`,
    ),
    "GET /api/dashboards/[scopeId]/figures/download": ofScopes(
      "a figure as a file",
      (id) => `/api/dashboards/${id}/figures/download?period=2025&indicator=C13&format=csv`,
    ),
  };
}
