import { uuidOf } from "../../../src/lib/demonstration/random.ts";
import { everybody, type Kind } from "./people.ts";
import type { Table, Visit } from "./table.ts";
import type { DossierThing, Things } from "./things.ts";

/** Who may do what with awards, by hand like the rest of the table: rounds, subjects, dossiers, lists, the register. */

const OLD = { version: 999_999 };

/** A city's standing secretariat, its chairman; the nation's readers, ministers and secretariats look at everything proposed. */
const ofTheNation: Kind[] = ["publicSecurity", "ministryOfHomeAffairs", "minister", "reader"];

/** Roles that propose, decide, keep or read awards: everybody but the police officers who only receive reports, and administrators. */
const working: Kind[] = [
  "clerk",
  "head",
  "neighbour",
  "stranger",
  "homeAffairs",
  "chairman",
  "otherHomeAffairs",
  "otherChairman",
  "department",
  "ministryClerk",
  "publicSecurity",
  "ministryOfHomeAffairs",
  "minister",
  "reader",
  "ofTwoAgencies",
];
const writers: Kind[] = working.filter((kind) => kind !== "reader");
const keepers: Kind[] = writers.filter((kind) => !["head", "chairman", "otherChairman", "minister"].includes(kind));
const inTheCity: Kind[] = ["clerk", "head", "neighbour", "homeAffairs", "chairman", "department", "ofTwoAgencies"];

/** A decision of Hà Nội in the demonstration, which is public. */
const DECISION = uuidOf("decision:2026");
const deciders: Kind[] = ["homeAffairs", "chairman"];

const nobodyElse = (may: Kind[], of: Kind[]) => of.filter((kind) => !may.includes(kind));

