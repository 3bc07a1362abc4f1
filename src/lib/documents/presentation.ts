import type { AgencyKind } from "#generated/prisma/enums";
import type { Day } from "#lib/dates";

/** How an official document writes its numbers, days, names and signatures. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I. */

/** By what right somebody signs; “direct” signs as the head. Source: Nghị định 30/2020/NĐ-CP, Điều 13; Phụ lục I, mục II.7. */
export const capacities = ["direct", "KT", "TL", "TUQ", "Q"] as const;
export type Capacity = (typeof capacities)[number];

export const capacityLabels: Record<Capacity, string> = {
  direct: "Trực tiếp, theo chức vụ",
  KT: "KT. (ký thay người đứng đầu)",
  TL: "TL. (ký thừa lệnh)",
  TUQ: "TUQ. (ký thừa ủy quyền)",
  Q: "Q. (quyền cấp trưởng)",
};

export type Signature = {
  /** the collective signed for (TM.): “Ủy ban nhân dân”; empty when there is none */
  forWhom: string;
  capacity: Capacity;
  /** whose place is taken, with KT., TL. and TUQ. */
  superiorPosition: string;
  position: string;
  name: string;
};

/** “TM. ỦY BAN NHÂN DÂN”, “KT. CHỦ TỊCH”, “PHÓ CHỦ TỊCH”: the lines above the name, in capitals. */
export function signatureLines({ forWhom, capacity, superiorPosition, position }: Signature): string[] {
  const collective = forWhom ? [`TM. ${capitals(forWhom)}`] : [];
  if (capacity === "direct") return [...collective, capitals(position)];
  if (capacity === "Q") return [...collective, `Q. ${capitals(position)}`];
  return [...collective, `${capacity}. ${capitals(superiorPosition)}`, capitals(position)];
}

export const capitals = (text: string) => text.toLocaleUpperCase("vi");

/** “ngày 05 tháng 02 năm 2026”: days below 10 and the months 1 and 2 get a zero. */
export function longDay(day: Day): string {
  const [year, month = "", date = ""] = day.split("-");
  return `ngày ${date} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`;
}

/** “Số: 05/BC-UBND”: a number below 10 gets a zero. Without a number the place for it stays open. */
export const numberLine = (number: number | null, symbol: string | null) =>
  `Số: ${number === null ? "……" : printNumberOf(number)}/${symbol ?? "BC-……"}`;

export const printNumberOf = (number: number) => String(number).padStart(2, "0");

/** What is printed above the agency's name: ministries and people's committees have nothing above them on paper. */
export function suggestSuperior(kind: AgencyKind, parentName: string | null): string | null {
  if (kind === "provincePolice") return "Bộ Công an";
  const belongs: AgencyKind[] = ["department", "provinceHomeAffairs"];
  return belongs.includes(kind) ? (parentName?.replace(/^Ủy ban nhân dân/, "UBND") ?? null) : null;
}

/** Địa danh: the commune's or the province's own name; the centre and its bodies sit in Hà Nội. The clerk may change it. */
export function suggestPlace(kind: AgencyKind, shortName: string, provinceName: string | null): string {
  const name = kind === "commune" || kind === "province" ? shortName : (provinceName ?? "Hà Nội");
  return name.replace(/^(Tỉnh|Thành phố|Phường|Xã|Đặc khu)\s+/i, "");
}

const isCommittee = (kind: AgencyKind) => kind === "commune" || kind === "province";

/** BC-UBND is known from the decree's own samples; other agencies keep their own abbreviations, which no source here lists. */
export const suggestSymbol = (kind: AgencyKind): string => (isCommittee(kind) ? "BC-UBND" : "BC-");

/** What can be read from the position of whoever signed the version; the clerk completes it. */
export function suggestSignature(kind: AgencyKind, signedByPosition: string | null, name: string): Signature {
  const position = (signedByPosition ?? "").replace(
    /\s+(UBND|Ủy ban nhân dân|Sở|Công an (tỉnh|thành phố))(?=\s|$).*$/iu,
    "",
  );
  const deputyOf = /^Phó\s+(.+)$/iu.exec(position)?.[1] ?? (position === "Thứ trưởng" ? "Bộ trưởng" : "");
  return {
    forWhom: isCommittee(kind) ? "Ủy ban nhân dân" : "",
    capacity: deputyOf ? "KT" : "direct",
    superiorPosition: deputyOf ? deputyOf.charAt(0).toLocaleUpperCase("vi") + deputyOf.slice(1) : "",
    position,
    name,
  };
}
