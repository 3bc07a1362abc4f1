/**
 * A name as the plans write it. “~” before a word leaves its capital to the sentence, and the small letter is proposed;
 * “^” does so too, and the capital is proposed. After or before the words named, the same syllables mean something else:
 * “cán bộ công an”, “tổ quốc phòng”.
 */
export type NameRule = { name: string; notAfter?: string[]; notBefore?: string[] };

const ministry = { notAfter: ["cán", "nội", "toàn", "cục", "liên", "trung", "tổng", "đảng", "chi"] };

/** Source: QĐ 2447/QĐ-TTg ngày 06/11/2025 and the plan of UBND thành phố Hà Nội (prisma/reference/campaign-2447.json, plan-hanoi.json). */
export const campaignNames: NameRule[] = [
  { name: "^ngày hội ^toàn dân bảo vệ an ninh Tổ quốc" },
  { name: "^toàn dân bảo vệ an ninh Tổ quốc" },
  { name: "~an ninh Tổ quốc" },
  { name: "Ủy ban Mặt trận Tổ quốc Việt Nam" },
  { name: "Ủy ban Mặt trận Tổ quốc" },
  { name: "Mặt trận Tổ quốc Việt Nam" },
  { name: "Mặt trận Tổ quốc" },
  { name: "Tổ quốc", notBefore: ["phòng", "tế", "hội", "gia", "ngữ", "lộ"] },
  { name: "Thủ tướng Chính phủ" },
  { name: "Bộ Công an", ...ministry },
  { name: "Bộ Nội vụ", ...ministry },
  { name: "Sở Nội vụ", notAfter: ["cơ", "trụ", "hội"] },
  { name: "Công an nhân dân" },
  { name: "Ủy ban nhân dân" },
  { name: "Hội đồng Thi đua - Khen thưởng" },
  { name: "Ban Thi đua - Khen thưởng" },
];

/** The decision that started the campaign, as it is cited, and the day it was issued (d, m, yyyy). Source: the same. */
export const DECISION = { number: "2447/QĐ-TTg", issued: [6, 11, 2025] };

/** Words that name a kind of place: small or capital as the sentence has it. */
const GENERIC = new Set("thành phố tỉnh phường xã đặc khu thị trấn".split(" "));

/** The name of an agency in the same notation: the kind of place in it is free. */
export const agencyRule = (name: string): NameRule => ({
  name: name
    .split(" ")
    .map((word) => (GENERIC.has(word.toLowerCase()) ? `~${word.toLowerCase()}` : word))
    .join(" "),
});
