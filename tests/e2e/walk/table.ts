import { awardVisits } from "./awards.ts";
import { councilVisits } from "./council-visits.ts";
import { dashboardVisits } from "./dashboards.ts";
import { paperName } from "./evidence.ts";
import { extensionVisits } from "./extensions.ts";
import { figureVisits } from "./figure-visits.ts";
import { noteVisits } from "./note-visits.ts";
import { administrators, allBut, everybody, type Kind, ofTheCity, ofTheNation, ofTheOtherProvince } from "./people.ts";
import { pivotVisits } from "./pivot-visits.ts";
import { publicationVisits } from "./publication.ts";
import { ruleVisits } from "./rules.ts";
import type { ReportThing, Things } from "./things.ts";

/**
 * Who may do what, written down by hand from the roles and the tree of agencies: not derived from the code it checks.
 * Whoever is in neither list must be told that there is no such thing.
 */
export type Visit = {
  /** the address, or “POST /address” */
  to: string;
  /** what stands there, for the message of a failed test */
  what: string;
  body?: object;
  /** may use it, and the answer then: by default 200 for a page or a read, 409 for an act on an old page, which changes nothing */
  may: Kind[];
  answer?: number | number[];
  /** may know of it, but not do this: 403 */
  refused?: Kind[];
  /** answer to somebody who has not signed in, where it is not “sign in” */
  nobody?: number;
  /** of the people of the walk nobody tries it, because it would end their walk; walk.spec.ts does */
  apart?: boolean;
  /** an id in the address that may be guessed */
  id?: string;
  /** names and words that nobody may read who is told that there is no such thing */
  secrets?: (string | null)[];
  /** words that must not be on the page even for those who may open it, except for `reads` */
  hidden?: { words: string | null; except: Kind[] };
};

/** A page of the application or an action as everything in app-files.ts is called, with its visits. */
export type Table = Record<string, Visit[]>;

/** No section has ever been saved so often, so a save that would be allowed ends with a conflict. */
const NEVER_SAVED = { sections: { B: 999_999 } };

/** No page has ever shown this version, so an act that would be allowed ends with a conflict. */
const OLD = { version: 999_999 };

/** The id of nothing. */
const NOBODY = "00000000-0000-4000-8000-000000000000";

const everywhere = (to: string, what: string, rest: Partial<Visit> = {}): Visit => ({
  to,
  what,
  may: everybody,
  ...rest,
});

