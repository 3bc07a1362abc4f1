import { type Kind, ofTheCity, ofTheNation, ofTheOtherProvince } from "./people.ts";
import type { Table } from "./table.ts";

/** An hour that has passed when the walk begins sends nothing before tomorrow. */
const SUBSCRIPTION = { address: "di-dao@vi-du.example", hour: 5, weekdaysOnly: true };

/** The morning note, its files and its letters are for who watches the scope; everybody ends a subscription of their own only. */
export function noteVisits(): Table {
  const scopes: { id: string; may: Kind[] }[] = [
    { id: "VN", may: ofTheNation },
    { id: "H26", may: [...ofTheNation, ...ofTheCity] },
    { id: "H57", may: [...ofTheNation, ...ofTheOtherProvince] },
    { id: "00070", may: [] },
  ];
  return {
    "/dashboards/[scopeId]/note": scopes.flatMap(({ id, may }) => [
      { to: `/dashboards/${id}/note`, what: `the morning note of ${id}`, may, id },
    ]),
    "GET /api/dashboards/[scopeId]/note/[format]": [
      ...scopes.flatMap(({ id, may }) =>
        (id === "VN" ? ["pdf"] : ["pdf", "docx"]).map((format) => ({
          to: `/api/dashboards/${id}/note/${format}`,
          what: `the note of ${id} as .${format}`,
          may,
          id,
        })),
      ),
      { to: "/api/dashboards/VN/note/exe", what: "the note as something else", may: [] },
    ],
    "POST /api/dashboards/[scopeId]/note/subscribe": scopes.map(({ id, may }) => ({
      to: `POST /api/dashboards/${id}/note/subscribe`,
      what: `getting the note of ${id} by mail`,
      body: SUBSCRIPTION,
      may,
      answer: 200,
      id,
    })),
    "POST /api/dashboards/[scopeId]/note/unsubscribe": [
      { to: "POST /api/dashboards/00070/note/unsubscribe", what: "ending what nobody has", body: {}, may: [] },
    ],
  };
}
