import type { AgencyKind } from "#generated/prisma/enums";
import { addDays, type Day } from "#lib/dates";
import { fold } from "#lib/text";

/** An agency with every term it has had and the other names it is found by. */
export type ReferenceAgency = {
  id: string;
  codeStatus: string;
  source: string;
  terms: Term[];
  otherNames?: OtherName[];
  /** words for the search alone: abbreviations */
  keywords?: string[];
};

export type Term = {
  name: string;
  shortName: string;
  kind: AgencyKind;
  type: string;
  region?: string | null;
  unitCode?: string | null;
  parentId: string | null;
  validFrom: Day | null;
  validTo: Day | null;
  source: string;
};

/** What it was called, a place within it, or its code in another list. */
export type OtherName = { name: string; kind: "former" | "place" | "code"; note: string; source: string };

export type Succession = { formerId: string; successorId: string; effectiveOn: Day; source: string };

/** What a place was called from a day to a day (both inclusive, null = open). */
export type UnitState<Type> = { name: string; type: Type; validFrom: Day | null; validTo: Day | null; source: string };

/** Ends the last state the day before `change.validFrom` and adds the new one. */
export function amend<Type>(
  states: UnitState<Type>[],
  change: Omit<UnitState<Type>, "validTo"> & { validFrom: Day },
): UnitState<Type>[] {
  const last = states.at(-1);
  if (!last) throw new Error(`${change.name} changes before it exists.`);
  return [...states.slice(0, -1), { ...last, validTo: addDays(change.validFrom, -1) }, { ...change, validTo: null }];
}

/**
 * The name of a unit as it stands in a sentence: “phường Hoàn Kiếm”. Two kinds keep the capital: units named by a number, and
 * Thành phố Hồ Chí Minh. Source: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III.1.
 */
export const inSentence = (unitName: string) =>
  unitName === "Thành phố Hồ Chí Minh" || /\d/.test(unitName)
    ? unitName
    : unitName.charAt(0).toLowerCase() + unitName.slice(1);

/** Offices that look after the whole country: the two lead ministries and the office of the Government. */
const nationalOverseers = ["G01", "G09", "G22"];
const provincialOverseers: AgencyKind[] = ["province", "provincePolice", "provinceHomeAffairs"];

/** The rows of `agency`, `agency_term` and `agency_other_name`. */
export function agencyRows(agencies: ReferenceAgency[]) {
  return {
    agencies: agencies.map(({ id, codeStatus, source }) => ({ id, code_status: codeStatus, source })),
    terms: agencies.flatMap((agency) => agency.terms.map((term) => termRow(agency, term))),
    otherNames: agencies.flatMap(({ id, otherNames = [] }) =>
      otherNames.map(({ name, kind, note, source }) => ({
        agency_id: id,
        name,
        folded: fold(name),
        kind,
        note,
        source,
      })),
    ),
  };
}

function termRow(agency: ReferenceAgency, term: Term) {
  const { id } = agency;
  return {
    agency_id: id,
    name: term.name,
    short_name: term.shortName,
    kind: term.kind,
    type: term.type,
    region: term.region ?? null,
    unit_code: term.unitCode ?? null,
    parent_id: term.parentId,
    path: pathOf(id, term.parentId),
    oversight: oversightOf(id, term),
    province_id: provinceOf(id, term),
    search_text: searchText(agency),
    valid_from: term.validFrom,
    valid_to: term.validTo,
    source: term.source,
  };
}

/** Everything an agency is found by, whatever the day: names of all its terms, codes, other names. */
function searchText({ id, terms, otherNames = [], keywords = [] }: ReferenceAgency) {
  const names = terms.flatMap(({ name, shortName, unitCode }) => [name, shortName, unitCode]);
  const words = [id, ...names, ...otherNames.map(({ name }) => name), ...keywords].filter((word) => word != null);
  return fold([...new Set(words)].join(" "));
}

/** The tree has three levels: the nation, what stands below it, and what stands in a province. */
function pathOf(id: string, parentId: string | null) {
  if (parentId === null) return `/${id}/`;
  return parentId === "VN" ? `/VN/${id}/` : `/VN/${parentId}/${id}/`;
}

function provinceOf(id: string, { kind, parentId }: Term) {
  if (kind === "province") return id;
  return parentId === "VN" ? null : parentId;
}

function oversightOf(id: string, term: Term) {
  if (nationalOverseers.includes(id)) return "/VN/";
  if (provincialOverseers.includes(term.kind)) return `/VN/${provinceOf(id, term)}/`;
  return pathOf(id, term.parentId);
}
