import type { AgencyKind } from "#generated/prisma/enums";
import { type Random, seeded } from "./random.ts";

/** An agency as the demonstration reads it, named as on the day of the period. */
export type Unit = {
  id: string;
  name: string;
  kind: AgencyKind;
  type: string;
  path: string;
  provinceId: string | null;
  /** of the agency, or of its province */
  region: string | null;
  provinceName: string | null;
};

/** How large a unit is, what lies in it and how well it works: every figure follows from these. */
export type Profile = {
  residentialAreas: number;
  offices: number;
  enterprises: number;
  schools: number;
  /** 0 (weak) … 1 (strong) */
  quality: number;
  /** shares of its models that stand in such areas */
  religious: number;
  ethnic: number;
  frontier: number;
  urban: number;
};

/** The same unit is the same size in every year. */
export function profileOf(unit: Unit): Profile {
  const random = seeded(`profile:${unit.id}`);
  const quality = Math.min(1, Math.max(0, random.between(0.2, 1.05)));
  return unit.kind === "commune" ? communeProfile(unit, quality, random) : bodyProfile(unit, quality, random);
}

function communeProfile(unit: Unit, quality: number, random: Random): Profile {
  const population = islandPopulations[unit.id] ?? random.spread(medianPopulation(unit), 0.38);
  const isUrban = unit.type === "phường";
  return {
    residentialAreas: Math.round(population / random.between(isUrban ? 1_300 : 850, isUrban ? 2_100 : 1_500)),
    offices: 2 + Math.round((population / 4_000) * random.between(0.7, 1.5)),
    enterprises: Math.round((population / (isUrban ? 1_100 : 2_600)) * random.between(0.4, 1.4)),
    schools: population < 1_000 ? 1 : Math.max(2, Math.round((population / 2_800) * random.between(0.8, 1.2))),
    quality,
    religious: random.chance(0.45) ? random.between(0.03, 0.2) : 0,
    ethnic: ethnicShare(unit, random),
    frontier: frontierShare(unit, random),
    urban: isUrban ? random.between(0.6, 0.95) : random.between(0, 0.08),
  };
}

/** Departments, fronts, ministries and the level of a province itself: they have offices, not residential areas. */
function bodyProfile(unit: Unit, quality: number, random: Random): Profile {
  const scale = bodyScales[unit.kind] ?? 1;
  const size = random.spread(scale, 0.45);
  const teaches = /giáo dục|đào tạo|học viện/i.test(unit.name);
  const trades = /công thương|tài chính|xây dựng|nông nghiệp|khu công nghệ/i.test(unit.name);
  return {
    residentialAreas: 0,
    offices: Math.max(3, Math.round(9 * size)),
    enterprises: Math.round(size * random.between(0.2, 2) * (trades ? 6 : 1)),
    schools: Math.round(teaches ? 40 * size : random.between(0, 1.4) * size),
    quality,
    religious: 0,
    ethnic: 0,
    frontier: 0,
    urban: 0,
  };
}

const bodyScales: Partial<Record<AgencyKind, number>> = {
  ministry: 4,
  centralBody: 1.6,
  centralFront: 2,
  province: 2.5,
};

/** Cities whose communes are the largest in the country. */
const largeCities = ["Hà Nội", "Hồ Chí Minh"];

function medianPopulation({ type, provinceName, region }: Unit) {
  if (largeCities.some((city) => provinceName?.includes(city))) return type === "phường" ? 66_000 : 33_000;
  if (region === "Trung du và miền núi phía Bắc") return type === "phường" ? 24_000 : 12_500;
  return type === "phường" ? 33_000 : 20_000;
}

/** Orders of magnitude, so that a small island does not report like a town; not statistics. */
const islandPopulations: Record<string, number> = {
  "31078": 150_000, // Phú Quốc
  "11914": 70_000, // Cát Hải
  "06994": 54_000, // Vân Đồn
  "23272": 32_000, // Phú Quý
  "21548": 25_000, // Lý Sơn
  "31108": 18_000, // Kiên Hải
  "07192": 7_000, // Cô Tô
  "26732": 7_000, // Côn Đảo
  "31105": 2_000, // Thổ Châu
  "11948": 700, // Bạch Long Vĩ
  "22736": 250, // Trường Sa
  "19742": 150, // Cồn Cỏ
  "20333": 0, // Hoàng Sa
};

function ethnicShare({ region, provinceName }: Unit, random: Random) {
  const isHighland =
    region === "Trung du và miền núi phía Bắc" ||
    ["Đắk Lắk", "Gia Lai", "Lâm Đồng", "Quảng Ngãi"].some((name) => provinceName?.includes(name));
  if (isHighland) return random.chance(0.8) ? random.between(0.15, 0.8) : 0;
  const hasSome = [
    "Nghệ An",
    "Thanh Hóa",
    "Quảng Trị",
    "Đà Nẵng",
    "Khánh Hòa",
    "Vĩnh Long",
    "Cần Thơ",
    "An Giang",
    "Cà Mau",
    "Quảng Ninh",
    "Tây Ninh",
    "Đồng Nai",
  ];
  return hasSome.some((name) => provinceName?.includes(name)) && random.chance(0.35) ? random.between(0.05, 0.4) : 0;
}

/** Provinces with a land border or a coast; elsewhere no model can stand at one. */
const inland = ["Hà Nội", "Thái Nguyên", "Bắc Ninh", "Phú Thọ"];

function frontierShare({ type, provinceName }: Unit, random: Random) {
  if (type === "đặc khu") return random.between(0.75, 0.95);
  if (inland.some((name) => provinceName?.includes(name))) return 0;
  return random.chance(type === "xã" ? 0.2 : 0.1) ? random.between(0.15, 0.6) : 0;
}
