import { allBut, everybody, type Kind, ofTheCity, ofTheNation, ofTheOtherProvince } from "./people.ts";
import type { Table, Visit } from "./table.ts";

const NOBODY = "00000000-0000-4000-8000-000000000000";

/** Who looks after the nation, or after a province of their own. */
const watchers: Kind[] = [...ofTheNation, ...ofTheCity, ...ofTheOtherProvince];

/** Of those, whoever works with the reports; a reader only looks. */
const reminding = watchers.filter((kind) => kind !== "reader");

const OVERDUE = encodeURIComponent("/reports?period=2026&kind=own&standing=overdue");

/** A dashboard is for who looks after its scope: the nation's for nobody below, a province's for no other province. */
export function dashboardVisits(): Table {
  const ofScopes = (route: string, what: string, query = ""): Visit[] =>
    [
      { id: "VN", may: ofTheNation },
      { id: "H26", may: [...ofTheNation, ...ofTheCity] },
      { id: "H57", may: [...ofTheNation, ...ofTheOtherProvince] },
      { id: "00070", may: [] },
    ].map(({ id, may }) => ({ to: `${route.replace("[scopeId]", id)}${query}`, what: `${what} of ${id}`, may, id }));
  return {
    "/dashboards": [{ to: "/dashboards", what: "the way to the own dashboard", may: watchers, answer: 307 }],
    "/dashboards/[scopeId]": [
      ...ofScopes("/dashboards/[scopeId]", "the overview"),
      ...ofScopes("/dashboards/[scopeId]", "the overview by a figure", "?period=2025&measure=C3&sort=-overdue"),
    ],
    "/dashboards/[scopeId]/arrivals": [
      ...ofScopes("/dashboards/[scopeId]/arrivals", "the arrivals"),
      ...ofScopes("/dashboards/[scopeId]/arrivals", "the arrivals of the centre in 2025", "?period=2025&level=central"),
    ],
    "/dashboards/[scopeId]/quality": ofScopes("/dashboards/[scopeId]/quality", "the quality lists", "?list=zeros"),
    "GET /api/dashboards/[scopeId]/download": ofScopes(
      "/api/dashboards/[scopeId]/download",
      "the table",
      "?format=csv",
    ),
    "GET /api/dashboards/[scopeId]/arrivals/download": ofScopes(
      "/api/dashboards/[scopeId]/arrivals/download",
      "the arrivals by day",
      "?format=csv",
    ),
    "GET /api/dashboards/[scopeId]/quality/download": ofScopes(
      "/api/dashboards/[scopeId]/quality/download",
      "a quality list",
      "?list=corrected&format=csv",
    ),
    "/dashboards/remind": [
      { to: `/dashboards/remind?list=${OVERDUE}`, what: "reminding of what is overdue", may: reminding },
      { to: "/dashboards/remind?list=https%3A%2F%2Fexample.com", what: "reminding from elsewhere", may: [] },
    ],
    "/dashboards/reminders": [{ to: "/dashboards/reminders", what: "the reminders sent", may: reminding }],
    "/dashboards/reminders/[id]": [{ to: `/dashboards/reminders/${NOBODY}`, what: "a reminder of nobody", may: [] }],
    "POST /api/dashboards/reminders": [
      {
        to: "POST /api/dashboards/reminders",
        what: "reminding of a report that is in no list",
        body: { key: NOBODY, list: "/reports?period=2026&standing=overdue", reports: [NOBODY], message: "Nhắc" },
        may: reminding,
        answer: 422,
        refused: allBut(...reminding),
      },
    ],
    "POST /api/agencies/[id]/mailbox": [
      {
        to: "POST /api/agencies/00070/mailbox",
        what: "keeping the mailbox of Hoàn Kiếm as it is",
        body: { address: "congvan@00070.vi-du.example" },
        may: ["wardAdministrator", "cityAdministrator", "systemAdministrator"],
        answer: 200,
        id: "00070",
      },
    ],
    "GET /maps/[file]": [{ to: "/maps/provinces.svg", what: "the outlines", may: everybody, nobody: 200 }],
  };
}
