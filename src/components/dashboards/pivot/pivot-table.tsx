import { partsHref } from "#lib/dashboards/figures/address";
import type { Node } from "#lib/dashboards/pivot/axis";
import { addressOf, type Settled } from "#lib/dashboards/pivot/definition";
import { dimensionName } from "#lib/dashboards/pivot/dimensions";
import type { PivotTable as Table } from "#lib/dashboards/pivot/table";
import { printValue } from "#lib/dashboards/pivot/values";
import { NATION } from "#lib/dashboards/policy";
import { printNumber } from "#lib/text";
import styles from "./pivot.module.css";

type Props = {
  table: Table;
  settled: Settled;
  scopeId: string;
  /** the year a row of an indicator is taken apart in, where the table does not say one */
  period: string;
  caption: string;
  /** what of the table is drawn */
  rows: Node[];
  columns: Node[];
};

/** The cells of a pivot; a first column that stays, groups of rows with their own sums at their head. */
export function PivotTable({ table, settled, scopeId, period, caption, rows, columns }: Props) {
  const isNation = scopeId === NATION;
  const nameHref = (node: Node, level: number) => hrefOf(node, settled, scopeId, period, level);
  const inGroups = settled.rows.length > 1;
  const cells = (row: Node) =>
    columns.map((column) => (
      <Cell key={keyOf(column)} table={table} row={row} column={column} showReports={settled.showReports} />
    ));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={`table-wrap ${styles.frame}`} tabIndex={0} aria-label={caption}>
      <table className={`table grid-figures ${styles.pivot}`}>
        <caption>{caption}</caption>
        <Heads settled={settled} isNation={isNation} columns={columns} />
        {groupsOf(rows).map((group) => (
          <tbody key={group.key}>
            {inGroups && <GroupRow group={group} href={nameHref} width={columns.length} cells={cells} />}
            {group.nodes
              .filter((node) => !inGroups || !node.isSum)
              .map((node) => (
                <tr key={keyOf(node)} className={node.isSum ? styles.sum : undefined}>
                  <th scope="row" className={inGroups ? styles.inner : undefined}>
                    <Name name={node.name} hint={node.hint} href={nameHref(node, settled.rows.length - 1)} />
                  </th>
                  {cells(node)}
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

type Group = { key: string; nodes: Node[] };

/** Neighbours of one group; a page may begin in the middle of one. */
function groupsOf(nodes: Node[]): Group[] {
  const groups: Group[] = [];
  for (const node of nodes) {
    const last = groups.at(-1);
    if (last?.key === node.group) last.nodes.push(node);
    else groups.push({ key: node.group, nodes: [node] });
  }
  return groups;
}

function GroupRow({
  group,
  href,
  width,
  cells,
}: {
  group: Group;
  href: (node: Node, level: number) => string | undefined;
  width: number;
  cells: (row: Node) => React.ReactNode;
}) {
  const [first] = group.nodes;
  if (!first) return null;
  return (
    <tr className={styles.group}>
      <th scope="rowgroup">
        <Name name={first.groupName} hint={first.groupHint} href={href(first, 0)} />
      </th>
      {first.isSum ? cells(first) : <td colSpan={width} />}
    </tr>
  );
}

function Heads({ settled, isNation, columns }: Pick<Props, "settled" | "columns"> & { isNation: boolean }) {
  const inGroups = settled.columns.length > 1;
  const corner = (
    <th scope="col" rowSpan={inGroups ? 2 : 1}>
      {settled.rows.map((dimension) => dimensionName(dimension, isNation)).join(" / ")}
    </th>
  );
  const names = columns.map((column) => (
    <th key={keyOf(column)} scope="col">
      <Name name={column.name} hint={column.hint} />
    </th>
  ));
  if (!inGroups)
    return (
      <thead>
        <tr>
          {corner}
          {names}
        </tr>
      </thead>
    );
  return (
    <thead>
      <tr>
        {corner}
        {groupsOf(columns).map(({ key, nodes }) => (
          <th key={key} scope="colgroup" colSpan={nodes.length} className={styles.colgroup}>
            <Name name={nodes[0]?.groupName ?? ""} hint={nodes[0]?.groupHint} />
          </th>
        ))}
      </tr>
      <tr>{names}</tr>
    </thead>
  );
}

function Name({ name, hint, href }: { name: string; hint?: string; href?: string }) {
  return (
    <>
      {href ? <a href={href}>{name}</a> : name}
      {hint && <span className={styles.hint}> {hint}</span>}
    </>
  );
}

function Cell({ table, row, column, showReports }: { table: Table; row: Node; column: Node; showReports: boolean }) {
  const value = table.at(row, column);
  if (value === null) return <td>–</td>;
  const text = printValue(value, table.lineAt(row, column));
  const reports = `${printNumber(value.reports)} báo cáo`;
  const className = [column.isSum && styles.sum, "why" in value && styles.why].filter(Boolean).join(" ") || undefined;
  return (
    <td className={className} title={showReports ? undefined : `${reports} có số liệu`}>
      {text}
      {showReports && <span className={styles.reports}>{reports}</span>}
    </td>
  );
}

const keyOf = ({ group, members, isSum }: Node) =>
  `${group}/${
    isSum
      ? ""
      : Object.values(members)
          .map(({ id }) => id)
          .join("/")
  }`;

/** An indicator leads to its parts, a province to the same table of its units, a unit to what is known of it. */
function hrefOf(
  { members }: Node,
  settled: Settled,
  scopeId: string,
  period: string,
  level: number,
): string | undefined {
  const dimension = settled.rows[level];
  if (dimension === "indicator" && members.indicator) {
    const [only, ...others] = settled.filters.year;
    const year = members.year?.id ?? (others.length === 0 ? only : undefined);
    return partsHref(scopeId, members.indicator.id.replace(/:.*/, ""), year ?? period);
  }
  const id = dimension === "place" ? members.place?.id : undefined;
  if (!id || id === NATION) return undefined;
  if (scopeId !== NATION) return `/agencies/${id}`;
  const [rows, columns] = [settled.rows, settled.columns].map((axis) => axis.filter((each) => each !== "region"));
  if (!rows?.length || !columns?.length) return undefined;
  return `/dashboards/${id}/pivot?${addressOf({ ...settled, rows, columns, filters: { ...settled.filters, place: [], region: [] } })}`;
}