export function awardVisits({ dossiers: { ward, neighbour, hue } }: Things): Table {
  const looks: { dossier: DossierThing; what: string; may: Kind[] }[] = [
    { dossier: ward, what: "Hoàn Kiếm's draft", may: ["clerk", "head"] },
    {
      dossier: neighbour,
      what: "a proposed dossier of the city",
      may: ["neighbour", "homeAffairs", "chairman", ...ofTheNation],
    },
    { dossier: hue, what: "a dossier of Huế", may: ["otherHomeAffairs", "otherChairman", ...ofTheNation] },
  ];
  const secretsOf = ({ words, subjectName }: DossierThing) => [words, subjectName];

  const act = (
    tail: string,
    of: (typeof looks)[number],
    may: Kind[],
    body: object = OLD,
    rest: Partial<Visit> = {},
  ): Visit => ({
    to: `POST /api/awards/nominations/${of.dossier.id}${tail}`,
    what: `${tail} on ${of.what}`,
    body: { ...OLD, reason: "Vì sao.", ...body },
    may,
    refused: nobodyElse(may, of.may),
    id: of.dossier.id,
    secrets: secretsOf(of.dossier),
    ...rest,
  });
  const [draft, proposed, far] = looks as [(typeof looks)[number], (typeof looks)[number], (typeof looks)[number]];
  /** by the proposer's head, or by the secretariat or the head that has the dossier */
  const byProposer = (tail: string) => [act(tail, draft, ["head"]), act(tail, proposed, []), act(tail, far, [])];
  const bySecretariat = (tail: string, body = {}) => [
    act(tail, draft, ["clerk"], body, tail.startsWith("/moves") ? {} : {}),
    act(tail, proposed, ["homeAffairs"], body),
    act(tail, far, ["otherHomeAffairs"], body),
  ];
  const byHoldingHead = (tail: string) => [
    act(tail, draft, ["head"]),
    act(tail, proposed, ["chairman"]),
    act(tail, far, ["otherChairman"]),
  ];
  const writing = (tail: string, body = {}) => [
    act(tail, draft, ["clerk", "head"], body),
    act(tail, proposed, ["neighbour"], body),
    act(tail, far, [], body),
  ];
  const days = { achievedFrom: "01/01/2026", achievedTo: "31/10/2026" };

  const roundLooks = [
    { id: ward.roundId, what: "Hà Nội's round", may: [...inTheCity, ...ofTheNation] },
    { id: hue.roundId, what: "Huế's round", may: ["otherHomeAffairs", "otherChairman", ...ofTheNation] as Kind[] },
  ];
  const subjectOf = (one: DossierThing, may: Kind[]) => ({ id: one.subjectId, may, secrets: [one.subjectName] });
  const lookers: Kind[] = [
    "clerk",
    "head",
    "homeAffairs",
    "chairman",
    "publicSecurity",
    "ministryOfHomeAffairs",
    "reader",
  ];
  const subjects = [
    subjectOf(ward, lookers),
    subjectOf(hue, ["otherHomeAffairs", "otherChairman", "publicSecurity", "ministryOfHomeAffairs", "reader"]),
  ];
  const secretariats: Kind[] = ["publicSecurity", "ministryOfHomeAffairs"];

  return {
    "/awards": [
      {
        to: "/awards",
        what: "rounds and dossiers",
        may: everybody,
        hidden: { words: hue.subjectName, except: ["otherHomeAffairs", "otherChairman"] },
      },
    ],
    "/awards/rounds/new": [{ to: "/awards/rounds/new", what: "a new round", may: keepers }],
    "/awards/rounds/[id]": roundLooks.map(({ id, what, may }) => ({ to: `/awards/rounds/${id}`, what, may, id })),
    "/awards/rounds/[id]/eligibility": roundLooks.map(({ id, what, may }) => ({
      to: `/awards/rounds/${id}/eligibility`,
      what: `the checks of ${what}`,
      may,
      id,
    })),
    "/awards/rounds/[id]/edit": [
      {
        to: `/awards/rounds/${ward.roundId}/edit`,
        what: "changing Hà Nội's round",
        may: ["homeAffairs"],
        id: ward.roundId,
      },
      {
        to: `/awards/rounds/${hue.roundId}/edit`,
        what: "changing Huế's round",
        may: ["otherHomeAffairs"],
        id: hue.roundId,
      },
    ],
    "/awards/nominations/new": [
      {
        to: `/awards/nominations/new?round=${ward.roundId}`,
        what: "a new dossier in Hà Nội's round",
        may: inTheCity,
        id: ward.roundId,
      },
    ],
    "/awards/nominations/[id]": looks.map(({ dossier, what, may }) => ({
      to: `/awards/nominations/${dossier.id}`,
      what,
      may,
      id: dossier.id,
      secrets: secretsOf(dossier),
    })),
    "/awards/subjects/new": [{ to: "/awards/subjects/new", what: "a new subject", may: writers }],
    "/awards/subjects/[id]": subjects.map(({ id, may, secrets }) => ({
      to: `/awards/subjects/${id}`,
      what: "a subject",
      may,
      id,
      secrets,
    })),
    "/awards/consultations/[id]": [
      {
        to: `/awards/consultations/${ward.id}`,
        what: "an opinion that nobody asked",
        may: [],
        secrets: secretsOf(ward),
      },
    ],
    "/awards/publicities/new": [
      {
        to: `/awards/publicities/new?round=${ward.roundId}`,
        what: "a list of Hà Nội's round",
        may: ["homeAffairs"],
        id: ward.roundId,
      },
    ],
    "/awards/publicities/[id]": [
      { to: `/awards/publicities/${ward.id}`, what: "a list that is none", may: [], secrets: secretsOf(ward) },
    ],
    "/awards/register": [
      {
        to: "/awards/register?q=le+van+tam",
        what: "the register",
        may: working,
        hidden: { words: hue.subjectName, except: ["otherHomeAffairs", "otherChairman", ...ofTheNation] },
      },
    ],
    "/awards/register/import": [{ to: "/awards/register/import", what: "importing", may: writers }],

    "/awards/decisions": [{ to: "/awards/decisions", what: "decisions", may: everybody }],
    "/awards/decisions/[id]": [
      { to: `/awards/decisions/${DECISION}`, what: "a public decision of Hà Nội", may: working, id: DECISION },
    ],
    "/awards/statistics": [{ to: "/awards/statistics", what: "statistics", may: everybody }],
    "/awarded": [
      { to: "/awarded", what: "the public list", may: everybody, nobody: 200 },
      { to: "/awarded?q=khong+co+ai&page=x", what: "a search that finds nothing", may: everybody, nobody: 200 },
    ],
    "GET /api/awards/decisions/[id]/papers/[paper]/[format]": ["decision/docx", "list/pdf", "certificates/docx"].map(
      (paper) => ({
        to: `/api/awards/decisions/${DECISION}/papers/${paper}`,
        what: `${paper} of a decision of Hà Nội`,
        may: deciders,
        refused: nobodyElse(deciders, working),
        id: DECISION,
      }),
    ),
    "GET /api/awards/rounds/[id]/papers/[paper]/[format]": ["proposal/docx", "draft/docx"].map((paper) => ({
      to: `/api/awards/rounds/${ward.roundId}/papers/${paper}`,
      what: `${paper} in Hà Nội's round, or that there is nothing to propose or decide`,
      may: [...inTheCity, ...ofTheNation],
      answer: [200, 422],
      id: ward.roundId,
    })),
    "POST /api/awards/decisions": [
      {
        to: "POST /api/awards/decisions",
        what: "deciding on a dossier of Huế that no council has passed",
        body: {
          number: "1/QĐ-UBND",
          decidedOn: "20/11/2026",
          signedByName: "Thử",
          title: "Thử",
          nominations: [hue.id],
        },
        may: ["otherHomeAffairs", "otherChairman"],
        answer: 422,
        refused: ofTheNation,
        secrets: secretsOf(hue),
      },
    ],
    ...Object.fromEntries(
      Object.entries({
        publish: {},
        issue: { issuedOn: "21/11/2026", records: [ward.id] },
        revoke: { recordId: ward.id, revokedOn: "21/11/2026", ground: "fraud", reason: "Vì sao." },
        return: { recordId: ward.id, returnedOn: "21/11/2026" },
      }).map(([tail, body]): [string, Visit[]] => [
        `POST /api/awards/decisions/[id]/${tail}`,
        [
          {
            to: `POST /api/awards/decisions/${DECISION}/${tail}`,
            what: `${tail} on an old page of a decision of Hà Nội`,
            body: { ...OLD, ...body },
            may: deciders,
            refused: nobodyElse(deciders, working),
            id: DECISION,
          },
        ],
      ]),
    ),
    "POST /api/awards/nominations/[id]/notice": [
      act("/notice", draft, ["clerk", "head"]),
      act("/notice", proposed, ["homeAffairs", "chairman"]),
      act("/notice", far, ["otherHomeAffairs", "otherChairman"]),
    ],

    "POST /api/awards/rounds": [
      {
        to: "POST /api/awards/rounds",
        what: "a round whose days run backwards",
        body: {
          ...days,
          kind: "annual",
          title: "Thử",
          opensOn: "02/11/2026",
          closesOn: "01/11/2026",
          awardIds: ["giay-khen"],
        },
        may: keepers,
        answer: 422,
        refused: everybody.filter((kind) => !keepers.includes(kind)),
      },
    ],
    "POST /api/awards/rounds/[id]": roundLooks.map(({ id, what, may }, index) => ({
      to: `POST /api/awards/rounds/${id}`,
      what: `changing ${what} as it was once`,
      body: {
        ...OLD,
        ...days,
        kind: "annual",
        title: "Thử",
        opensOn: "01/11/2026",
        closesOn: "02/11/2026",
        awardIds: ["giay-khen"],
      },
      may: [index === 0 ? "homeAffairs" : "otherHomeAffairs"] as Kind[],
      refused: may.filter((kind) => kind !== (index === 0 ? "homeAffairs" : "otherHomeAffairs")),
      id,
    })),
    "POST /api/awards/rounds/[id]/close": roundLooks.map(({ id, what, may }, index) => ({
      to: `POST /api/awards/rounds/${id}/close`,
      what: `closing ${what} as it was once`,
      body: OLD,
      may: [index === 0 ? "homeAffairs" : "otherHomeAffairs"] as Kind[],
      refused: may.filter((kind) => kind !== (index === 0 ? "homeAffairs" : "otherHomeAffairs")),
      id,
    })),
    "POST /api/awards/subjects": [
      {
        to: "POST /api/awards/subjects",
        what: "a subject in an agency that is not there",
        body: { kind: "collective", name: "Thử", agency: "khong-co-co-quan-nay" },
        may: writers,
        answer: 422,
        refused: everybody.filter((kind) => !writers.includes(kind)),
      },
    ],
    "POST /api/awards/subjects/[id]/holds": [
      {
        to: `POST /api/awards/subjects/${ward.subjectId}/holds`,
        what: "a hold without a reason",
        body: { kind: "press", reason: "", source: "" },
        may: everybody,
        answer: 422,
      },
    ],
    "POST /api/awards/subjects/[id]/holds/[holdId]/lift": subjects.map(({ id, may, secrets }, index) => ({
      to: `POST /api/awards/subjects/${id}/holds/${ward.id}/lift`,
      what: "ending a hold that is none",
      body: { conclusion: "clean" },
      may: [...secretariats, ...((index === 0 ? ["head", "homeAffairs"] : ["otherHomeAffairs"]) as Kind[])],
      answer: 404,
      refused: may.filter(
        (kind) => ![...secretariats, ...(index === 0 ? ["head", "homeAffairs"] : ["otherHomeAffairs"])].includes(kind),
      ),
      secrets,
    })),
    "POST /api/awards/nominations": [
      {
        to: "POST /api/awards/nominations",
        what: "a dossier for a stranger in Hà Nội's round",
        body: { roundId: ward.roundId, subject: ward.id, awardId: "giay-khen" },
        may: inTheCity,
        answer: 404,
        refused: ofTheNation,
        secrets: secretsOf(ward),
      },
    ],
    "POST /api/awards/nominations/[id]": writing("", days),
    "POST /api/awards/nominations/[id]/facts": writing("/facts"),
    "POST /api/awards/nominations/[id]/checklist": bySecretariat("/checklist"),
    "POST /api/awards/nominations/[id]/receipt": bySecretariat("/receipt"),
    "POST /api/awards/nominations/[id]/consultations": bySecretariat("/consultations", { agency: "H26.CA" }),
    "POST /api/awards/nominations/[id]/moves/propose": byProposer("/moves/propose"),
    "POST /api/awards/nominations/[id]/moves/withdraw": byProposer("/moves/withdraw"),
    "POST /api/awards/nominations/[id]/moves/consent": byProposer("/moves/consent"),
    "POST /api/awards/nominations/[id]/moves/declineForm": byProposer("/moves/declineForm"),
    "POST /api/awards/nominations/[id]/moves/sendBack": bySecretariat("/moves/sendBack"),
    "POST /api/awards/nominations/[id]/moves/offerForm": bySecretariat("/moves/offerForm", { awardId: "giay-khen" }),
    "POST /api/awards/nominations/[id]/moves/appraise": bySecretariat("/moves/appraise", { appraisal: "Đủ." }),
    "POST /api/awards/nominations/[id]/moves/forward": byHoldingHead("/moves/forward"),
    "POST /api/awards/nominations/[id]/moves/refuse": byHoldingHead("/moves/refuse"),
    "POST /api/awards/consultations/[id]": [
      {
        to: `POST /api/awards/consultations/${ward.id}`,
        what: "answering what nobody asked",
        body: { opinion: "agree" },
        may: [],
        secrets: secretsOf(ward),
      },
    ],
    "POST /api/awards/publicities": [
      {
        to: "POST /api/awards/publicities",
        what: "publishing a dossier of Huế",
        body: { title: "Thử", place: "Bảng tin", startsOn: "01/01/2026", nominations: [hue.id] },
        may: ["otherHomeAffairs"],
        answer: 422,
        refused: ["otherChairman", ...ofTheNation],
        secrets: secretsOf(hue),
      },
    ],
    "POST /api/awards/publicities/[id]/feedback": [
      {
        to: `POST /api/awards/publicities/${ward.id}/feedback`,
        what: "saying something to a list that is none",
        body: { nominationId: ward.id, feedback: "Thử." },
        may: [],
        secrets: secretsOf(ward),
      },
    ],
    "POST /api/awards/register/preview": [
      {
        to: "POST /api/awards/register/preview",
        what: "a table without columns",
        body: { text: "a,b" },
        may: writers,
        answer: 422,
        refused: everybody.filter((kind) => !writers.includes(kind)),
      },
    ],
    "POST /api/awards/register/workbook": [
      {
        to: "POST /api/awards/register/workbook",
        what: "a workbook that is none",
        body: {},
        may: writers,
        answer: 422,
        refused: everybody.filter((kind) => !writers.includes(kind)),
      },
    ],
    "POST /api/awards/register": [
      {
        to: "POST /api/awards/register",
        what: "importing a table without columns",
        body: { text: "a,b" },
        may: writers,
        answer: 422,
        refused: everybody.filter((kind) => !writers.includes(kind)),
      },
    ],
  };
}
