import { roleLabels } from "#lib/identity/labels";
import type { ListedPerson } from "#lib/identity/people/queries";
import type { PeopleFilter } from "#lib/identity/people/schema";

export const personStates: Record<NonNullable<PeopleFilter["state"]>, string> = {
  active: "Đang hoạt động",
  locked: "Bị khóa",
  withoutRole: "Không còn vai trò",
};

/** The address of a page of the list under the same filters. */
export const peopleHref = (filter: Partial<PeopleFilter>) => `/people?${searchOf(filter)}`;

/** Filters as a query; what is not set is left out. */
export const searchOf = (filter: Record<string, string | number | undefined>) =>
  new URLSearchParams(
    Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );

/** “Lãnh đạo, Cán bộ báo cáo – UBND phường Hoàn Kiếm; …” */
export function printHeld({ held }: Pick<ListedPerson, "held">) {
  const byAgency = Map.groupBy(held, ({ agencyName }) => agencyName);
  return [...byAgency]
    .map(([name, roles]) => `${roles.map(({ role }) => roleLabels[role]).join(", ")} – ${name}`)
    .join("; ");
}
