import "server-only";
import { refused } from "#lib/errors";
import { type FoundList, type ListRequest, parametersOf } from "#lib/list-route";
import type { ListCell } from "#lib/sheets/writing/list";
import { findScope } from "../queries.ts";
import type { Node } from "./axis.ts";
import { dimensionName } from "./dimensions.ts";
import { findPivot } from "./find.ts";
import type { PivotTable } from "./table.ts";
import type { Value } from "./values.ts";
import { conditionsOf } from "./words.ts";

const MOST_COLUMNS = 16_000;
const BATCH = 200;

/** The pivot of an address as a file: every row and column, numbers as numbers. */
export async function pivotList({ actor, query, params, periods }: ListRequest): Promise<FoundList> {
  const scope = await findScope(actor, params.scopeId ?? "");
  if (!scope) return null;
  const { settled, table, problem, years, ground } = await findPivot(scope, periods, parametersOf(query));
  if (!table) throw refused(problem ?? "Không có bảng nào để tải.");
  const splitsRows = settled.rows.includes("indicator");
  const columns = table.columns.flatMap((node) => partsOf(table, node, !splitsRows));
  if (columns.length > MOST_COLUMNS)
    throw refused(
      `Bảng có ${columns.length} cột, tệp bảng tính chỉ chứa được ${MOST_COLUMNS}. Hãy chuyển bớt chiều từ cột sang hàng.`,
    );
  const rows = table.rows.flatMap((node) => partsOf(table, node, splitsRows));
  const [outer, inner] = settled.rows.map((dimension) => dimensionName(dimension, scope.isNation));
  return {
    fileName: `bang-phan-tich-${scope.id}`,
    title: `Bảng phân tích, ${scope.name}`,
    filters: [
      scope.name,
      ...conditionsOf(settled, ground.choices),
      ...years.map(({ name, counted, expected }) => `năm ${name}: ${counted}/${expected} báo cáo đã được tiếp nhận`),
    ],
    columns: [
      ...[outer, inner].flatMap((head) => (head ? [{ head, width: 40 }] : [])),
      ...columns.map((part) => ({
        head: [...(settled.columns.length > 1 ? [part.node.groupName] : []), nameOf(part)].join(" / "),
        width: 18,
      })),
    ],
    batches: batchesOf(rows, (row) => [
      ...(inner ? [row.node.groupName] : []),
      nameOf(row),
      ...columns.map((column) =>
        cellOf(
          table.at(row.node, column.node),
          [row, column].some(({ isWhole }) => isWhole),
        ),
      ),
    ]),
  };
}

/** A row or column of the file. `isWhole`: it holds out of how many, beside the one that holds how many. */
type Part = { node: Node; isWhole: boolean };

/** Yes/no and choices are two numbers and stand apart in a file, on the axis of the indicators. */
function partsOf(table: PivotTable, node: Node, splits: boolean): Part[] {
  const isShare = splits && ["boolean", "choice"].includes(table.lineAt(node, node).indicator.type);
  return [{ node, isWhole: false }, ...(isShare ? [{ node, isWhole: true }] : [])];
}

function nameOf({ node: { name, hint }, isWhole }: Part) {
  if (isWhole) return `${name} (số đơn vị đã trả lời)`;
  return hint ? `${name} ${hint}` : name;
}

function cellOf(value: Value, isWhole: boolean): ListCell {
  if (value === null) return null;
  if ("why" in value) return value.why;
  return isWhole ? value.of : Number(value.number);
}

async function* batchesOf(rows: Part[], asCells: (row: Part) => ListCell[]): AsyncGenerator<ListCell[][]> {
  for (let from = 0; from < rows.length; from += BATCH) yield rows.slice(from, from + BATCH).map(asCells);
}
