import { nextOrder, type Order, printOrder } from "#lib/dashboards/order";

/** A head of a table that sorts it: a link to the other order, with the present one said to everybody. */
export function SortHead({
  name,
  label,
  sort,
  hrefOf,
  isNumber = false,
}: {
  name: string;
  label: string;
  sort: Order<string>;
  hrefOf: (sort: string) => string;
  isNumber?: boolean;
}) {
  const order = sort.key === name ? (sort.down ? "descending" : "ascending") : undefined;
  return (
    <th scope="col" className={isNumber ? "num" : undefined} aria-sort={order}>
      <a href={hrefOf(printOrder(nextOrder(name, sort)))}>
        {label}
        {order && <span aria-hidden="true"> {order === "descending" ? "▼" : "▲"}</span>}
      </a>
    </th>
  );
}
