import { AgencyKind, ReportKind, ReportStatus } from "#generated/prisma/enums";
import { fold } from "#lib/text";
import type { ReportFilter } from "./queries.ts";
import { type Standing, standings } from "./standings.ts";

export type ListFilter = ReportFilter & { page: number; q: string };

type Parameters = Record<string, string | string[] | undefined>;

/** Reads the list's filters from the address; what is not understood is left out. */
export function readReportFilter(parameters: Parameters, currentPeriod: string): ListFilter {
  const one = (name: string) => [parameters[name]].flat()[0]?.trim() || undefined;
  const many = (name: string) => [parameters[name] ?? []].flat();
  const q = one("q") ?? "";
  return {
    period: /^\d{4}$/.test(one("period") ?? "") ? String(one("period")) : currentPeriod,
    status: many("status").filter((status): status is ReportStatus => Object.hasOwn(ReportStatus, status)),
    ...pick("late", one("late") === undefined ? undefined : one("late") === "1"),
    ...pick("province", one("province")),
    ...pick("agency", one("agency")),
    ...pick("agencyKind", known(AgencyKind, one("agencyKind"))),
    ...pick("kind", known(ReportKind, one("kind"))),
    ...pick("standing", isStanding(one("standing"))),
    search: fold(q),
    nothing: one("nothing") === "1",
    mine: one("mine") === "1",
    page: Math.max(1, Math.trunc(Number(one("page")) || 1)),
    q,
  };
}

const pick = <Name extends string, Value>(name: Name, value: Value | undefined) =>
  value === undefined ? {} : ({ [name]: value } as Record<Name, Value>);

const isStanding = (value: string | undefined) =>
  value !== undefined && Object.hasOwn(standings, value) ? (value as Standing) : undefined;

const known = <Values extends Record<string, string>>(values: Values, value: string | undefined) =>
  value !== undefined && Object.hasOwn(values, value) ? (value as Values[keyof Values]) : undefined;

/** The address of the same list with some filters changed. */
export function reportListHref(filter: ListFilter, change: Partial<ListFilter>) {
  const { period, status, late, province, agency, agencyKind, kind, standing, nothing, mine, page, q } = {
    ...filter,
    page: 1,
    ...change,
  };
  const query = new URLSearchParams({ period });
  for (const each of status ?? []) query.append("status", each);
  const rest = {
    late: late === undefined ? "" : late ? "1" : "0",
    province,
    agency,
    agencyKind,
    kind,
    standing,
    nothing: nothing ? "1" : "",
    mine: mine ? "1" : "",
    q,
    page: page > 1 ? String(page) : "",
  };
  for (const [name, value] of Object.entries(rest)) if (value) query.set(name, value);
  return `/reports?${query}`;
}
