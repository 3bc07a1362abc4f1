import type { AgencyKind, Role } from "#generated/prisma/enums";
import { fictitiousName } from "./names.ts";
import { placeOf, selfName } from "./place.ts";
import { seeded, uuidOf } from "./random.ts";
import type { Unit } from "./unit.ts";

/** A fictitious person and what they do, for which agencies. */
export type Account = {
  id: string;
  username: string;
  fullName: string;
  position: string;
  roles: { agencyId: string; role: Role }[];
};

/** Two people for every agency that reports or receives, those who receive and consolidate, and administrators. */
export function accountsOf(units: Unit[]): Account[] {
  const accounts = units.flatMap((unit) => [
    ...ownAccounts(unit),
    ...(centralAccounts[unit.id]?.(unit) ?? receivingAccounts[unit.kind]?.(unit) ?? []),
  ]);
  const administrators = units
    .filter(({ id, kind }) => kind === "province" || ["G01", "00070"].includes(id))
    .map(administrator);
  return [...accounts, ...administrators].map(withSecondAgency);
}

/** Who writes and who signs. Nobody acts for the root of the tree: the national report is Bộ Công an's. */
function ownAccounts(unit: Unit): Account[] {
  if (unit.kind === "government") return [];
  return [
    account("canbo", unit.id, clerkPosition(unit), unit.id, ["reporter"]),
    account("lanhdao", unit.id, headPosition(unit), unit.id, ["head"]),
  ];
}

/** A province's police and home affairs go by the province's code. */
const receivingAccounts: Partial<Record<AgencyKind, (unit: Unit) => Account[]>> = {
  provincePolice: ({ id, provinceId }) => [
    account("congan", provinceId ?? id, "Cán bộ Phòng Xây dựng phong trào Toàn dân bảo vệ an ninh Tổ quốc", id, [
      "recipientOfficer",
      "consolidator",
    ]),
  ],
  provinceHomeAffairs: ({ id, provinceId }) => [
    account("noivu", provinceId ?? id, "Chuyên viên Ban Thi đua - Khen thưởng", id, [
      "recipientOfficer",
      "consolidator",
      "secretariat",
    ]),
  ],
};

const centralAccounts: Record<string, (unit: Unit) => Account[]> = {
  G01: ({ id }) => [
    account("congan", id, "Cán bộ Cục Xây dựng phong trào Toàn dân bảo vệ an ninh Tổ quốc", id, [
      "recipientOfficer",
      "consolidator",
      "secretariat",
    ]),
  ],
  G09: ({ id }) => [
    account("noivu", id, "Chuyên viên Ban Thi đua - Khen thưởng Trung ương", id, [
      "recipientOfficer",
      "consolidator",
      "secretariat",
    ]),
  ],
  G22: ({ id }) => [account("docgia", id, "Chuyên viên Vụ Nội chính", id, ["reader"])],
};

const administrator = (unit: Unit) =>
  account("quantri", unit.id, `Quản trị hệ thống, ${unit.name}`, unit.id, ["administrator"]);

/** One acts for two agencies: an officer of the city's police who also helps the ward. */
function withSecondAgency(person: Account): Account {
  const second = secondAgencies[person.username];
  return second ? { ...person, roles: [...person.roles, second] } : person;
}

const secondAgencies: Record<string, Account["roles"][number]> = {
  "canbo.H26.CA": { agencyId: "00070", role: "reporter" },
};

function account(prefix: string, code: string, position: string, agencyId: string, roles: Role[]): Account {
  const username = `${prefix}.${code}`;
  return {
    id: uuidOf(`person:${username}`),
    username,
    fullName: fictitiousName(seeded(username)),
    position,
    roles: roles.map((role) => ({ agencyId, role })),
  };
}

function headPosition({ kind, name }: Unit): string {
  if (kind === "commune" || kind === "province") return `Chủ tịch UBND ${placeOf(name)}`;
  if (kind === "provincePolice") return `Phó Giám đốc ${name}`;
  if (kind === "provinceFront" || kind === "centralFront") return "Phó Chủ tịch";
  if (kind === "ministry") return name.startsWith("Bộ") ? "Thứ trưởng" : "Lãnh đạo cơ quan";
  if (name.startsWith("Sở")) return `Giám đốc ${selfName({ name })}`;
  if (name.startsWith("Văn phòng")) return "Phó Chánh Văn phòng";
  return name.startsWith("Thanh tra") ? "Phó Chánh Thanh tra" : "Lãnh đạo đơn vị";
}

function clerkPosition({ kind, name }: Unit): string {
  if (kind === "commune") return "Chuyên viên Văn phòng HĐND và UBND";
  if (kind === "province") return "Chuyên viên Văn phòng UBND";
  if (kind === "provincePolice") return "Cán bộ Phòng Tham mưu";
  return kind === "ministry" && name.startsWith("Bộ") ? "Chuyên viên Văn phòng Bộ" : "Chuyên viên Văn phòng";
}
