import "server-only";
import { chosenPeriod } from "#lib/campaign/clock";
import type { FoundList, ListRequest } from "#lib/list-route";
import { statusLabels } from "#lib/reports/labels";
import { inBatches } from "#lib/sheets/writing/list";
import { findScope } from "../queries.ts";
import { listQuality } from "./queries.ts";
import { isQualityList, qualityLists } from "./rules.ts";

const BATCH = 500;

/** A list of the quality page as a file. */
export async function qualityList({ actor, query, params, now, periods }: ListRequest): Promise<FoundList> {
  const scope = await findScope(actor, params.scopeId ?? "");
  const list = query.get("list") ?? "";
  if (!scope || !isQualityList(list)) return null;
  const period = chosenPeriod({ now, periods }, query.get("period"));
  const { label, definition, heads } = qualityLists[list];
  return {
    fileName: `chat-luong-${list.toLowerCase()}-${scope.id}-${period}`,
    title: `${label}, ${scope.name}, năm ${period}`,
    filters: [`năm ${period}`, scope.name, definition],
    columns: [
      { head: "Mã cơ quan", width: 12 },
      { head: "Đơn vị", width: 32 },
      { head: "Tỉnh, thành phố", width: 20 },
      { head: "Trạng thái", width: 18 },
      { head: heads, width: 18 },
      { head: "Ô", width: 40 },
    ],
    batches: inBatches(
      BATCH,
      (offset) => listQuality(period, scope, list, { offset, limit: BATCH }),
      ({ agencyId, name, provinceName, status, words, cells }) => [
        agencyId,
        name,
        provinceName,
        statusLabels[status].word,
        words ?? cells.length,
        cells.join(", "),
      ],
    ),
  };
}
