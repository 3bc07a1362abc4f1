import { randomUUID } from "node:crypto";
import type { AwardRule, RuleSetDefinition, Valued } from "#lib/awards/rule-set";
import { dropIntoBox } from "#lib/councils/ballots/box";
import { openBallots, startVoting, takeSlips } from "#lib/councils/ballots/service";
import { finishSlip, prepareSlip, type Slip } from "#lib/councils/ballots/slip";
import type { AttendanceState, Choice } from "#lib/councils/labels";
import { addMember, createCouncil } from "#lib/councils/service";
import { findSessionView } from "#lib/councils/sessions/queries";
import { addToAgenda, createSession, openSession, recordAttendance } from "#lib/councils/sessions/service";
import { row, rows } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import { anActor, setClock } from "../reports/stage.ts";

/** The stage of the tests of councils: rule sets, dossiers as their secretariat has appraised them, and a council that meets. */

const MEETS_AT = new Date("2026-12-10T08:00:00+07:00");

export const openStage = () => setClock("2026-12-10T07:30:00+07:00");

const found = <T>(value: T): Valued<T> => ({ value, mark: "found", source: "Quy chế thử nghiệm, Điều 1" });

export type Rules = {
  threshold?: Partial<AwardRule["threshold"]>;
  ballot?: AwardRule["ballot"];
  recusal?: RuleSetDefinition["recusal"];
  quorum?: RuleSetDefinition["quorum"];
  overQuota?: RuleSetDefinition["overQuota"];
  tie?: RuleSetDefinition["tie"];
};

export const share = (numerator: number, denominator: number) => ({
  numerator,
  denominator,
  base: "allMembers" as const,
});

function definitionOf({ threshold, ballot, recusal, quorum, overQuota, tie }: Rules): RuleSetDefinition {
  return {
    awards: [
      {
        id: "bang-khen-bo-tinh",
        name: "Bằng khen của Chủ tịch UBND thành phố",
        kind: "form",
        level: "province",
        subjects: found(["collective", "individual", "household"]),
        proposes: found("UBND cấp xã"),
        decides: found("Chủ tịch UBND thành phố"),
        ballot: ballot ?? found("secret"),
        threshold: { ...found(share(2, 3)), ...threshold },
        intake: found(null),
        publicityDays: found(null),
        preconditions: [],
        dossier: [],
        bonus: found({ individual: 150, collective: 300, household: 225 }),
      },
    ],
    quorum: quorum ?? found({ numerator: 2, denominator: 3, base: "allMembers" }),
    recusal: recusal ?? found("staysInBase"),
    tie: tie ?? found("womenFirst"),
    overQuota: overQuota ?? found("byVotes"),
    freshnessMonths: found(null),
    consultationDays: found(null),
    consultationSilence: found(null),
    appraisalDays: found({ base: null, province: null, state: null }),
    refusalDays: found(null),
    issuingDays: found(null),
    returnDays: found(null),
    bonusRounding: found(10_000),
    bonusOverlap: found(null),
  };
}

let sets = 0;

/** A national set and Hà Nội's own beside it, in force from now on before all others. Its id is Hà Nội's. */
export async function aRuleSet(rules: Rules = {}): Promise<string> {
  const id = `thu-${++sets}`;
  await rows(
    `with national as (insert into rule_set (id, title, definition, source, effective_from, adopted_at)
       values ($1 || '-quoc-gia', 'Bộ quy định thử', $2, 'Thử', date '2026-10-02' + $3::int, now()) returning id)
     insert into rule_set (id, agency_id, base_id, title, definition, source, effective_from, adopted_at)
     select $1, 'H26', national.id, 'Bộ quy định thử của Hà Nội', '{}', 'Thử', date '2026-10-02' + $3::int, now() from national`,
    [id, JSON.stringify(definitionOf(rules)), sets],
  );
  return id;
}

export async function aRound(quotas: Record<string, { most: number }> = {}): Promise<string> {
  const made = await row<{ id: string }>(
    `insert into award_round (agency_id, kind, title, achieved_from, achieved_to, opens_on, closes_on, award_ids, quotas)
     values ('H26', 'annual', 'Đợt xét năm 2026', '2025-12-01', '2026-11-30', '2026-11-01', '2026-12-31', '{bang-khen-bo-tinh}', $1) returning id`,
    [JSON.stringify(quotas)],
  );
  return made?.id ?? "";
}

type Dossier = {
  ruleSetId: string;
  roundId?: string;
  agencyId?: string;
  name?: string;
  kind?: string;
  isWoman?: boolean;
};

/** A dossier that the secretariat of Hà Nội has appraised. */
export async function aDossier({
  ruleSetId,
  roundId,
  agencyId = "00070",
  name,
  kind = "collective",
  isWoman,
}: Dossier): Promise<string> {
  const made = await row<{ id: string }>(
    `with subject as (insert into award_subject (kind, name, search_text, agency_id, is_woman) values ($1::subject_kind, $2, lower($2), $3, $4) returning id)
     insert into nomination (round_id, subject_id, award_id, agency_id, holder_id, rule_set_id, proposed_on, status, status_since, achievement,
       achieved_from, achieved_to, paper_received_on, file_received_on)
     select $5, subject.id, 'bang-khen-bo-tinh', $3, 'H26', $6, '2026-11-20', 'appraised', now(), 'Xây dựng khu dân cư an toàn.', '2025-12-01', '2026-11-30', '2026-11-20', '2026-11-20'
     from subject returning id`,
    [
      kind,
      name ?? `Tổ dân phố ${randomUUID().slice(0, 8)}`,
      agencyId,
      isWoman ?? null,
      roundId ?? (await aRound()),
      ruleSetId,
    ],
  );
  return made?.id ?? "";
}

