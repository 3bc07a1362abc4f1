import { addressOf, withClient } from "../../../src/lib/launch/cluster.ts";

export const ask = (text: string, values: unknown[] = []) =>
  withClient(addressOf(process.env.E2E_DATA_DIR ?? ""), async (client) => (await client.query(text, values)).rows);

const found = (value: unknown) => ({
  value,
  mark: "found",
  source: "Quy chế Hội đồng Thi đua - Khen thưởng Thành phố, Điều 5",
});

/** Hà Nội's own rules where the law leaves them to it; drafting and adopting such rules is gone through in awards/rules.spec.ts. */
export const adoptCouncilRules = () =>
  ask(
    `insert into rule_set (id, agency_id, base_id, title, definition, source, effective_from, adopted_at)
     select 'ha-noi-phien-hop', 'H26', id, 'Quy chế của Thành phố', $1, 'Quy chế', '2026-11-01', now() from rule_set
     where agency_id is null and adopted_at is not null and effective_from <= '2026-11-01' and (effective_to is null or effective_to >= '2026-11-23')
     order by effective_from desc limit 1 on conflict do nothing`,
    [
      JSON.stringify({
        quorum: found({ numerator: 2, denominator: 3, base: "allMembers" }),
        recusal: found("staysInBase"),
        awards: [
          {
            id: "bang-khen-bo-tinh",
            ballot: found("secret"),
            threshold: found({ numerator: 2, denominator: 3, base: "allMembers" }),
            publicityDays: found(null),
            intake: found(null),
            preconditions: [],
            dossier: [],
          },
        ],
      }),
    ],
  );

/**
 * What comes before a council: those rules, a round, and dossiers that its secretariat has appraised.
 * Returns the names of the nominees.
 */
export async function stageDossiers(names: string[]) {
  await adoptCouncilRules();
  const [round] = await ask(
    `insert into award_round (agency_id, kind, title, achieved_from, achieved_to, opens_on, closes_on, award_ids)
     values ('H26', 'annual', 'Đợt xét năm 2026', '2025-12-01', '2026-11-30', '2026-11-01', '2026-12-31', '{bang-khen-bo-tinh}') returning id`,
  );
  for (const name of names)
    await ask(
      `with subject as (insert into award_subject (kind, name, search_text, agency_id, fictitious) values ('collective', $1, lower($1), '00070', true) returning id)
       insert into nomination (round_id, subject_id, award_id, agency_id, holder_id, rule_set_id, proposed_on, status, status_since, achievement, achieved_from, achieved_to,
         appraisal, report, paper_received_on, file_received_on)
       select $2, subject.id, 'bang-khen-bo-tinh', '00070', 'H26', 'ha-noi-phien-hop', '2026-11-12', 'appraised', now(), 'Xây dựng tổ dân phố an toàn về an ninh, trật tự.',
         '2025-12-01', '2026-11-30', 'Đủ điều kiện trình hội đồng.', '{"results":"Cả năm không để xảy ra vụ việc phức tạp."}', '2026-11-13', '2026-11-13' from subject`,
      [name, round?.id],
    );
}

/** The box of the ballot on this nominee as it lies in the database. */
export const ballotOf = async (name: string) =>
  (
    await ask(
      `select b.id, b.box, b.private_key as "privateKey", b.result, n.status from ballot b join nomination n on n.id = b.nomination_id join award_subject s on s.id = n.subject_id where s.name = $1`,
      [name],
    )
  )[0];
