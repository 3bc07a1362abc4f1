import { allBut, everybody, type Kind } from "./people.ts";
import type { Table, Visit } from "./table.ts";

const NOBODY = "00000000-0000-4000-8000-000000000000";

const publishers: Kind[] = ["publicSecurity", "ministryOfHomeAffairs", "minister"];
const desk: Kind[] = [...publishers, "homeAffairs", "chairman", "otherHomeAffairs", "otherChairman"];

/** For everybody, signed in or not. */
const open = (to: string, what: string, answer = 200): Visit => ({ to, what, may: everybody, answer, nobody: answer });

const act = (to: string, what: string, body: object, may: Kind[], answer: number): Visit => ({
  to: `POST ${to}`,
  what,
  body,
  may,
  answer,
  refused: allBut(...may),
});

/** The public site and its open addresses are the same for whoever asks; the desk is for those who may publish. */
export const publicationVisits: Table = {
  "/": [open("/", "the public home")],
  "/campaign": [open("/campaign", "the national plan for everybody")],
  "/progress": [
    open("/progress", "the published progress"),
    open("/progress?period=2025&measure=B1", "a published figure"),
    open("/progress?period=2026&measure=none", "a period that is not public"),
  ],
  "GET /progress/map.png": [open("/progress/map.png?measure=B1", "the map as a picture")],
  "/exemplars": [open("/exemplars", "published models")],
  "/open-data": [open("/open-data", "what open data there is")],
  "GET /api/v1/periods": [open("/api/v1/periods", "public periods")],
  "GET /api/v1/numbers": [
    open("/api/v1/numbers?period=2025&measure=accepted", "public numbers"),
    open("/api/v1/numbers?agency=00070", "numbers of one unit, for which there is no parameter", 400),
  ],
  "GET /api/v1/exemplars": [open("/api/v1/exemplars?format=csv", "public models")],
  "GET /api/v1/agencies": [open("/api/v1/agencies?kind=province", "the provinces")],
  "GET /api/v1/openapi.json": [open("/api/v1/openapi.json", "the description of open data")],
  "/publications": [
    {
      to: "/publications?period=2025&least=3&measures=accepted&measures=B1",
      what: "the desk of publications",
      may: desk,
    },
  ],
  "POST /api/publications": [
    act(
      "/api/publications",
      "numbers nobody has looked at",
      { period: "2026", measures: "accepted", least: 3, seen: "0".repeat(64) },
      publishers,
      409,
    ),
  ],
  "POST /api/publications/[id]/withdraw": [
    act(`/api/publications/${NOBODY}/withdraw`, "the withdrawal of nothing", { reason: "Vì sao." }, publishers, 404),
  ],
  "POST /api/publications/exemplars": [
    act(
      "/api/publications/exemplars",
      "a model of no agency",
      { kind: "model", title: "Mô hình", agency: "không có", summary: "Cách làm.", year: 2026 },
      desk,
      422,
    ),
  ],
  "POST /api/publications/exemplars/[id]/withdraw": [
    act(
      `/api/publications/exemplars/${NOBODY}/withdraw`,
      "the withdrawal of no model",
      { reason: "Vì sao." },
      desk,
      404,
    ),
  ],
};