export type Council = { id: string; secretary: Actor; members: Actor[] };

/** Hà Nội's council: the chair first, then members from communes of the city. The standing secretariat keeps it without a seat. */
export async function aCouncil(size: number, agencies: string[] = []): Promise<Council> {
  const secretary = await anActor("H26.NV", "secretariat");
  const id = await createCouncil(secretary, {
    agencyId: "H26",
    name: "Hội đồng Thi đua - Khen thưởng Thành phố",
    decisionNumber: "1/QĐ-UBND",
    validFrom: "2026-01-01",
    validTo: null,
  });
  const members: Actor[] = [];
  for (let index = 0; index < size; index++) {
    const actor = await anActor(agencies[index] ?? "H26", index === 0 ? "head" : "reader");
    await seat(secretary, id, actor, index === 0 ? "chair" : "member");
    members.push(actor);
  }
  return { id, secretary, members };
}

export async function seat(
  secretary: Actor,
  councilId: string,
  actor: Actor,
  role: "chair" | "member",
  substitutesId: string | null = null,
) {
  const council = await row<{ version: number }>("select version from council where id = $1", [councilId]);
  await addMember(secretary, {
    id: councilId,
    version: council?.version ?? 0,
    username: actor.username,
    role,
    post: "Thành viên",
    validFrom: "2026-01-01",
    substitutesId,
  });
}

export const versionOf = async (sessionId: string) =>
  (await row<{ version: number }>("select version from council_session where id = $1", [sessionId]))?.version ?? 0;

export async function viewBy(actor: Actor, sessionId: string) {
  const view = await findSessionView(actor, sessionId);
  if (!view) throw new Error("The session is not theirs to see.");
  return view;
}

/** A session with these dossiers on its agenda. */
export async function aSession({ id, secretary }: Council, nominations: string[]): Promise<string> {
  const sessionId = await createSession(secretary, {
    id,
    version: (await row<{ version: number }>("select version from council where id = $1", [id]))?.version ?? 0,
    title: "Xét khen thưởng năm 2026",
    meetsAt: MEETS_AT,
    place: "Trụ sở UBND Thành phố",
  });
  await addToAgenda(secretary, { id: sessionId, version: await versionOf(sessionId), nominations });
  return sessionId;
}

/** Everybody present, except as said by the place in the list of members. */
export async function attend(council: Council, sessionId: string, others: Record<number, AttendanceState> = {}) {
  const { seats } = await viewBy(council.secretary, sessionId);
  const states = council.members.map((member, index) => {
    const seatId = seats.find(({ personId }) => personId === member.personId)?.seatId;
    return [`state.${seatId}`, others[index] ?? "present"];
  });
  await recordAttendance(council.secretary, {
    id: sessionId,
    version: await versionOf(sessionId),
    ...Object.fromEntries(states),
  });
}

export async function anOpenSession(
  council: Council,
  nominations: string[],
  others: Record<number, AttendanceState> = {},
) {
  const sessionId = await aSession(council, nominations);
  await attend(council, sessionId, others);
  await openSession(council.secretary, { id: sessionId, version: await versionOf(sessionId) });
  return sessionId;
}

type Opening = { means?: "electronic" | "paper"; kind?: "secret" | "open" | null };

/** Opens the ballots of these dossiers. Gives the ballots' ids in the same order. */
export async function open(
  { secretary }: Council,
  sessionId: string,
  nominations: string[],
  { means = "electronic", kind = null }: Opening = {},
) {
  const { opened } = await openBallots(secretary, {
    id: sessionId,
    version: await versionOf(sessionId),
    nominations,
    means,
    kind,
  });
  return nominations.map((id) => opened.find(({ nominationId }) => nominationId === id)?.ballotId ?? "");
}

/** What a member's browser does to get the slips of these ballots. */
export async function takeSlipsOf(actor: Actor, sessionId: string, ballotIds: string[]): Promise<Record<string, Slip>> {
  const { items } = await viewBy(actor, sessionId);
  const slips: Record<string, Slip> = {};
  for (const ballotId of ballotIds) {
    const key = items.find(({ ballot }) => ballot?.id === ballotId)?.ballot?.publicKey;
    if (!key) throw new Error("The ballot has no key.");
    const unsigned = await prepareSlip(ballotId, key);
    const signatures = await takeSlips(actor, { id: sessionId, blinded: { [ballotId]: unsigned.blinded } });
    slips[ballotId] = await finishSlip(unsigned, signatures[ballotId] ?? "");
  }
  return slips;
}

export const startVotingOf = async ({ secretary }: Council, sessionId: string) =>
  startVoting(secretary, { id: sessionId, version: await versionOf(sessionId) });

/** Drops a slip into the box, as the browser does without a session. */
export const drop = (slip: Slip | undefined, choice: Choice) => {
  if (!slip) throw new Error("There is no slip to drop.");
  return dropIntoBox({ ...slip, choice });
};

/** Hands out, votes and leaves the box full: the choices in the order of the members; nothing for who does not vote. */
export async function voteSecretly(council: Council, sessionId: string, ballotId: string, votes: (Choice | null)[]) {
  const slips = new Map<number, Slip | undefined>();
  for (const [index, choice] of votes.entries()) {
    const member = council.members[index];
    if (choice && member) slips.set(index, (await takeSlipsOf(member, sessionId, [ballotId]))[ballotId]);
  }
  await startVotingOf(council, sessionId);
  for (const [index, slip] of slips) await drop(slip, votes[index] as Choice);
  return slips;
}

export const nominationState = (id: string) =>
  row<{ status: string; result: unknown }>("select status, result from nomination where id = $1", [id]);
