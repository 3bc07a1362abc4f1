import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { AgencyKind } from "#generated/prisma/enums";
import { keepsDecision } from "#lib/awards/decisions/policy";
import { findDecision, listDecided, listToDecide } from "#lib/awards/decisions/queries";
import { decidedBy } from "#lib/awards/decisions/rules";
import { listNominations, type NominationRow, readNominations } from "#lib/awards/nominations/queries";
import { findRound } from "#lib/awards/rounds/queries";
import { awardName, type RuleSetDefinition } from "#lib/awards/rule-set";
import { findRules } from "#lib/awards/rule-sets/queries";
import { gatherMinutes } from "#lib/councils/minutes";
import { findSessionView, listPublicity } from "#lib/councils/sessions/queries";
import { dayOf } from "#lib/dates";
import { row } from "#lib/db";
import { authorize, notFound, refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { fold } from "#lib/text";
import type { PaperContent } from "../content.ts";
import { capitals, signatureLines, suggestPlace, suggestSignature, suggestSuperior } from "../presentation.ts";
import { renderFile } from "../rendering/press.ts";
import type { Format } from "../schema.ts";
import type { Issuer } from "./content.ts";
import {
  certificatesOf,
  type DecisionSource,
  decisionPaper,
  listPaper,
  minutesPaper,
  type Named,
  proposalPaper,
  type Signing,
} from "./gather.ts";

/** A file to save. Papers of awards are made whenever they are asked for; what was signed is kept by the agency's clerk of documents. */
export type AwardFile = { name: string; type: Format; body: Buffer };

/** The agency's own dossiers of a round, as a tờ trình to the agency that has them. @throws notFound, refused when there are none */
export async function proposalFile(actor: Actor, roundId: string, format: Format): Promise<AwardFile> {
  const round = await findRound(actor, roundId);
  if (!round) throw notFound("đợt xét");
  const listed = await listNominations(actor, { roundId, whose: "proposed" }, { offset: 0, limit: MOST });
  const standing = listed.filter(({ status }) => !["withdrawn", "refused", "notPassed", "revoked"].includes(status));
  if (standing.length === 0) throw refused("Cơ quan chưa có hồ sơ nào trong đợt này để lập tờ trình.");
  const nominations = await readNominations(standing.map(({ id }) => id));
  const rules = await findRules(actor.agency.id, dayOf(round.now));
  const issuer = await issuerOf(actor.agency.id);
  const content = proposalPaper({
    issuer,
    addressee: round.agencyName,
    roundTitle: round.title,
    rulesTitle: rules?.title ?? "quy định về khen thưởng",
    named: nominations.map((nomination) => namedOf(nomination, rules?.definition ?? null)),
    signature: { lines: [headOf(issuer)], name: "" },
    today: dayOf(round.now),
  });
  return paperFile("to-trinh-khen-thuong", content, format);
}

/** The decision on what passed in a round, as a draft to be signed. @throws notFound, refused when nothing waits for the actor's agency */
export async function draftDecisionFile(actor: Actor, roundId: string, format: Format): Promise<AwardFile> {
  const round = await findRound(actor, roundId);
  if (!round) throw notFound("đợt xét");
  const ready = await listToDecide(actor, { roundId });
  const [first] = ready;
  if (!first) throw refused("Đợt này chưa có hồ sơ nào chờ quyết định của cơ quan đồng chí.");
  const by = decidedBy({ ...first.nomination, rules: first.rules });
  const issuer = await issuerOf(first.nomination.holderId);
  const content = decisionPaper({
    issuer,
    decidedBy: by,
    number: null,
    decidedOn: null,
    title: "Về việc khen thưởng trong phong trào thi đua Toàn dân bảo vệ an ninh Tổ quốc",
    named: ready
      .filter(({ nomination, rules }) => decidedBy({ ...nomination, rules }) === by)
      .map(({ nomination, rules }) => namedOf(nomination, rules)),
    council: "Hội đồng Thi đua - Khen thưởng",
    signature: { lines: [headOf(issuer)], name: "" },
    today: dayOf(round.now),
  });
  return paperFile("du-thao-quyet-dinh-khen-thuong", content, format);
}

export const decisionPapers = ["decision", "list", "certificates", "certificates-plain"] as const;
export type DecisionPaperKind = (typeof decisionPapers)[number];

/** A paper of a recorded decision. Certificates are .docx only: they are printed on sheets the agency chooses. @throws notFound */
export async function decisionFile(
  actor: Actor,
  id: string,
  paper: DecisionPaperKind,
  format: Format,
): Promise<AwardFile> {
  const decision = await findDecision(actor, id);
  if (!decision) throw notFound("quyết định khen thưởng");
  authorize(keepsDecision(actor, decision), "Chỉ cơ quan quyết định được tải văn bản của quyết định.");
  const [decided, rules, own] = await Promise.all([
    listDecided(id),
    findRules(decision.agencyId, decision.decidedOn),
    issuerOf(decision.agencyId),
  ]);
  const source: DecisionSource = {
    ...decision,
    issuer: issuerOfState(decision.decidedBy) ?? own,
    today: dayOf(decision.now),
    named: decided.map((one) => ({
      name: one.subjectName,
      kind: one.subjectKind,
      about: one.subjectDescription,
      agencyName: one.subjectAgencyName,
      awardName: awardName(rules?.definition, one.awardId),
      achievement: one.achievement ?? "",
      bonus: one.bonus,
    })),
    council: "Hội đồng Thi đua - Khen thưởng",
    signature: signing(own.kind, decision.signedByPosition ?? decision.decidedBy, decision.signedByName),
  };
  const slug = fold(decision.number).replace(/ /g, "-");
  if (paper === "decision") return paperFile(`quyet-dinh-${slug}`, decisionPaper(source), format);
  if (paper === "list") return paperFile(`danh-sach-${slug}`, listPaper(source), format);
  if (format !== "docx") throw notFound("tệp này");
  const isPlain = paper === "certificates-plain";
  const body = await renderFile({ kind: "certificates", certificates: certificatesOf(source), isPlain });
  return { name: `bang-giay-khen-${slug}.docx`, type: "docx", body };
}

/** The minutes of a session, a draft until it is closed. @throws notFound also while it is being prepared */
export async function minutesFile(actor: Actor, sessionId: string, format: Format): Promise<AwardFile> {
  const view = await findSessionView(actor, sessionId);
  if (!view || view.session.status === "preparing") throw notFound("biên bản phiên họp");
  const { session, items } = view;
  const publicity = await listPublicity(items.map(({ nominationId }) => nominationId));
  const issuer = await issuerOf(session.agencyId);
  const content = minutesPaper(gatherMinutes(view, publicity), issuer, {
    isFinal: session.status === "closed",
    today: dayOf(session.now),
  });
  return paperFile(`bien-ban-${session.meetsOn}`, content, format);
}

const MOST = 500;

async function paperFile(name: string, content: PaperContent, format: Format): Promise<AwardFile> {
  const body =
    format === "pdf"
      ? await renderFile({ kind: "pdf", content })
      : await renderFile({ kind: "docx", template: await shippedTemplate(), content });
  return { name: `${name}.${format}`, type: format, body };
}

/** The layout that comes with the system; templates that agencies adopt are for reports. */
const shippedTemplate = () =>
  readFile(join(/* turbopackIgnore: true */ process.cwd(), "prisma/reference/document-own.docx"));

const namedOf = (nomination: NominationRow, rules: RuleSetDefinition | null): Named => ({
  name: nomination.subjectName,
  kind: nomination.subjectKind,
  about: nomination.subjectDescription,
  agencyName: nomination.subjectAgencyName,
  awardName: awardName(rules, nomination.awardId),
  achievement: nomination.achievement,
});

async function issuerOf(agencyId: string): Promise<Issuer & { kind: AgencyKind }> {
  const found = await row<{
    name: string;
    shortName: string;
    kind: AgencyKind;
    parent: string | null;
    province: string | null;
  }>(
    `select t.name, t.short_name as "shortName", t.kind, p.name as parent, v.short_name as province from agency_on(campaign_today()) t
     left join agency_on(campaign_today()) p on p.agency_id = t.parent_id left join agency_on(campaign_today()) v on v.agency_id = t.province_id
     where t.agency_id = $1`,
    [agencyId],
  );
  if (!found) throw notFound("cơ quan");
  const { name, shortName, kind, parent, province } = found;
  return {
    name,
    kind,
    superior: suggestSuperior(kind, parent),
    place: suggestPlace(kind, shortName, province),
    abbreviation: kind === "province" || kind === "commune" ? "UBND" : "……",
  };
}

/** The Prime Minister and the State President issue under their own names. */
const issuerOfState = (decider: string): Issuer | null =>
  /^(Thủ tướng|Chủ tịch nước)/.test(decider)
    ? { name: decider, superior: null, place: "Hà Nội", abbreviation: decider.startsWith("Thủ") ? "TTg" : "CTN" }
    : null;

/** A decision is signed in the head's own name, not for the committee. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7. */
function signing(kind: AgencyKind, position: string, name: string): Signing {
  return { lines: signatureLines({ ...suggestSignature(kind, position, name), forWhom: "" }), name };
}

const headOf = ({ kind }: { kind: AgencyKind }) =>
  capitals(kind === "province" || kind === "commune" ? "Chủ tịch" : "Thủ trưởng cơ quan");
