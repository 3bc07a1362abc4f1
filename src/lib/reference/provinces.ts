import type { AgencyKind } from "#generated/prisma/enums";
import { addDays, printDay } from "#lib/dates";
import {
  amend,
  inSentence,
  type OtherName,
  type ReferenceAgency,
  type Succession,
  type Term,
  type UnitState,
} from "./agencies.ts";
import {
  type AdministrativeUnits,
  type CentralAgencies,
  type ProvinceSuccessors,
  titleOfSource,
  type UnitType,
} from "./files.ts";

type Files = { units: AdministrativeUnits; central: CentralAgencies; successors: ProvinceSuccessors };
type Province = AdministrativeUnits["provinces"][number];

/** The document that made 63 provinces into 34. */
const mergerSource = "Nghị quyết 202/2025/QH15 ngày 12/06/2025";

/** Centrally-run cities among the 63 provinces; the others were tỉnh. */
const formerCities = ["01", "31", "46", "48", "79", "92"];

/** How people write it. */
const abbreviations: Record<string, string[]> = { "79": ["TPHCM", "TP.HCM"] };

/** Ủy ban nhân dân, Công an and Sở Nội vụ of each of the 34 provinces. */
export function provinceAgencies(files: Files): ReferenceAgency[] {
  return files.units.provinces.flatMap((province) => {
    const committee = committeeOf(files.central, province.code);
    const common = {
      states: statesOf(files, province),
      otherNames: otherNamesOf(files.successors, province),
      province,
      id: committee.code,
    };
    const codeSource = `${files.central.codeScheme} (${committee.sources.map((id) => titleOfSource(files.central, id)).join("; ")})`;
    const projectCode = { codeStatus: "project", source: `Đặt theo mã ${committee.code} của Ủy ban nhân dân` };
    return [
      { ...agencyOf(common, "province"), codeStatus: committee.codeStatus, source: codeSource },
      { ...agencyOf(common, "provincePolice"), ...projectCode },
      { ...agencyOf(common, "provinceHomeAffairs"), ...projectCode },
    ];
  });
}

/** The H code of the Ủy ban nhân dân of a province. */
export function committeeOf(central: CentralAgencies, provinceCode: string) {
  const committee = central.provincialPeoplesCommittees.find((one) => one.provinceCode === provinceCode);
  if (!committee) throw new Error(`central-agencies.json has no Ủy ban nhân dân for province ${provinceCode}.`);
  return committee;
}

/** The 52 provinces that ceased on 30 June 2025, and what they became. */
export function formerProvinces({ central, successors }: Files): {
  agencies: ReferenceAgency[];
  successions: Succession[];
} {
  const ended = successors.rows.filter(([, , successor]) => !wentOn(successors, successor));
  return {
    agencies: ended.map((row) => formerProvince(successors, row)),
    successions: ended.map(([code, , successor]) => ({
      formerId: formerProvinceId(code),
      successorId: committeeOf(central, successor).code,
      effectiveOn: successors.effectiveFrom,
      source: mergerSource,
    })),
  };
}

const formerProvinceId = (code: string) => `tinh-cu-${code}`;

/** A province that is its successor's only predecessor was left as it was by the resolution. */
const wentOn = (successors: ProvinceSuccessors, code: string) =>
  successors.rows.filter(([, , successor]) => successor === code).length === 1;

function formerProvince(
  successors: ProvinceSuccessors,
  [code, name]: ProvinceSuccessors["rows"][number],
): ReferenceAgency {
  const type = formerCities.includes(code) ? "thành phố" : "tỉnh";
  const unitName = `${type === "tỉnh" ? "Tỉnh" : "Thành phố"} ${name}`;
  const source = `Chấm dứt hoạt động theo ${mergerSource}`;
  const term: Term = {
    name: `Ủy ban nhân dân ${inSentence(unitName)}`,
    shortName: unitName,
    kind: "province",
    type,
    unitCode: code,
    parentId: "VN",
    validFrom: null,
    validTo: addDays(successors.effectiveFrom, -1),
    source,
  };
  const codeSource = "Đặt theo mã tỉnh cũ trong danh mục đơn vị hành chính trước 01/07/2025";
  return { id: formerProvinceId(code), codeStatus: "project", source: codeSource, keywords: ["UBND"], terms: [term] };
}

