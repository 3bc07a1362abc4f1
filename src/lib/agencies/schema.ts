import { z } from "zod";
import { AgencyKind } from "#generated/prisma/enums";
import { type StateFilter, states, unitTypes } from "#lib/agencies/labels";
import { clean } from "#lib/text";

/** Rows on a page of a list. */
export const PAGE_SIZE = 50;

const day = z.iso.date().nullable().catch(null).default(null);
const page = z.coerce.number().int().min(1).max(1000).catch(1).default(1);
const word = z.string().transform(clean).pipe(z.string().max(100)).catch("").default("");

/** What the address of the agencies page says; what it cannot mean is taken as not said. */
export const agencyFilters = z.object({
  on: day,
  q: word,
  kind: z.enum(AgencyKind).nullable().catch(null).default(null),
  type: z.enum(unitTypes).nullable().catch(null).default(null),
  province: word,
  region: word,
  state: z.enum(states).nullable().catch(null).default(null),
  page,
});

export type AgencyFilters = z.output<typeof agencyFilters>;

/** A search looks among dissolved agencies too; a list shows those in force. */
export const stateOf = ({ state, q }: Pick<AgencyFilters, "state" | "q">): StateFilter =>
  state ?? (q ? "all" : "in-force");

const MAX_OPEN = 60;

/** The tree's address: open branches are `H26` (a province) and `H26:commune` (agencies of a kind below it). */
export const treeAddress = z.object({
  on: day,
  open: z
    .string()
    .transform((text) =>
      text
        .split(",")
        .filter((key) => /^\w[\w.-]*(:\w+)?$/.test(key))
        .slice(0, MAX_OPEN),
    )
    .catch(["VN:province"])
    .default(["VN:province"]),
});

/** The address of one agency. */
export const agencyAddress = z.object({ on: day, page });
