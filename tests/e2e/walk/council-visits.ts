import type { CouncilThings } from "./council.ts";
import { everybody, type Kind } from "./people.ts";
import type { Table, Visit } from "./table.ts";

/** No page has ever shown this version, so an act that would be allowed ends with a conflict. */
const OLD = { version: 999_999 };

/** Members of Hà Nội's council and its secretariat; also a member of another council, or of none, finds nothing. */
const members: Kind[] = ["chairman", "police", "department"];
const atTheTable: Kind[] = [...members, "homeAffairs"];

export function councilVisits(council: CouncilThings): Table {
  const { id, memberId, sessionId, nominationId, openBallotId, closedBallotId, secrets } = council;
  const page = (to: string, what: string, guess: string): Visit[] => [
    { to, what, may: atTheTable, id: guess, secrets },
  ];
  /** An act of the secretariat on an old page. */
  const kept = (to: string, what: string, body: object = {}): Visit[] => [
    {
      to: `POST ${to}`,
      what,
      body: { ...OLD, ...body },
      may: ["homeAffairs"],
      refused: members,
      id: to.includes("sessions/") ? sessionId : id,
      secrets,
    },
  ];
  const session = `/api/councils/sessions/${sessionId}`;
  const item = `${session}/agenda/${nominationId}`;
  const act = (to: string, what: string, body: object, may: Kind[], refused: Kind[], guess: string): Visit[] => [
    { to: `POST ${to}`, what, body, may, answer: 422, refused, id: guess, secrets },
  ];
  const dates = { validFrom: "2026-02-01", validTo: "2026-01-01" };
  return {
    "/councils": [{ to: "/councils", what: "the councils", may: everybody }],
    "/councils/[id]": page(`/councils/${id}`, "the council of Hà Nội", id),
    "/councils/sessions/[id]": page(`/councils/sessions/${sessionId}`, "its session", sessionId),
    "/councils/sessions/[id]/minutes": page(`/councils/sessions/${sessionId}/minutes`, "its minutes", sessionId),
    "GET /api/councils/sessions/[id]/minutes/[format]": page(
      `/api/councils/sessions/${sessionId}/minutes/docx`,
      "its minutes as a file",
      sessionId,
    ),
    "/councils/sessions/[id]/dossiers/[nominationId]": page(
      `/councils/sessions/${sessionId}/dossiers/${nominationId}`,
      "a dossier before it",
      nominationId,
    ),
    "/councils/ballots/[ballotId]": page(`/councils/ballots/${closedBallotId}`, "a counted ballot", closedBallotId),
    "POST /api/councils": [
      {
        to: "POST /api/councils",
        what: "a council of Hà Nội that ends before it begins",
        body: { agencyId: "H26", name: "Hội đồng", ...dates },
        may: ["homeAffairs"],
        answer: 422,
      },
    ],
    "POST /api/councils/[id]/members": kept(`/api/councils/${id}/members`, "a new member", {
      username: "canbo.00082",
      role: "member",
      post: "Ủy viên",
      validFrom: "2026-01-01",
    }),
    "POST /api/councils/[id]/members/[memberId]/end": kept(
      `/api/councils/${id}/members/${memberId}/end`,
      "the end of the chair",
    ),
    "POST /api/councils/[id]/sessions": kept(`/api/councils/${id}/sessions`, "another session", {
      title: "Phiên khác",
      meetsAt: "2026-12-10T08:00",
    }),
    "POST /api/councils/sessions/[id]/agenda": kept(`${session}/agenda`, "a dossier onto the agenda", {
      nominations: [nominationId],
    }),
    "POST /api/councils/sessions/[id]/agenda/[nominationId]/take-off": kept(
      `${item}/take-off`,
      "a dossier off the agenda",
      { reason: "Vì sao." },
    ),
    "POST /api/councils/sessions/[id]/agenda/[nominationId]/dissent": kept(`${item}/dissent`, "dissent", {
      dissent: "Khác.",
    }),
    "POST /api/councils/sessions/[id]/agenda/[nominationId]/recusal": act(
      `${item}/recusal`,
      "stepping back when votes are taken",
      { reason: "Vì sao." },
      members,
      [],
      sessionId,
    ),
    "POST /api/councils/sessions/[id]/attendance": kept(`${session}/attendance`, "attendance"),
    "POST /api/councils/sessions/[id]/open": kept(`${session}/open`, "opening"),
    "POST /api/councils/sessions/[id]/close": kept(`${session}/close`, "concluding"),
    "POST /api/councils/sessions/[id]/ballots": kept(`${session}/ballots`, "a ballot", {
      nominations: [nominationId],
      means: "electronic",
    }),
    "POST /api/councils/sessions/[id]/voting": kept(`${session}/voting`, "the end of handing out"),
    "POST /api/councils/sessions/[id]/counting": kept(`${session}/counting`, "the closing of the box"),
    "POST /api/councils/sessions/[id]/slips": act(
      `${session}/slips`,
      "slips of no ballot",
      { blinded: {} },
      members,
      ["homeAffairs"],
      sessionId,
    ),
    // Nobody is asked who they are; the ballot is over.
    "POST /api/councils/ballots/[ballotId]/box": [
      {
        to: `POST /api/councils/ballots/${closedBallotId}/box`,
        what: "a vote into a closed box",
        body: { token: "0".repeat(64), signature: "AAAA", choice: "favour" },
        may: everybody,
        answer: 422,
        nobody: 422,
        id: closedBallotId,
      },
    ],
    "POST /api/councils/ballots/[ballotId]/vote": act(
      `/api/councils/ballots/${openBallotId}/vote`,
      "a second vote",
      { choice: "against" },
      members,
      [],
      openBallotId,
    ),
    "POST /api/councils/ballots/[ballotId]/count": act(
      `/api/councils/ballots/${openBallotId}/count`,
      "a teller's count where there is nothing to count",
      { favour: 1, against: 0, blank: 0 },
      atTheTable,
      [],
      openBallotId,
    ),
    "POST /api/councils/ballots/[ballotId]/override": act(
      `/api/councils/ballots/${openBallotId}/override`,
      "another conclusion before the count",
      { passed: "true", reason: "Vì sao." },
      ["chairman"],
      ["police", "department", "homeAffairs"],
      openBallotId,
    ),
  };
}