/** What a province has been called since it is what it is. */
function statesOf({ units, successors }: Files, { code, name, type }: Province): UnitState<UnitType>[] {
  const first = wentOn(successors, code)
    ? { name, type, validFrom: null, validTo: null, source: `Giữ nguyên theo ${mergerSource}` }
    : {
        name,
        type,
        validFrom: successors.effectiveFrom,
        validTo: null,
        source: `Thành lập trên cơ sở sắp xếp theo ${mergerSource}`,
      };
  return amended(units, code, [first]);
}

/** The states of a unit with the later changes of the national list. */
export function amended(
  units: AdministrativeUnits,
  code: string,
  states: UnitState<UnitType>[],
): UnitState<UnitType>[] {
  return units.amendments.reduce((sofar, { effective, legal, changes }) => {
    const change = changes.find((one) => one.code === code);
    return change ? amend(sofar, { ...change.to, validFrom: effective, source: legal.join("; ") }) : sofar;
  }, states);
}

/** Names of the provinces that went into this one, and places people look for under their own name. */
function otherNamesOf(
  { rows, alsoNamedInSeed000, effectiveFrom }: ProvinceSuccessors,
  { code, shortName }: Province,
): OtherName[] {
  const merged = rows.filter(([, name, successor]) => successor === code && name !== shortName);
  const places = alsoNamedInSeed000.filter((one) => (one.successorCode ?? one.isPartOf) === code);
  const lastDay = printDay(addDays(effectiveFrom, -1));
  return [
    ...merged.map(([, name]) => ({
      name,
      kind: "former" as const,
      note: `tỉnh, thành phố đến ${lastDay}`,
      source: mergerSource,
    })),
    ...places.map(({ name, since }) => ({
      name,
      kind: since ? ("former" as const) : ("place" as const),
      note: since ? `tỉnh đến trước ngày ${printDay(since)}` : "địa danh",
      source: "Tên gọi nêu trong tài liệu nguồn",
    })),
  ];
}

type Common = { states: UnitState<UnitType>[]; otherNames: OtherName[]; province: Province; id: string };

function agencyOf(
  { states, otherNames, province, id }: Common,
  kind: "province" | "provincePolice" | "provinceHomeAffairs",
) {
  const { suffix, words } = offices[kind];
  return {
    id: id + suffix,
    otherNames,
    keywords: [...words, ...(abbreviations[province.code] ?? [])],
    terms: states.map((state): Term => {
      const ownState = {
        region: province.region,
        validFrom: state.validFrom,
        validTo: state.validTo,
        source: state.source,
      };
      return {
        ...offices[kind].naming(state),
        ...ownState,
        kind,
        parentId: kind === "province" ? "VN" : id,
        unitCode: kind === "province" ? province.code : null,
      };
    }),
  };
}

type Naming = (state: UnitState<UnitType>) => { name: string; shortName: string; type: string };

const offices: Record<
  Extract<AgencyKind, "province" | "provincePolice" | "provinceHomeAffairs">,
  { suffix: string; words: string[]; naming: Naming }
> = {
  province: {
    suffix: "",
    words: ["UBND"],
    naming: ({ name, type }) => ({ name: `Ủy ban nhân dân ${inSentence(name)}`, shortName: name, type }),
  },
  provincePolice: {
    suffix: ".CA",
    words: [],
    naming: ({ name }) => ({
      name: `Công an ${inSentence(name)}`,
      shortName: `Công an ${inSentence(name)}`,
      type: "công an cấp tỉnh",
    }),
  },
  provinceHomeAffairs: {
    suffix: ".NV",
    words: [],
    naming: ({ name }) => ({
      name: `Sở Nội vụ (Ban Thi đua - Khen thưởng) ${inSentence(name)}`,
      shortName: `Sở Nội vụ ${inSentence(name)}`,
      type: "sở",
    }),
  },
};
