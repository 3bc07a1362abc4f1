/** A head of a table that sorts it: a link to the other order, with the present one said to everybody. */
export function SortHead({
  label,
  href,
  order,
  isNumber = false,
}: {
  label: string;
  href: string;
  order: "ascending" | "descending" | undefined;
  isNumber?: boolean;
}) {
  return (
    <th scope="col" className={isNumber ? "num" : undefined} aria-sort={order}>
      <a href={href}>
        {label}
        {order && <span aria-hidden="true"> {order === "descending" ? "▼" : "▲"}</span>}
      </a>
    </th>
  );
}
