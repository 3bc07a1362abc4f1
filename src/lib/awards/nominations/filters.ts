import { z } from "zod";
import type { NominationStatus, SubjectKind } from "#generated/prisma/enums";
import { fold } from "#lib/text";
import { nominationLabels, subjectLabels } from "../labels.ts";

const statuses = Object.keys(nominationLabels) as [NominationStatus, ...NominationStatus[]];
const kinds = Object.keys(subjectLabels) as [SubjectKind, ...SubjectKind[]];

/** The address of a list of dossiers; what cannot be understood is left out. */
const schema = z.object({
  q: z.string().max(200).default("").catch(""),
  status: z.enum(statuses).optional().catch(undefined),
  award: z.string().min(1).max(60).optional().catch(undefined),
  kind: z.enum(kinds).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export type ListFilter = z.output<typeof schema>;

export const readNominationFilter = (search: Record<string, string | string[] | undefined>) => schema.parse(search);

/** The filter as the queries read it. */
export const asked = ({ q, award, kind }: ListFilter) => ({
  search: fold(q) || undefined,
  awardId: award,
  kind,
});

export function nominationListHref(base: string, filter: ListFilter, changes: Partial<ListFilter>) {
  const { page, ...rest } = { ...filter, page: 1, ...changes };
  const query = new URLSearchParams(
    Object.entries({ ...rest, page: page > 1 ? String(page) : "" }).flatMap(([name, value]) =>
      value ? [[name, value]] : [],
    ),
  );
  return query.size > 0 ? `${base}?${query}` : base;
}
