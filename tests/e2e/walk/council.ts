import { addressOf, withClient } from "../../../src/lib/launch/cluster.ts";

/** Ids of what `stageCouncil` writes: the same whenever it is called. */
const id = (number: number) => `0c000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

export type CouncilThings = {
  id: string;
  memberId: string;
  sessionId: string;
  /** on the agenda, with an open ballot in which everybody has voted */
  nominationId: string;
  openBallotId: string;
  /** a secret ballot that was counted */
  closedBallotId: string;
  /** what only those at the table may read */
  secrets: string[];
};

const council: CouncilThings = {
  id: id(1),
  memberId: id(2),
  sessionId: id(5),
  nominationId: id(11),
  openBallotId: id(21),
  closedBallotId: id(22),
  secrets: ["Hội đồng Thi đua Thành phố kỳ dạo thử", "Phiên xét dạo thử", "Tổ dân phố dạo thử"],
};

const members = ["lanhdao.H26", "congan.H26", "canbo.H26.MT"];
const rule = (kind: string) => ({
  ruleSetId: "",
  awardName: "Bằng khen",
  ballot: { value: kind, mark: "found", source: "Quy chế" },
  threshold: { value: { numerator: 2, denominator: 3, base: "allMembers" }, mark: "found", source: "Quy chế" },
  recusal: { value: "staysInBase", mark: "found", source: "Quy chế" },
  heads: { members: 3, present: 3, written: 0, recused: 0, recusedPresent: 0 },
});
const result = {
  inFavour: 2,
  against: 1,
  invalid: 0,
  base: 3,
  needed: 2,
  passed: true,
  unknown: null,
  handedOut: 3,
  cast: 3,
  written: 0,
};
const quorum = { value: { numerator: 2, denominator: 3, base: "allMembers" }, mark: "found", source: "Quy chế" };
const key = { kty: "RSA", n: "s".repeat(342), e: "AQAB" };

/** A council of Hà Nội that sits on two dossiers of phường Cửa Nam, which nobody of the walk belongs to. Written once. */
export async function stageCouncil(): Promise<CouncilThings> {
  await withClient(addressOf(process.env.E2E_DATA_DIR ?? ""), async (client) => {
    const { rows } = await client.query("select 1 from council where id = $1", [council.id]);
    if (rows.length > 0) return;
    const run = (text: string, values: unknown[]) => client.query(text, values);
    const [name = "", title = "", subject = ""] = council.secrets;
    await run("insert into council (id, agency_id, name, valid_from) values ($1, 'H26', $2, '2026-01-01')", [
      council.id,
      name,
    ]);
    for (const [index, username] of members.entries())
      await run(
        `insert into council_member (id, council_id, person_id, role, agency_id, post, valid_from)
         select $1, $2, p.id, $3::council_role, (select agency_id from assignment where person_id = p.id limit 1), 'Thành viên', '2026-01-01' from person p where username = $4`,
        [id(2 + index), council.id, index === 0 ? "chair" : "member", username],
      );
    // Who sits in another council of the city has no seat at this one.
    await run(
      "insert into council (id, agency_id, name, valid_from) values ($1, 'H26.MT', 'Hội đồng khác', '2026-01-01')",
      [id(6)],
    );
    await run(
      `insert into council_member (id, council_id, person_id, role, agency_id, post, valid_from)
       select $1, $2, p.id, 'member', '00004', 'Thành viên', '2026-01-01' from person p where username = 'canbo.00004'`,
      [id(7), id(6)],
    );
    await run(
      `insert into council_session (id, council_id, title, meets_at, status, opened_at, member_count, quorum) values ($1, $2, $3, '2026-11-23T08:00:00+07:00', 'opened', '2026-11-23T08:00:00+07:00', 3, $4)`,
      [council.sessionId, council.id, title, JSON.stringify(quorum)],
    );
    for (const index of [0, 1, 2])
      await run("insert into attendance (session_id, member_id, state) values ($1, $2, 'present')", [
        council.sessionId,
        id(2 + index),
      ]);
    await run(
      `insert into award_round (id, agency_id, kind, title, achieved_from, achieved_to, opens_on, closes_on, award_ids)
       values ($1, 'H26', 'annual', 'Đợt dạo thử', '2025-12-01', '2026-11-30', '2026-11-01', '2026-12-31', '{bang-khen-bo-tinh}')`,
      [id(9)],
    );
    for (const [index, ballotId] of [council.openBallotId, council.closedBallotId].entries()) {
      const kind = index === 0 ? "open" : "secret";
      await run(
        `insert into award_subject (id, kind, name, search_text, agency_id, fictitious) values ($1, 'collective', $2, 'to dan pho dao thu', '00082', true)`,
        [id(31 + index), `${subject} ${index + 1}`],
      );
      await run(
        `insert into nomination (id, round_id, subject_id, award_id, agency_id, holder_id, proposed_on, status, status_since, achievement, achieved_from, achieved_to)
         values ($1, $2, $3, 'bang-khen-bo-tinh', '00082', 'H26', '2026-11-10', 'onAgenda', '2026-11-20', 'An toàn.', '2025-12-01', '2026-11-30')`,
        [id(11 + index), id(9), id(31 + index)],
      );
      await run(`insert into agenda_item (session_id, nomination_id, "order") values ($1, $2, $3)`, [
        council.sessionId,
        id(11 + index),
        index + 1,
      ]);
      await run(
        `insert into ballot (id, session_id, nomination_id, kind, means, rule, opened_at, handed_out_at, public_key) values ($1, $2, $3, $4::ballot_kind, 'electronic', $5, '2026-11-23', $6, $7)`,
        [
          ballotId,
          council.sessionId,
          id(11 + index),
          kind,
          JSON.stringify(rule(kind)),
          kind === "open" ? "2026-11-23" : null,
          kind === "open" ? null : JSON.stringify(key),
        ],
      );
      for (const member of [0, 1, 2])
        await run("insert into ballot_slip (ballot_id, member_id, choice) values ($1, $2, $3)", [
          ballotId,
          id(2 + member),
          kind === "open" ? "favour" : null,
        ]);
    }
    await run("update ballot set handed_out_at = '2026-11-23', closed_at = '2026-11-23', result = $2 where id = $1", [
      council.closedBallotId,
      JSON.stringify(result),
    ]);
  });
  return council;
}
