import { inSentence, type OtherName, type ReferenceAgency } from "./agencies.ts";
import type { AdministrativeUnits, CentralAgencies } from "./files.ts";
import { amended, committeeOf } from "./provinces.ts";

/** The Ủy ban nhân dân of each of the 3,321 communes, from 1 July 2025. */
export function communeAgencies(units: AdministrativeUnits, central: CentralAgencies): ReferenceAgency[] {
  const provinces = new Map(
    units.provinces.map(({ code, region }) => [code, { id: committeeOf(central, code).code, region }]),
  );
  return units.communes.map(([code, name, type, provinceCode]) => {
    const province = provinces.get(provinceCode);
    if (!province) throw new Error(`Commune ${code} lies in an unknown province ${provinceCode}.`);
    const states = amended(units, code, [
      { name, type, validFrom: units.asOf, validTo: null, source: units.legalBasis },
    ]);
    return {
      id: code,
      codeStatus: "confirmed",
      source: `Mã đơn vị hành chính cấp xã, ${units.legalBasis}`,
      otherNames: otherCodes(units, code),
      keywords: ["UBND"],
      terms: states.map((state) => ({
        name: `Ủy ban nhân dân ${inSentence(state.name)}`,
        shortName: state.name,
        kind: "commune" as const,
        type: state.type,
        region: province.region,
        unitCode: code,
        parentId: province.id,
        validFrom: state.validFrom,
        validTo: state.validTo,
        source: state.source,
      })),
    };
  });
}

/** Codes that another edition of the national list gives the same commune. */
const otherCodes = ({ codeAliases }: AdministrativeUnits, code: string): OtherName[] =>
  (codeAliases[code] ?? []).map((name) => ({
    name,
    kind: "code",
    note: "mã ghi trong nguồn khác, cần đối chiếu bản gốc",
    source: "Trang danh mục hành chính của Cục Thống kê",
  }));
