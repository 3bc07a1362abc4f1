import { rankForPlaces } from "#lib/awards/count";
import { refused } from "#lib/errors";
import type { Outcome } from "./queries.ts";

/** A dossier that was voted on, as its conclusion reads it. */
export type Judged = {
  nominationId: string;
  subjectName: string;
  inFavour: number;
  base: number;
  passedByCount: boolean;
  /** what the chair said instead, if anything */
  override: boolean | null;
  /** a woman, or a collective of at least 70 % women */
  womenFirst: boolean;
};

/** One form of award in one round, with the places that are left; null = no quota. */
export type Group = { awardName: string; places: number | null; judged: Judged[] };

/** What the rule set says of more who pass than there are places. `women`: they go first between equals. */
export type PlaceRules = { ranks: boolean; women: boolean; source: string };

/**
 * What the council concludes on each dossier of a group: the count, the chair's own conclusion, and where more pass than there are
 * places the order of their votes. Never typed by anybody.
 * @throws refused while only the chair can tell who gets the last place.
 */
export function conclude({ awardName, places, judged }: Group, rules: PlaceRules): Map<string, Outcome> {
  const outcomes = new Map<string, Outcome>();
  for (const { nominationId, override, passedByCount } of judged) {
    if (override !== null) outcomes.set(nominationId, { passed: override, by: "chair" });
    else outcomes.set(nominationId, { passed: passedByCount, by: "count" });
  }
  const passing = judged.filter(({ nominationId }) => outcomes.get(nominationId)?.passed);
  if (places === null || passing.length <= places) return outcomes;

  const byChair = passing.filter(({ override }) => override !== null).length;
  const candidates = passing.filter(({ override }) => override === null);
  const left = places - byChair;
  if (left < 0)
    throw refused(`${awardName}: Chủ tịch hội đồng kết luận thông qua ${byChair} hồ sơ, nhưng chỉ còn ${places} suất.`);
  if (!rules.ranks)
    throw refused(
      `${awardName}: ${passing.length} hồ sơ đạt, chỉ còn ${places} suất, mà chưa xác minh quy định xếp thứ tự (${rules.source}). Chủ tịch hội đồng cần kết luận từng hồ sơ không được chọn.`,
    );
  const ranking = rankForPlaces(
    candidates.map(({ nominationId, inFavour, base, womenFirst }) => ({
      id: nominationId,
      inFavour,
      base,
      womenFirst: rules.women && womenFirst,
    })),
    left,
  );
  if (ranking.tied.length > 0) throw refused(tiedWords(awardName, candidates, ranking.tied));
  for (const [index, id] of ranking.left.entries())
    outcomes.set(id, { passed: false, by: "quota", rank: ranking.chosen.length + index + 1 });
  return outcomes;
}

const tiedWords = (awardName: string, candidates: Judged[], tied: string[]) =>
  `${awardName}: các hồ sơ ngang phiếu ở suất cuối: ${candidates
    .filter(({ nominationId }) => tied.includes(nominationId))
    .map(({ subjectName }) => subjectName)
    .join(", ")}. Chủ tịch hội đồng cần kết luận hồ sơ nào được chọn, có ghi lý do.`;
