import "server-only";
import {
  listPublicAgencies,
  listPublicExemplars,
  listPublicNumbers,
  listPublicPeriods,
  type NumberFilter,
} from "../public/queries.ts";

/** What the open addresses give, in the shapes of schema.ts. */

export const readPeriods = async () =>
  (await listPublicPeriods()).map((one) => ({ ...one, publishedAt: one.publishedAt.toISOString() }));

export const readNumbers = async ({ period, measure, place }: NumberFilter) =>
  (await listPublicNumbers({ period, measure, place })).map(({ unitCode: _, number, denominator, ...one }) => ({
    ...one,
    number: number === null ? null : Number(number),
    denominator: denominator === null ? null : Number(denominator),
  }));

export const readExemplars = async (asked: { year?: number | undefined; province?: string | undefined }) =>
  (await listPublicExemplars(asked)).map(({ agencyId, publishedAt, ...one }) => ({
    ...one,
    agency: agencyId,
    publishedAt: publishedAt.toISOString(),
  }));

export const readAgencies = listPublicAgencies;
