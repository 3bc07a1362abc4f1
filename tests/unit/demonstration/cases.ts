import { readFileSync } from "node:fs";
import type { FormDefinition } from "#lib/reports/form";
import type { Source } from "../../../src/lib/demonstration/documents.ts";
import type { Unit } from "../../../src/lib/demonstration/unit.ts";

export const form: FormDefinition = JSON.parse(readFileSync("prisma/reference/report-form.json", "utf8"));

const plan = JSON.parse(readFileSync("prisma/reference/plan-hanoi.json", "utf8"));
const national = JSON.parse(readFileSync("prisma/reference/campaign-2447.json", "utf8"));

/** The criteria of both plans: more than any one report has. */
export const criteria: { id: string; text: string }[] = [...plan.criteria, ...national.criteria];

const levels = ["tot", "kha", "dat", "chua-dat"];

const provinces = [
  { id: "H26", name: "Ủy ban nhân dân thành phố Hà Nội", region: "Đồng bằng sông Hồng" },
  { id: "H14", name: "Ủy ban nhân dân tỉnh Cao Bằng", region: "Trung du và miền núi phía Bắc" },
  { id: "H15", name: "Ủy ban nhân dân tỉnh Đắk Lắk", region: "Duyên hải Nam Trung Bộ và Tây Nguyên" },
  { id: "H01", name: "Ủy ban nhân dân tỉnh An Giang", region: "Đồng bằng sông Cửu Long" },
];

/** Communes of every type in different parts of the country; each id is another draw. */
export const communes: Unit[] = provinces.flatMap((province) =>
  ["phường", "xã", "đặc khu"].flatMap((type) =>
    Array.from({ length: 40 }, (_, index) =>
      unitOf({
        id: `${province.id}-${type}-${index}`,
        name: `Ủy ban nhân dân ${type} Tân Lập`,
        kind: "commune",
        type,
        province,
      }),
    ),
  ),
);

/** The smallest agency there is. */
export const hoangSa = unitOf({
  id: "20333",
  name: "Ủy ban nhân dân đặc khu Hoàng Sa",
  kind: "commune",
  type: "đặc khu",
  province: { id: "H17", name: "Ủy ban nhân dân thành phố Đà Nẵng", region: "Duyên hải Nam Trung Bộ và Tây Nguyên" },
});

export const bodies: Unit[] = Array.from({ length: 25 }, (_, index) => [
  unitOf({
    id: `H26.S${index}`,
    name: "Sở Giáo dục và Đào tạo thành phố Hà Nội",
    kind: "department",
    type: "sở",
    province: provinces[0],
  }),
  unitOf({
    id: `H26.MT${index}`,
    name: "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội",
    kind: "provinceFront",
    type: "Mặt trận",
    province: provinces[0],
  }),
  unitOf({
    id: `H26.NV${index}`,
    name: "Sở Nội vụ (Ban Thi đua - Khen thưởng) thành phố Hà Nội",
    kind: "provinceHomeAffairs",
    type: "sở",
    province: provinces[0],
  }),
  unitOf({ id: `G${index}`, name: "Bộ Tài chính", kind: "ministry", type: "bộ" }),
  unitOf({
    id: `TW.${index}`,
    name: "Ban Nội chính Trung ương",
    kind: "centralBody",
    type: "cơ quan Đảng ở Trung ương",
  }),
  unitOf({
    id: `I${index}`,
    name: "Hội Nông dân Việt Nam",
    kind: "centralFront",
    type: "Mặt trận và tổ chức chính trị - xã hội",
  }),
]).flat();

export const provinceUnits: Unit[] = provinces.map(({ id, name, region }) =>
  unitOf({
    id,
    name,
    kind: "province",
    type: name.includes("thành phố") ? "thành phố" : "tỉnh",
    province: { id, name, region },
  }),
);

type Wanted = Pick<Unit, "id" | "name" | "kind" | "type"> & { province?: { id: string; name: string; region: string } };

function unitOf({ province, ...wanted }: Wanted): Unit {
  return {
    ...wanted,
    path: `/VN/${wanted.id}/`,
    provinceId: province?.id ?? null,
    provinceName: province?.name ?? null,
    region: province?.region ?? null,
  };
}

export const sourceOf = (unit: Unit, year = 2026): Source => ({ form, unit, named: unit, year, criteria, levels });
