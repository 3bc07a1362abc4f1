import { type Kind, ofTheCity, ofTheNation } from "./people.ts";
import type { Table, Visit } from "./table.ts";
import type { ReportThing } from "./things.ts";

const NOBODY = "00000000-0000-4000-8000-000000000000";

/** A page that shows a day no report ever fell due on: whoever may ask is told so, or that nothing is to be asked any more. */
const OLD = { dueOn: "2000-01-01", untilOn: "2026-11-28", reason: "Vì sao." };

type Given = {
  ward: ReportThing;
  far: ReportThing;
  city: ReportThing;
  /** who may look at the report of another province, and at Hoàn Kiếm's */
  farLooks: Kind[];
  ofTheWard: Kind[];
  secretsOf: (report: ReportThing) => (string | null)[];
};

/** More time is asked for by who writes and signs a report, and given by its recipients. */
export function extensionVisits({ ward, far, city, farLooks, ofTheWard, secretsOf }: Given): Table {
  const on = (
    report: ReportThing,
    tail: string,
    what: string,
    may: Kind[],
    looks: Kind[],
    rest: Partial<Visit>,
  ): Visit => ({
    to: `POST /api/reports/${report.id}/extensions${tail}`,
    what,
    may,
    refused: looks.filter((kind) => !may.includes(kind)),
    id: report.id,
    secrets: secretsOf(report),
    ...rest,
  });
  const asking = { body: OLD, answer: [409, 422] };
  const onNone = (act: string, may: Kind[], others: Kind[], body: object): Visit[] => [
    on(ward, `/${NOBODY}/${act}`, `${act} of no request of Hoàn Kiếm`, may, ofTheWard, { body, answer: 404 }),
    on(far, `/${NOBODY}/${act}`, `${act} of no request of another province`, others, farLooks, { body, answer: 404 }),
  ];
  const recipients: Kind[] = ["police", "homeAffairs"];
  const farRecipients: Kind[] = ["otherPolice", "otherHomeAffairs"];
  return {
    "POST /api/reports/[id]/extensions": [
      on(ward, "", "asking more time for Hoàn Kiếm's report", ["clerk", "head"], ofTheWard, asking),
      on(far, "", "asking more time for a report of another province", [], farLooks, asking),
      on(city, "", "asking more time for the city's report", ofTheCity, [...ofTheCity, ...ofTheNation], asking),
    ],
    "POST /api/reports/[id]/extensions/[extensionId]/grant": onNone("grant", recipients, farRecipients, OLD),
    "POST /api/reports/[id]/extensions/[extensionId]/refuse": onNone("refuse", recipients, farRecipients, {
      note: "Vì sao.",
    }),
    "POST /api/reports/[id]/extensions/[extensionId]/take-back": onNone("take-back", ["clerk", "head"], [], {}),
  };
}