export function tableOf(things: Things): Table {
  const {
    ward,
    inTheCity,
    inTheOtherProvince,
    department,
    ministry,
    city,
    city2025,
    otherProvince,
    drafting,
    nation,
    nation2025,
    wardClerk,
    otherClerk,
    ministryOfficer,
    passage,
    criterion,
    document,
  } = things;
  const hanoi = criterion.planId;

  const submitted = inTheCity.submitted ?? ward;
  const far = inTheOtherProvince.submitted ?? inTheOtherProvince.accepted ?? ward;

  /** Who may look at each kind of report. */
  const ofTheWard: Kind[] = ["clerk", "head", ...ofTheCity, ...ofTheNation];
  const looks: { report: ReportThing; what: string; may: Kind[]; writers: Kind[] }[] = [
    { report: ward, what: "Hoàn Kiếm's report", may: ofTheWard, writers: ["clerk", "head"] },
    ...Object.entries(inTheCity).map(([status, report]) => ({
      report,
      what: `a report of the city (${status})`,
      may: [...ofTheCity, ...ofTheNation],
      writers: [] as Kind[],
    })),
    ...Object.entries(inTheOtherProvince).map(([status, report]) => ({
      report,
      what: `a report of other provinces (${status})`,
      may: ofTheNation,
      writers: [] as Kind[],
    })),
    { report: department, what: "a department's report", may: [...ofTheCity, ...ofTheNation], writers: [] },
    { report: ministry, what: "a ministry's report", may: ofTheNation, writers: [] },
    {
      report: city2025,
      what: "the city's report of 2025",
      may: [...ofTheCity, ...ofTheNation],
      writers: ["police", "homeAffairs", "chairman"],
    },
    {
      report: city,
      what: "the city's report",
      may: [...ofTheCity, ...ofTheNation],
      writers: ["police", "homeAffairs", "chairman"],
    },
    {
      report: otherProvince,
      what: "another province's report",
      may: [...ofTheOtherProvince, ...ofTheNation],
      writers: [],
    },
    { report: drafting, what: "the draft of a third province", may: ofTheNation, writers: [] },
    {
      report: nation2025,
      what: "the nation's report of 2025",
      may: ofTheNation,
      writers: ["publicSecurity", "ministryOfHomeAffairs", "minister"],
    },
    {
      report: nation,
      what: "the nation's report",
      may: ofTheNation,
      writers: ["publicSecurity", "ministryOfHomeAffairs", "minister"],
    },
  ];
  // Provinces other than H57 lend their communes' reports; whoever is of H57 sees those of H57.
  const mayLook = ({ report, may }: (typeof looks)[number]): Kind[] =>
    report.agencyId === "H57" || !Object.values(inTheOtherProvince).includes(report) || !things.isOfH57.has(report.id)
      ? may
      : [...may, ...ofTheOtherProvince];
  const secretsOf = ({ name, sentWords, draftWords }: ReportThing) => [name, sentWords, draftWords];
  const reportPages = (tail: string, what: string, rest: Partial<Visit> = {}, some = looks) =>
    some.map(
      (look): Visit => ({
        to: `/reports/${look.report.id}${tail}`,
        what: `${what} of ${look.what}`,
        may: mayLook(look),
        id: look.report.id,
        secrets: secretsOf(look.report),
        hidden: { words: look.report.draftWords, except: look.writers },
        ...rest,
      }),
    );
  const consolidatedLooks = looks.filter(({ report }) =>
    [city, city2025, otherProvince, drafting, nation, nation2025].includes(report),
  );
  const consolidationPages = (tail: string, what: string, some = consolidatedLooks): Visit[] => [
    ...some.map(
      (look): Visit => ({
        to: `/reports/${look.report.id}${tail}`,
        what: `${what} of ${look.what}`,
        may: mayLook(look),
        id: look.report.id,
        secrets: [look.report.sentWords, look.report.draftWords],
      }),
    ),
    {
      to: `/reports/${ward.id}${tail}`,
      what: `${what} of a report that is no consolidated one`,
      may: [],
      secrets: secretsOf(ward),
    },
  ];

  /** One of each kind, for pages that stand or fall with the others. */
  const few = looks.filter(({ report }) => [ward, submitted, far, city2025, drafting].includes(report));

  /** A move of a report as somebody makes it whose page is out of date. */
  const move = (name: string, report: ReportThing, what: string, may: Kind[], refused: Kind[], body = {}): Visit => ({
    to: `POST /api/reports/${report.id}/moves/${name}`,
    what: `${name} on ${what}`,
    body: { ...OLD, reason: "Vì sao.", ...body },
    may,
    refused,
    id: report.id,
    secrets: secretsOf(report),
  });
  const farLooks: Kind[] = things.isOfH57.has(far.id) ? [...ofTheNation, ...ofTheOtherProvince] : ofTheNation;
  /** By the writers of each kind of report. `ward` and `city` name who may; whoever else looks is refused. */
  const byWriters = (name: string, ofWard: Kind[], ofCity: Kind[], ofNation: Kind[], body = {}): Visit[] => [
    move(
      name,
      ward,
      "Hoàn Kiếm's report",
      ofWard,
      ofTheWard.filter((kind) => !ofWard.includes(kind)),
      body,
    ),
    move(name, far, "a report of another province", [], farLooks, body),
    move(
      name,
      city,
      "the city's report",
      ofCity,
      [...ofTheCity, ...ofTheNation].filter((kind) => !ofCity.includes(kind)),
      body,
    ),
    move(
      name,
      nation,
      "the nation's report",
      ofNation,
      ofTheNation.filter((kind) => !ofNation.includes(kind)),
      body,
    ),
  ];
  const byRecipients = (name: string, body = {}): Visit[] => [
    move(
      name,
      ward,
      "Hoàn Kiếm's report",
      ["police", "homeAffairs"],
      ["clerk", "head", "chairman", ...ofTheNation],
      body,
    ),
    move(name, submitted, "a sent report of the city", ["police", "homeAffairs"], ["chairman", ...ofTheNation], body),
    move(
      name,
      far,
      "a report of another province",
      farLooks.filter((kind) => kind === "otherPolice" || kind === "otherHomeAffairs"),
      farLooks.filter((kind) => kind !== "otherPolice" && kind !== "otherHomeAffairs"),
      body,
    ),
    move(
      name,
      city2025,
      "the city's report of 2025",
      ["publicSecurity", "ministryOfHomeAffairs", "minister"],
      [...ofTheCity, "reader"],
      body,
    ),
    move(name, nation, "the nation's report", [], ofTheNation, body),
  ];

  /** An act on the workbook of a report: who writes it is told what is wrong (422) or finds nothing, who looks at it is refused. */
  const onWorkbook = (
    tail: string,
    what: string,
    report: ReportThing,
    may: Kind[],
    body = {},
    finding: Kind[] = may,
  ): Visit => ({
    to: `POST /api/reports/${report.id}/workbook${tail}`,
    what,
    body: { seen: "{}", keys: [], units: [], ...body },
    may,
    answer: 422,
    refused: looks
      .filter((look) => look.report === report)
      .flatMap(mayLook)
      .filter((kind) => !finding.includes(kind)),
    id: report.id,
    secrets: secretsOf(report),
  });

  const onPerson = (tail: string, body: object, rest: Partial<Visit> = {}): Visit[] => [
    {
      to: `POST /api/people/${wardClerk.id}${tail}`,
      what: "the ward's clerk",
      body: { ...OLD, ...body },
      may: ["wardAdministrator", "cityAdministrator", "systemAdministrator"],
      id: wardClerk.id,
      secrets: [wardClerk.fullName],
      ...rest,
    },
    {
      to: `POST /api/people/${otherClerk.id}${tail}`,
      what: "a clerk of An Giang",
      body: { ...OLD, ...body },
      may: ["systemAdministrator"],
      id: otherClerk.id,
      secrets: [otherClerk.fullName],
      ...rest,
    },
    {
      to: `POST /api/people/${ministryOfficer.id}${tail}`,
      what: "an officer of Bộ Nội vụ",
      body: { ...OLD, ...body },
      may: ["systemAdministrator"],
      id: ministryOfficer.id,
      secrets: [ministryOfficer.fullName],
      ...rest,
    },
  ];

  /** The paper is for whoever may see where it went: into the draft, or with what was sent. */
  const paper = things.paper?.id ?? NOBODY;
  const readers: Kind[] = things.paper === null ? [] : things.paper.isSent ? ofTheWard : ["clerk", "head"];
  const attaching = { target: "report", name: "chuong-trinh.exe", size: 1, fingerprint: "x" };
  const onUpload = (tail: string, what: string): Visit => ({
    to: `POST /api/reports/${ward.id}/evidence/uploads/${NOBODY}${tail}`,
    what: `${what} of an upload that is none`,
    may: ["clerk", "head"],
    answer: 404,
    refused: [...ofTheCity, ...ofTheNation],
    id: ward.id,
    secrets: secretsOf(ward),
  });

  /** Staff of the agencies of a province may know each other's names (agencies/rules.ts, maySeePeople). */
  const ofTheSameProvince: Kind[] = ["neighbour", "department", "ofTwoAgencies", "cityAdministrator", ...ofTheCity];
  const dates = {
    periodId: "2026",
    opensOn: "2026-10-01",
    dueOn: "2026-11-08",
    wording: "trước ngày 09 tháng 11",
    source: "Công văn số 1",
  };
  const keepers: Kind[] = [
    "police",
    "homeAffairs",
    "otherPolice",
    "otherHomeAffairs",
    "publicSecurity",
    "ministryOfHomeAffairs",
    "cityAdministrator",
    "otherAdministrator",
    "systemAdministrator",
  ];
  const nationalSecretariats: Kind[] = ["publicSecurity", "ministryOfHomeAffairs"];
  const templateKeepers: Kind[] = [...nationalSecretariats, "systemAdministrator"];
  const template = "/api/document-templates/own/1";
  /** What hangs on a version having been sent: for all who may read it. */
  const ofSent = (method: string, tail: string, what: string): Visit[] => [
    ...reportPages(
      "",
      "",
      {},
      looks.filter(({ report }) => report === submitted),
    ).map(
      ({ hidden: _, ...visit }): Visit => ({
        ...visit,
        to: `${method}/api${visit.to}${tail}`,
        what: `${what} of a sent report`,
      }),
    ),
    {
      to: `${method}/api/reports/${drafting.id}${tail}`,
      what: `${what} of a draft`,
      may: [],
      secrets: secretsOf(drafting),
    },
  ];

  return {
    ...awardVisits(things),
    ...publicationVisits,
    ...dashboardVisits(),
    ...figureVisits(),
    ...pivotVisits(),
    ...noteVisits(),
    "/work": [everywhere("/work", "the work to do")],
    ...councilVisits(things.council),
    ...extensionVisits({ ward, far, city, farLooks, ofTheWard, secretsOf }),
    "/reports/[id]/extension": reportPages("/extension", "the extension", {}, few),
    "/reports": [
      everywhere("/reports", "the list"),
      everywhere(`/reports?agency=${far.agencyId}&page=2`, "the list, of somebody else's agency"),
    ],
    "/reports/[id]": reportPages("", "the page"),
    "/reports/[id]/sections/[sectionId]": [
      ...reportPages("/sections/A", "the figures", {}, few),
      ...reportPages("/sections/narratives", "the narratives"),
      ...reportPages("/sections/assessment", "the self-assessment", {}, few),
      ...reportPages("/sections/next", "the next section", { answer: [200, 307] }, few),
      ...reportPages("/sections/A?version=1", "the first version", {}, few),
      {
        to: `/reports/${ward.id}/sections/khong-co`,
        what: "a section that is not there",
        may: [],
        secrets: secretsOf(ward),
      },
    ],
    "/reports/[id]/consolidation": consolidationPages("/consolidation", "the consolidation"),
    "/reports/[id]/consolidation/[indicatorId]": [
      ...consolidationPages("/consolidation/B1", "an indicator"),
      ...consolidationPages("/consolidation/B18", "a ratio", consolidatedLooks.slice(0, 1)),
      { to: `/reports/${nation2025.id}/consolidation/Z9`, what: "an indicator that is not there", may: [] },
    ],
    "/reports/[id]/documents": reportPages("/documents", "the documents", {}, few),
    "/document-templates": [{ to: "/document-templates", what: "the templates", may: templateKeepers }],
    "/verify/[token]": [
      everywhere(`/verify/${document.token}`, "the paper of Hoàn Kiếm's report of 2025", {
        nobody: 200,
        id: document.token,
        hidden: { words: document.words, except: [] },
      }),
      { to: "/verify/AbCdEfGhIjKlMnOpQrStUvWx", what: "a paper that is none", may: [], nobody: 404 },
    ],
    "/reports/[id]/workbook": looks.map(
      ({ report, what, writers }): Visit => ({
        to: `/reports/${report.id}/workbook`,
        what: `the workbook page of ${what}`,
        may: report === otherProvince ? ofTheOtherProvince : writers,
        id: report.id,
        secrets: secretsOf(report),
      }),
    ),
    "/reports/[id]/workbook/[uploadId]": [
      {
        to: `/reports/${ward.id}/workbook/${ward.id}`,
        what: "the preview of a file that is not there",
        may: [],
        secrets: secretsOf(ward),
      },
    ],
    "/agencies": [everywhere("/agencies", "the list"), everywhere("/agencies?view=tree", "the tree")],
    "/agencies/[id]": [
      everywhere("/agencies/00070", "Hoàn Kiếm", {
        id: "00070",
        hidden: {
          words: wardClerk.fullName,
          except: ["clerk", "head", ...ofTheSameProvince, ...ofTheNation, "wardAdministrator", "systemAdministrator"],
        },
      }),
      everywhere("/agencies/30307", "a ward of An Giang", {
        id: "30307",
        hidden: { words: otherClerk.fullName, except: ["stranger", ...ofTheNation, "systemAdministrator"] },
      }),
    ],
    "/plans": [everywhere("/plans", "the plans")],
    "/plans/[id]": [
      everywhere(`/plans/${hanoi}`, "Hà Nội's plan", { id: hanoi }),
      {
        to: `/plans/${hanoi}?for=00070`,
        what: "what it means for Hoàn Kiếm",
        may: ["clerk", "head", "wardAdministrator", ...ofTheCity, ...ofTheNation],
      },
      {
        to: `/plans/${hanoi}?for=30307`,
        what: "what it means for a ward of An Giang",
        may: ["stranger", ...ofTheNation],
      },
    ],
    "/obligations": [
      { to: "/obligations", what: "the obligations", may: keepers },
      { to: "/obligations?period=2026&preview=1", what: "what would change", may: keepers },
    ],
    "/obligations/duties/[dutyId]": [
      {
        to: "/obligations/duties/ha-noi-co-so?period=2026",
        what: "Hà Nội's duty",
        may: ["homeAffairs", ...nationalSecretariats],
        id: "ha-noi-co-so",
      },
      {
        to: "/obligations/duties/2447-tinh?period=2026",
        what: "the provinces' duty",
        may: nationalSecretariats,
        id: "2447-tinh",
      },
    ],
    "/obligations/provinces/[provinceId]": [
      {
        to: "/obligations/provinces/H57?period=2026",
        what: "another province's date",
        may: ["otherHomeAffairs", ...nationalSecretariats],
        id: "H57",
      },
    ],
    "/people": [
      { to: "/people", what: "the people", may: administrators },
      {
        to: `/people?q=${otherClerk.username}`,
        what: "a search for a stranger",
        may: administrators,
        hidden: { words: otherClerk.fullName, except: ["systemAdministrator"] },
      },
    ],
    "/people/new": [{ to: "/people/new", what: "a new account", may: administrators }],
    "/people/[id]": [
      {
        to: `/people/${wardClerk.id}`,
        what: "the ward's clerk",
        may: ["wardAdministrator", "cityAdministrator", "systemAdministrator"],
        id: wardClerk.id,
        secrets: [wardClerk.fullName],
      },
      {
        to: `/people/${otherClerk.id}`,
        what: "a clerk of An Giang",
        may: ["systemAdministrator"],
        id: otherClerk.id,
        secrets: [otherClerk.fullName],
      },
      {
        to: `/people/${ministryOfficer.id}`,
        what: "an officer of Bộ Nội vụ",
        may: ["systemAdministrator"],
        id: ministryOfficer.id,
        secrets: [ministryOfficer.fullName],
      },
    ],
    "/audit": [
      { to: "/audit", what: "the audit trail", may: administrators },
      {
        to: `/audit?subject=${otherClerk.username}`,
        what: "the trail of a stranger",
        may: administrators,
        hidden: { words: otherClerk.fullName, except: ["systemAdministrator"] },
      },
    ],
    "/password": [everywhere("/password", "the own account")],
    "/sign-in": [
      everywhere("/sign-in", "the form, for who needs it no more", { answer: 307, nobody: 307 }),
      everywhere("/sign-in?started=1&callbackUrl=//evil.example/", "the form with a foreign address to go on to", {
        answer: 307,
        nobody: 200,
      }),
    ],
    "/dev/ui": [{ to: "/dev/ui", what: "the gallery of parts, which production has not", may: [], nobody: 404 }],

    "GET /api/reports/[id]/documents/draft/[format]": [
      ...ofSent("", "/documents/draft/docx", "the draft"),
      ...ofSent("", "/documents/draft/pdf", "the draft as PDF"),
      { to: `/api/reports/${city2025.id}/documents/draft/exe`, what: "a format that is none", may: [] },
    ],
    "GET /api/reports/[id]/documents/dossier": ofSent("", "/documents/dossier", "the dossier"),
    "POST /api/reports/[id]/documents/issue": [
      {
        to: `POST /api/reports/${city2025.id}/documents/issue`,
        what: "issuing the document of the city's report of 2025",
        body: OLD,
        may: ofTheCity,
        refused: ofTheNation,
        id: city2025.id,
        secrets: secretsOf(city2025),
      },
      {
        to: `POST /api/reports/${submitted.id}/documents/issue`,
        what: "issuing the document of another commune's report",
        body: OLD,
        may: [],
        refused: [...ofTheCity, ...ofTheNation],
        secrets: secretsOf(submitted),
      },
    ],
    "GET /api/documents/[documentId]/[format]": [
      {
        to: `/api/documents/${document.id}/docx`,
        what: "the document of Hoàn Kiếm's report of 2025",
        may: ofTheWard,
        id: document.id,
      },
      { to: `/api/documents/${document.id}/pdf`, what: "the same as PDF", may: ofTheWard },
    ],
    "POST /api/document-templates": [
      {
        to: "POST /api/document-templates",
        what: "a template without a file",
        body: { kind: "own", source: "Thử." },
        may: templateKeepers,
        answer: 422,
      },
    ],
    "POST /api/document-templates/[kind]/[version]/adopt": [
      {
        to: `POST ${template}/adopt`,
        what: "a template that counts already",
        body: { effectiveOn: "2027-01-01" },
        may: templateKeepers,
        answer: 422,
      },
    ],
    "GET /api/document-templates/[kind]/[version]/file": [
      { to: `${template}/file`, what: "the file of a template", may: templateKeepers },
    ],
    "GET /api/document-templates/[kind]/[version]/preview": [
      {
        to: `${template}/preview?report=${submitted.id}`,
        what: "a report laid out in a template",
        may: nationalSecretariats,
      },
    ],
    "GET /api/health": [everywhere("/api/health", "the health", { nobody: 200 })],
    "GET /api/auth/[...nextauth]": [everywhere("/api/auth/session", "whether a session is open", { nobody: 200 })],
    "POST /api/auth/[...nextauth]": [
      everywhere("POST /api/auth/callback/credentials", "a sign-in without the form's token", {
        body: { username: "canbo.00070", password: "x" },
        answer: 303,
        nobody: 303,
      }),
    ],
    "GET /api/session/start": [
      everywhere("/api/session/start", "the cookie of the form", { answer: 307, nobody: 307 }),
    ],
    "POST /api/session/end": [
      { to: "POST /api/session/end", what: "signing out", may: everybody, answer: 200, nobody: 200, apart: true },
    ],
    "POST /api/session/agency": [
      {
        to: "POST /api/session/agency",
        what: "acting for the city's police",
        body: { agencyId: "H26.CA" },
        may: ["police", "ofTwoAgencies"],
        answer: 200,
      },
    ],
    "POST /api/session/password": [
      everywhere("POST /api/session/password", "the own password, with a wrong one", {
        body: { current: "không phải", wanted: "Một mật khẩu mới 2026", repeated: "Một mật khẩu mới 2026" },
        answer: 422,
      }),
    ],
    "POST /api/session/revoke": [
      {
        to: "POST /api/session/revoke",
        what: "somebody else's session",
        body: { sessionId: things.foreignSession },
        may: [],
      },
    ],
    "POST /api/clock": [
      everywhere("POST /api/clock", "the demonstration's clock, to a day that is none", {
        body: { at: "hôm qua" },
        answer: 422,
      }),
    ],

    "GET /api/reports": [everywhere("/api/reports", "the list as data")],
    "GET /api/reports/download": [
      everywhere("/api/reports/download?q=hoan+kiem", "the list as a workbook"),
      everywhere("/api/reports/download?format=pdf", "the list as what it is not", { answer: 422 }),
    ],
    "GET /api/agencies/download": [everywhere("/api/agencies/download?format=csv&q=hoan+kiem", "agencies as a file")],
    "GET /api/people/download": [
      {
        to: "/api/people/download?format=csv",
        what: "the people as a file",
        may: administrators,
        hidden: { words: otherClerk.fullName, except: ["systemAdministrator", "otherAdministrator"] },
      },
    ],
    "GET /api/audit/download": [
      {
        to: "/api/audit/download?format=csv&action=password.reset",
        what: "the audit trail as a file",
        may: administrators,
      },
    ],
    "GET /api/obligations/download": [
      { to: "/api/obligations/download?format=csv", what: "the duties as a file", may: keepers },
    ],
    "GET /api/reports/[id]/consolidation/download": consolidatedLooks.slice(0, 3).map(
      (look): Visit => ({
        to: `/api/reports/${look.report.id}/consolidation/download?format=csv`,
        what: `the units of ${look.what} as a file`,
        may: mayLook(look),
        id: look.report.id,
      }),
    ),
    "GET /api/reports/[id]/consolidation/[indicatorId]/download": consolidatedLooks.slice(0, 3).map(
      (look): Visit => ({
        to: `/api/reports/${look.report.id}/consolidation/B1/download?format=csv`,
        what: `a figure of ${look.what} as a file`,
        may: mayLook(look),
        id: look.report.id,
      }),
    ),
    "GET /api/reports/[id]/totals": [
      ...consolidatedLooks.map(
        (look): Visit => ({
          to: `/api/reports/${look.report.id}/totals`,
          what: `the totals of ${look.what}`,
          may: mayLook(look),
          id: look.report.id,
          secrets: ['"number"'],
        }),
      ),
      { to: `/api/reports/${ward.id}/totals`, what: "totals of a report that has none", may: [] },
    ],
    "POST /api/reports/accept": [
      {
        to: "POST /api/reports/accept",
        what: "accepting from a list that is out of date",
        body: { reports: [`${far.id}:999`] },
        answer: 200,
        secrets: secretsOf(far),
        may: ["head", ...ofTheCity, ...ofTheOtherProvince, "publicSecurity", "ministryOfHomeAffairs", "minister"],
        refused: allBut(
          "head",
          ...ofTheCity,
          ...ofTheOtherProvince,
          "publicSecurity",
          "ministryOfHomeAffairs",
          "minister",
        ),
      },
    ],
    "POST /api/reports/[id]/draft": [
      {
        to: `POST /api/reports/${ward.id}/draft`,
        what: "saving in Hoàn Kiếm's report",
        body: { ...NEVER_SAVED, figures: { B1: 1 } },
        may: ["clerk", "head"],
        answer: things.wardIsWritable ? 409 : 422,
        refused: [...ofTheCity, ...ofTheNation],
        id: ward.id,
        secrets: secretsOf(ward),
      },
      {
        to: `POST /api/reports/${submitted.id}/draft`,
        what: "saving in a sent report of the city",
        body: { ...NEVER_SAVED, figures: { B1: 1 } },
        may: [],
        refused: [...ofTheCity, ...ofTheNation],
        id: submitted.id,
        secrets: secretsOf(submitted),
      },
      {
        to: `POST /api/reports/${far.id}/draft`,
        what: "saving in a report of another province",
        body: { ...NEVER_SAVED, figures: { B1: 1 } },
        may: [],
        refused: farLooks,
        id: far.id,
        secrets: secretsOf(far),
      },
      {
        to: `POST /api/reports/${city.id}/draft`,
        what: "saving in the city's report",
        body: { ...NEVER_SAVED, figures: { B1: 1 } },
        may: ["police", "homeAffairs"],
        answer: [409, 422],
        refused: ["chairman", ...ofTheNation],
        id: city.id,
      },
    ],
    "GET /api/reports/[id]/workbook": few.map(
      (look): Visit => ({
        to: `/api/reports/${look.report.id}/workbook`,
        what: `the template of ${look.what}`,
        may: look.writers,
        refused: mayLook(look).filter((kind) => !look.writers.includes(kind)),
        id: look.report.id,
        secrets: secretsOf(look.report),
      }),
    ),
    "POST /api/reports/[id]/workbook": [
      onWorkbook("", "bringing back no file", ward, ["clerk", "head"]),
      onWorkbook("", "bringing back no file", city, ["police", "homeAffairs"]),
      onWorkbook("", "bringing back a file", far, []),
    ],
    "POST /api/reports/[id]/workbook/proposals": [
      onWorkbook("/proposals", "taking no proposal", ward, ["clerk", "head"], { proposals: ["x"], decision: "take" }),
      onWorkbook("/proposals", "taking a proposal", far, [], { proposals: ["x"], decision: "take" }),
    ],
    "GET /api/reports/[id]/workbook/units": [
      {
        to: `/api/reports/${city.id}/workbook/units`,
        what: "the city's workbook for its communes",
        may: ["police", "homeAffairs"],
        refused: ["chairman", ...ofTheNation],
        id: city.id,
      },
      { to: `/api/reports/${ward.id}/workbook/units`, what: "units of a report that has none", may: [] },
    ],
    "POST /api/reports/[id]/workbook/units": [
      onWorkbook("/units", "bringing back no file", city, ["police", "homeAffairs"]),
      onWorkbook("/units", "bringing back a file", otherProvince, ["otherPolice", "otherHomeAffairs"]),
    ],
    "POST /api/reports/[id]/workbook/[uploadId]/take": [
      onWorkbook(
        `/${ward.id}/take`,
        "taking a file that is not there",
        ward,
        things.wardIsWritable ? [] : ["clerk", "head"],
        {},
        ["clerk", "head"],
      ),
      onWorkbook(`/${ward.id}/take`, "taking a file", far, []),
    ],
    "POST /api/reports/[id]/workbook/[uploadId]/propose": [
      onWorkbook(`/${ward.id}/propose`, "proposing what is not there", city, [], {}, ["police", "homeAffairs"]),
    ],
    "POST /api/reports/[id]/workbook/[uploadId]/discard": [
      onWorkbook(`/${ward.id}/discard`, "putting away a file that is not there", ward, [], {}, ["clerk", "head"]),
      onWorkbook(`/${ward.id}/discard`, "putting away a file", far, []),
    ],
    "GET /api/reports/[id]/draft": [
      ...looks
        .filter(({ report }) => [ward, submitted, far, city, nation].includes(report))
        .map(
          (look): Visit => ({
            to: `/api/reports/${look.report.id}/draft`,
            what: `the draft of ${look.what}`,
            may: look.writers,
            id: look.report.id,
            secrets: secretsOf(look.report),
          }),
        ),
    ],
    "GET /api/reports/[id]/cells/[field]": few.map((look) => ({
      to: `/api/reports/${look.report.id}/cells/figures.B1`,
      what: `a cell of ${look.what}`,
      may: mayLook(look),
      id: look.report.id,
      secrets: secretsOf(look.report),
    })),
    "POST /api/reports/[id]/comments": [
      {
        to: `POST /api/reports/${ward.id}/comments`,
        what: "saying nothing about a cell of Hoàn Kiếm's report",
        body: { field: "figures.B1", text: "" },
        may: ["clerk", "head", "police", "homeAffairs"],
        answer: 422,
        refused: ["chairman", ...ofTheNation],
        id: ward.id,
        secrets: secretsOf(ward),
      },
      {
        to: `POST /api/reports/${ward.id}/comments`,
        what: "flagging nothing in Hoàn Kiếm's report",
        body: { field: "figures.B1", text: "", followUp: true },
        may: ["police", "homeAffairs"],
        answer: 422,
        refused: ["clerk", "head", "chairman", ...ofTheNation],
        secrets: secretsOf(ward),
      },
    ],
    "POST /api/reports/[id]/comments/[commentId]/done": [
      {
        to: `POST /api/reports/${ward.id}/comments/${ward.id}/done`,
        what: "ending a follow-up that is none",
        body: {},
        may: ["police", "homeAffairs"],
        answer: 404,
        refused: ["clerk", "head", "chairman", ...ofTheNation],
        id: ward.id,
        secrets: secretsOf(ward),
      },
    ],
    "POST /api/reports/[id]/presence": [
      {
        to: `POST /api/reports/${ward.id}/presence`,
        what: "being present in Hoàn Kiếm's report",
        body: { section: "B" },
        may: ofTheWard,
        answer: 200,
        id: ward.id,
        secrets: [ward.sentWords, ward.draftWords],
      },
    ],
    "GET /api/reports/[id]/evidence": few.map((look) => ({
      to: `/api/reports/${look.report.id}/evidence`,
      what: `the evidence of ${look.what}`,
      may: mayLook(look),
      id: look.report.id,
      secrets: [look.report.name, paperName],
      hidden: { words: paperName, except: look.report === ward ? readers : [] },
    })),
    "GET /api/reports/[id]/evidence/[evidenceId]": [
      {
        to: `/api/reports/${ward.id}/evidence/${paper}`,
        what: "the paper of Hoàn Kiếm",
        may: readers,
        id: paper,
        secrets: ["%PDF", paperName],
      },
      {
        to: `/api/reports/${far.id}/evidence/${paper}`,
        what: "the paper of Hoàn Kiếm under another report",
        may: [],
        secrets: ["%PDF", paperName],
      },
    ],
    "POST /api/reports/[id]/evidence/[evidenceId]/remove": [
      {
        to: `POST /api/reports/${far.id}/evidence/${paper}/remove`,
        what: "removing the paper of Hoàn Kiếm from another report",
        may: [],
        secrets: [paperName],
      },
    ],
    "POST /api/reports/[id]/evidence/uploads": [
      {
        to: `POST /api/reports/${ward.id}/evidence/uploads`,
        what: "attaching a program to Hoàn Kiếm's report",
        body: attaching,
        may: ["clerk", "head"],
        answer: 422,
        refused: [...ofTheCity, ...ofTheNation],
        id: ward.id,
        secrets: secretsOf(ward),
      },
      {
        to: `POST /api/reports/${far.id}/evidence/uploads`,
        what: "attaching to a report of another province",
        body: attaching,
        may: [],
        refused: farLooks,
        id: far.id,
        secrets: secretsOf(far),
      },
    ],
    "POST /api/reports/[id]/evidence/uploads/[uploadId]": [onUpload("?offset=0", "a chunk")],
    "POST /api/reports/[id]/evidence/uploads/[uploadId]/complete": [onUpload("/complete", "the end")],
    "POST /api/reports/[id]/evidence/uploads/[uploadId]/cancel": [
      {
        to: `POST /api/reports/${ward.id}/evidence/uploads/${ward.id}/cancel`,
        what: "giving up an upload that is none",
        may: [],
        secrets: secretsOf(ward),
      },
    ],
    "POST /api/reports/[id]/moves/declareNothing": byWriters("declareNothing", ["clerk", "head"], [], [], {
      confirmed: true,
    }),
    "POST /api/reports/[id]/appraisal": [
      {
        to: `POST /api/reports/${submitted.id}/appraisal`,
        what: "appraising a sent report of the city",
        body: { ...OLD, "comment.hn-sbn-1": "x" },
        may: ["police", "homeAffairs"],
        refused: ["chairman", ...ofTheNation],
        id: submitted.id,
        secrets: secretsOf(submitted),
      },
      {
        to: `POST /api/reports/${ward.id}/appraisal`,
        what: "appraising Hoàn Kiếm's report",
        body: { ...OLD },
        may: ["police", "homeAffairs"],
        refused: ["clerk", "head", "chairman", ...ofTheNation],
        id: ward.id,
        secrets: secretsOf(ward),
      },
    ],
    "POST /api/reports/[id]/consolidation": [
      {
        to: `POST /api/reports/${city.id}/consolidation`,
        what: "consolidating the city",
        body: OLD,
        may: ["police", "homeAffairs"],
        refused: ["chairman", ...ofTheNation],
        id: city.id,
      },
      {
        to: `POST /api/reports/${otherProvince.id}/consolidation`,
        what: "consolidating another province",
        body: OLD,
        may: ["otherPolice", "otherHomeAffairs"],
        refused: ["otherChairman", ...ofTheNation],
        id: otherProvince.id,
        secrets: secretsOf(otherProvince),
      },
      {
        to: `POST /api/reports/${nation.id}/consolidation`,
        what: "consolidating the nation",
        body: OLD,
        may: ["publicSecurity", "ministryOfHomeAffairs"],
        refused: ["minister", "reader"],
        id: nation.id,
      },
      {
        to: `POST /api/reports/${ward.id}/consolidation`,
        what: "consolidating a report that is no consolidated one",
        body: OLD,
        may: [],
        secrets: secretsOf(ward),
      },
    ],
    "POST /api/reports/[id]/moves/askSignOff": byWriters(
      "askSignOff",
      ["clerk", "head"],
      ["police", "homeAffairs"],
      ["publicSecurity", "ministryOfHomeAffairs"],
    ),
    "POST /api/reports/[id]/moves/handBack": byWriters("handBack", ["clerk", "head"], ofTheCity, [
      "publicSecurity",
      "ministryOfHomeAffairs",
      "minister",
    ]),
    "POST /api/reports/[id]/moves/signAndSend": byWriters("signAndSend", ["head"], ["chairman"], ["minister"]),
    "POST /api/reports/[id]/moves/recall": byWriters("recall", ["clerk", "head"], ofTheCity, [
      "publicSecurity",
      "ministryOfHomeAffairs",
      "minister",
    ]),
    "POST /api/reports/[id]/moves/openCorrection": byWriters("openCorrection", ["clerk", "head"], ofTheCity, [
      "publicSecurity",
      "ministryOfHomeAffairs",
      "minister",
    ]),
    "POST /api/reports/[id]/moves/markReported": byWriters("markReported", [], [], ["minister"], {
      reportedOn: "29/11/2026",
      reportedNumber: "1/BC",
    }),
    "POST /api/reports/[id]/moves/startReview": byRecipients("startReview"),
    "POST /api/reports/[id]/moves/accept": byRecipients("accept"),
    "POST /api/reports/[id]/moves/return": byRecipients("return", { "reasons.B": "Chưa khớp." }),

    "POST /api/obligations/apply": [
      {
        to: "POST /api/obligations/apply",
        what: "applying what was seen long ago",
        body: { periodId: "2026", seen: "old" },
        may: keepers,
      },
    ],
    "POST /api/obligations/duties/[dutyId]": [
      {
        to: "POST /api/obligations/duties/ha-noi-co-so",
        what: "the date of Hà Nội's communes",
        body: { ...OLD, ...dates },
        may: ["homeAffairs", ...nationalSecretariats],
        refused: ["police", "cityAdministrator", "systemAdministrator"],
        id: "ha-noi-co-so",
      },
      {
        to: "POST /api/obligations/duties/2447-tinh",
        what: "the date of the provinces",
        body: { ...OLD, ...dates },
        may: nationalSecretariats,
        refused: keepers.filter((kind) => !nationalSecretariats.includes(kind)),
        id: "2447-tinh",
      },
    ],
    "POST /api/obligations/provinces/[provinceId]": [
      {
        to: "POST /api/obligations/provinces/H57",
        what: "another province's own date, in a wrong year",
        body: { ...dates, dueOn: "2027-11-08" },
        answer: 422,
        may: ["otherHomeAffairs", ...nationalSecretariats],
        refused: ["otherPolice", "otherAdministrator", "systemAdministrator"],
        id: "H57",
      },
    ],
    "POST /api/plans/[planId]/confirm": [
      {
        to: `POST /api/plans/${hanoi}/confirm`,
        what: "confirming Hà Nội's plan as it was once",
        body: { seen: "old" },
        answer: [409, 422],
        may: ["homeAffairs"],
        refused: allBut("homeAffairs"),
        id: hanoi,
      },
    ],
    "POST /api/plans/[planId]/passages/[passageId]/confirm": [
      {
        to: `POST /api/plans/${passage.planId}/passages/${passage.id}/confirm`,
        what: "confirming a passage of the national plan as it was once",
        body: { seen: "old" },
        may: nationalSecretariats,
        refused: allBut(...nationalSecretariats),
        id: passage.planId,
      },
      {
        to: `POST /api/plans/${hanoi}/passages/hn-nd-6/confirm`,
        what: "confirming a passage of Hà Nội's plan that was not scanned",
        body: { seen: "old" },
        may: ["homeAffairs"],
        answer: 422,
        refused: allBut("homeAffairs"),
        id: hanoi,
      },
      {
        to: `POST /api/plans/${hanoi}/passages/khong-co/confirm`,
        what: "confirming a passage that is not there",
        body: { seen: "old" },
        may: ["homeAffairs"],
        answer: 404,
        refused: allBut("homeAffairs"),
      },
    ],
    "POST /api/plans/[planId]/criteria/[criterionId]/confirm": [
      {
        to: `POST /api/plans/${hanoi}/criteria/${criterion.id}/confirm`,
        what: "confirming a criterion as it was once",
        body: { seen: "old" },
        answer: [409, 422],
        may: ["homeAffairs"],
        refused: allBut("homeAffairs"),
        id: hanoi,
      },
    ],

    ...ruleVisits(things.ruleDraft),

    "POST /api/people": [
      {
        to: "POST /api/people",
        what: "an account in an agency that is not there",
        body: { username: "thu.walk", fullName: "Người Thử", agency: "khong-co-co-quan-nay", role: "reader" },
        answer: 422,
        may: administrators,
        refused: allBut(...administrators),
      },
    ],
    "POST /api/people/[id]/lock": onPerson("/lock", {}),
    "POST /api/people/[id]/unlock": onPerson("/unlock", {}),
    "POST /api/people/[id]/hand-over": onPerson("/hand-over", { to: "lanhdao.00070" }),
    "POST /api/people/[id]/password": onPerson("/password", {}, { refused: allBut(...administrators) }),
    "POST /api/people/[id]/password/put-away": [
      everywhere(
        `POST /api/people/${wardClerk.id}/password/put-away`,
        "putting away what this browser may still show",
        { answer: 200 },
      ),
    ],
    "POST /api/people/[id]/assignments": onPerson("/assignments", { agency: "00070", role: "reader" }),
    "POST /api/people/[id]/assignments/[assignmentId]/end": onPerson(
      "/assignments/2b0e7a52-3c1d-4b60-9a52-000000000000/end",
      {},
    ),
  };
}
