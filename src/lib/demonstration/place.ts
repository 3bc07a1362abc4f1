import type { Unit } from "./unit.ts";

/** The place an office governs, as it stands in a sentence: “Ủy ban nhân dân phường Hoàn Kiếm” → “phường Hoàn Kiếm”. */
export const placeOf = (name: string) => name.replace(/^Ủy ban nhân dân\s+/, "");

/** The unit as its own report names it: “UBND phường Hoàn Kiếm”, “Sở Tư pháp”. */
export const selfName = ({ name }: Pick<Unit, "name">) =>
  name.replace(/^Ủy ban nhân dân(?= )/, "UBND").replace(/\s*\(.*?\)/, "");

/** The words a narrative uses for a unit; each audience has blanks of its own. A report that counts others speaks for all of them. */
export function narrationFor(unit: Unit, units: number | undefined): Record<string, string> {
  const area = `trên địa bàn ${unit.type}`;
  if (units === undefined && unit.kind === "commune") return { unit: selfName(unit), area, local: "", xa: unit.type };
  if (units === undefined)
    return { unit: selfName(unit), area: "tại các cơ quan, đơn vị trực thuộc", body: selfName(unit) };
  const counted = { local: "", units: String(units) };
  if (unit.kind === "province")
    return { unit: `các cấp, các ngành của ${placeOf(unit.name)}`, area, tinh: unit.type, ...counted };
  return { unit: "các bộ, ban, ngành và địa phương", area: "trên phạm vi cả nước", tinh: "quốc", ...counted };
}
