import { type BallotResult, countBallot } from "#lib/awards/count";
import { awardRule, type Base, type Fraction, type RuleSetDefinition, type Valued } from "#lib/awards/rule-set";
import { refused } from "#lib/errors";
import type { Choice, Means } from "../labels.ts";
import { type Heads, isMissing } from "../rules.ts";

/** The rule one ballot is counted by, frozen when it opens; a rule set that changes later changes nothing of it. */
export type BallotRule = {
  ruleSetId: string;
  awardName: string;
  ballot: Valued<"secret" | "open" | null>;
  threshold: Valued<(Fraction & { base: Base }) | null>;
  recusal: RuleSetDefinition["recusal"];
  heads: Heads;
};

export type Votes = Record<Choice, number>;
export type TellerCount = Votes & { personId: string; name: string };

/** What is written of a closed ballot: the votes, what they were held against, and how many slips went out and came back. */
export type ClosedResult = Extract<BallotResult, { unknown: null }> & {
  handedOut: number;
  cast: number;
  written: number;
};

/**
 * The rule a dossier's ballot opens under.
 * @throws refused where the rule set does not know the threshold, or what a recusal does to the base when there is one.
 */
export function ballotRule(
  rules: { ruleSetId: string; definition: RuleSetDefinition },
  awardId: string,
  heads: Heads,
): BallotRule {
  const award = awardRule(rules.definition, awardId);
  if (!award) throw refused("Bộ quy định của hồ sơ không có hình thức khen thưởng này nên không bỏ phiếu được.");
  const { threshold, ballot, name } = award;
  const { recusal } = rules.definition;
  if (threshold.value === null)
    throw refused(
      `${name}: chưa xác minh quy định về tỷ lệ phiếu cần đạt (${threshold.source}). Thường trực hội đồng cần ghi tỷ lệ theo quy chế của mình vào bộ quy định trước khi bỏ phiếu.`,
      [{ field: "threshold", message: `${name}: tỷ lệ phiếu cần đạt chưa có quy định.`, href: "/awards/rules" }],
    );
  if (heads.recused > 0 && recusal.value === null)
    throw refused(
      `${name}: có ${heads.recused} thành viên không tham gia bỏ phiếu, nhưng chưa xác minh quy định họ có còn được tính vào tổng số thành viên hay không (${recusal.source}). Hãy ghi vào bộ quy định trước khi bỏ phiếu.`,
      [
        {
          field: "recusal",
          message: "Mẫu số khi có thành viên không bỏ phiếu: chưa có quy định.",
          href: "/awards/rules",
        },
      ],
    );
  return { ruleSetId: rules.ruleSetId, awardName: name, ballot, threshold, recusal, heads };
}

/**
 * Secret or open as the rule says; where nobody has found a rule, or it leaves the choice, as the council chooses.
 * @throws refused for a choice against the rule, or none where one is needed.
 */
export function kindOf({ ballot, awardName }: BallotRule, chosen: "secret" | "open" | null) {
  if (ballot.value && chosen && chosen !== ballot.value)
    throw refused(
      `${awardName}: ${ballot.source} quy định ${ballot.value === "secret" ? "bỏ phiếu kín" : "biểu quyết công khai"}.`,
    );
  const kind = ballot.value ?? chosen;
  if (!kind)
    throw refused(
      `${awardName}: ${isMissing(ballot) ? "chưa xác minh quy định về" : "quy định không ấn định"} cách bỏ phiếu (${ballot.source}). Hãy chọn bỏ phiếu kín hoặc biểu quyết công khai theo quyết định của hội đồng.`,
      [{ field: "kind", message: "Cách bỏ phiếu: hãy chọn một." }],
    );
  return kind;
}

export const noVotes: Votes = { favour: 0, against: 0, blank: 0 };

export const add = (one: Votes, other: Votes): Votes => ({
  favour: one.favour + other.favour,
  against: one.against + other.against,
  blank: one.blank + other.blank,
});

export const tallied = (choices: Choice[]): Votes => ({
  favour: choices.filter((choice) => choice === "favour").length,
  against: choices.filter((choice) => choice === "against").length,
  blank: choices.filter((choice) => choice === "blank").length,
});

const sumOf = ({ favour, against, blank }: Votes) => favour + against + blank;

/**
 * What the tellers found, once two people have counted alike.
 * @throws refused while one of them is missing, or they differ.
 */
export function agreedCount(counts: TellerCount[], papers: number, mayBeFewer: boolean): Votes {
  if (papers === 0) return noVotes;
  const [one, two] = counts;
  if (!one || !two) throw refused(`Cần hai người kiểm phiếu nhập độc lập; mới có ${counts.length} người nhập.`);
  if (one.favour !== two.favour || one.against !== two.against || one.blank !== two.blank)
    throw refused(
      `Hai người kiểm phiếu nhập khác nhau: ${printCount(one)}; ${printCount(two)}. Hãy kiểm lại phiếu và nhập lại.`,
    );
  const sum = sumOf(one);
  if (sum > papers || (sum < papers && !mayBeFewer))
    throw refused(`Số phiếu kiểm được là ${sum}, số phiếu phát ra là ${papers}. Hãy kiểm lại.`);
  return { favour: one.favour, against: one.against, blank: one.blank };
}

const printCount = ({ name, favour, against, blank }: TellerCount) =>
  `${name} ghi ${favour} đồng ý, ${against} không đồng ý, ${blank} trắng hoặc không hợp lệ`;

/** @throws refused when the rule does not say enough; RangeError when the votes cannot have been cast. */
export function countClosed(
  { threshold, recusal, heads }: BallotRule,
  votes: Votes,
  slips: { handedOut: number; written: number },
): ClosedResult {
  if (sumOf(votes) > slips.handedOut) throw new RangeError("More votes than slips.");
  const result = countBallot(
    { threshold: threshold.value, recusal: recusal.value },
    { ...heads, inFavour: votes.favour, against: votes.against, invalid: votes.blank },
  );
  if (result.unknown !== null) throw refused("Bộ quy định chưa đủ để tính kết quả phiếu này.");
  return { ...result, ...slips, cast: sumOf(votes) };
}

/** Whether two tellers count something: all papers, or the written opinions of a secret electronic ballot. */
export const needsTellers = (kind: string, means: Means, written: number) =>
  kind === "secret" && (means === "paper" || written > 0);
