import "server-only";
import { chosenPeriod } from "#lib/campaign/clock";
import type { FoundList, ListRequest } from "#lib/list-route";
import { type ListCell, oneBatch } from "#lib/sheets/writing/list";
import { isShare } from "../figures/rules.ts";
import { findPeriodForm } from "../map/queries.ts";
import { findScope } from "../queries.ts";
import { findRanking } from "./find.ts";
import type { Candidate } from "./rules.ts";
import { findingOf, methodWords, tellReason } from "./words.ts";

/** A ranking as a file: whoever is ranked, then whoever is left out with the reason. */
export async function rankingList({ actor, query, params, now, periods }: ListRequest): Promise<FoundList> {
  const scope = await findScope(actor, params.scopeId ?? "");
  if (!scope) return null;
  const period = chosenPeriod({ now, periods }, query.get("period"));
  const found = await findRanking(scope, period, await findPeriodForm(period), Object.fromEntries(query));
  const { indicator, least, type } = found.asked;
  const cells = ({ id, name, number, base }: Candidate): ListCell[] => [
    id,
    name,
    number === null ? null : Number(number),
    base === null ? null : Number(base),
  ];
  return {
    fileName: `xep-hang-${indicator.id.toLowerCase()}-${scope.id}-${period}`,
    title: findingOf(indicator, found),
    filters: [
      `năm ${period}`,
      scope.name,
      type === null ? "mọi loại đơn vị" : `chỉ ${type}`,
      ...(isShare(indicator) ? [`mẫu số từ ${least}`] : []),
      ...(found.method ? [methodWords[found.method].told] : []),
    ],
    columns: [
      { head: "Hạng", width: 8 },
      { head: "Hạng cao nhất có thể", width: 12 },
      { head: "Hạng thấp nhất có thể", width: 12 },
      { head: "Mã", width: 12 },
      { head: "Nơi", width: 32 },
      { head: isShare(indicator) ? "Tử số" : indicator.unit || "Giá trị", width: 16 },
      { head: "Mẫu số", width: 12 },
      { head: "Không xếp hạng vì", width: 48 },
    ],
    batches: oneBatch([
      ...found.ranked.map(({ rank, best, worst, candidate }) => [rank, best, worst, ...cells(candidate), null]),
      ...found.leftOut.map(({ candidate, reason }) => [
        ...[null, null, null],
        ...cells(candidate),
        tellReason(reason, scope.isNation),
      ]),
    ]),
  };
}
