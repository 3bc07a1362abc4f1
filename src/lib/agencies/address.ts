import type { AgencyFilters } from "#lib/agencies/schema";
import type { Day } from "#lib/dates";

/** The address of one agency; a day other than today goes along. */
export const agencyHref = (id: string, on: Day | null = null) => `/agencies/${id}${queryOf({ on })}`;

/** The address of the list with some filters changed; a change of anything but the page goes back to the first. */
export const listHref = (filters: AgencyFilters, changes: Partial<AgencyFilters>) => {
  const { page, ...rest } = { ...filters, page: 1, ...changes };
  return `/agencies${queryOf({ ...rest, page: page > 1 ? page : null })}`;
};

export const treeHref = (on: Day | null, open?: string[]) =>
  `/agencies${queryOf({ view: "tree", on, open: open && (open.join(",") || "-") })}`;

/** Opens a branch, or closes it with everything below it. */
export const toggled = (open: string[], key: string) =>
  open.includes(key) ? open.filter((one) => one !== key && !one.startsWith(`${key}:`)) : [...open, key];

function queryOf(values: Record<string, string | number | null | undefined>) {
  const said = Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return said.length === 0 ? "" : `?${new URLSearchParams(said.map(([name, value]) => [name, String(value)]))}`;
}
