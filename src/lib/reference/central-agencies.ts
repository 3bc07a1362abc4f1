import type { AgencyKind } from "#generated/prisma/enums";
import type { ReferenceAgency } from "./agencies.ts";
import { type CentralAgencies, titleOfSource } from "./files.ts";

/** Codes of this project for bodies without an official one in the sources. Documented in docs/agency-codes.md. */
const projectCodes: Record<string, string> = {
  "Văn phòng Trung ương Đảng": "TW.VP",
  "Ban Tổ chức Trung ương": "TW.BTC",
  "Ủy ban Kiểm tra Trung ương": "TW.UBKT",
  "Ban Tuyên giáo và Dân vận Trung ương": "TW.BTGDV",
  "Ban Nội chính Trung ương": "TW.BNC",
  "Ban Chính sách, chiến lược Trung ương": "TW.BCSCL",
  "Đảng ủy các cơ quan Đảng Trung ương": "TW.DUCQD",
  "Đảng ủy Chính phủ": "TW.DUCP",
  "Đảng ủy Quốc hội": "TW.DUQH",
  "Đảng ủy Mặt trận Tổ quốc, các đoàn thể Trung ương": "TW.DUMT",
  "Học viện Chính trị quốc gia Hồ Chí Minh": "TW.HVCT",
  "Báo Nhân Dân": "TW.BND",
  "Tạp chí Cộng sản": "TW.TCCS",
  "Nhà xuất bản Chính trị quốc gia Sự thật": "TW.NXBST",
  "Văn phòng Quốc hội": "TW.VPQH",
};

const categories: Record<string, { type: string; kind: AgencyKind }> = {
  bo: { type: "bộ", kind: "ministry" },
  "co-quan-ngang-bo": { type: "cơ quan ngang bộ", kind: "ministry" },
  "co-quan-thuoc-chinh-phu": { type: "cơ quan thuộc Chính phủ", kind: "centralBody" },
  "to-chuc-phoi-hop-lien-nganh": { type: "tổ chức phối hợp liên ngành", kind: "centralBody" },
  "co-quan-dang-trung-uong": { type: "cơ quan Đảng ở Trung ương", kind: "centralBody" },
  "dang-uy-truc-thuoc-trung-uong": { type: "đảng ủy trực thuộc Trung ương", kind: "centralBody" },
  "don-vi-su-nghiep-dang": { type: "đơn vị sự nghiệp của Đảng", kind: "centralBody" },
  "chu-tich-nuoc": { type: "cơ quan giúp việc Chủ tịch nước", kind: "centralBody" },
  "quoc-hoi": { type: "cơ quan giúp việc Quốc hội", kind: "centralBody" },
  "toa-an": { type: "tòa án", kind: "centralBody" },
  "vien-kiem-sat": { type: "viện kiểm sát", kind: "centralBody" },
  "kiem-toan": { type: "kiểm toán nhà nước", kind: "centralBody" },
  "mttq-va-to-chuc-chinh-tri-xa-hoi": { type: "Mặt trận và tổ chức chính trị - xã hội", kind: "centralFront" },
};

/** Categories that are not clearly “bộ, ban, ngành” of the plan: they are not bound to report until an administrator says so. */
const unclearCategories = ["to-chuc-phoi-hop-lien-nganh", "dang-uy-truc-thuoc-trung-uong", "don-vi-su-nghiep-dang"];

export const nation: ReferenceAgency = {
  id: "VN",
  codeStatus: "project",
  source: "Gốc của cây cơ quan trong hệ thống",
  keywords: ["Việt Nam", "toàn quốc"],
  terms: [
    {
      name: "Chính phủ",
      shortName: "Cả nước",
      kind: "government",
      type: "quốc gia",
      parentId: null,
      validFrom: null,
      validTo: null,
      source: "Gốc của cây cơ quan trong hệ thống",
    },
  ],
};

/** Ministries and other central bodies. No source gives a day they began on, so their terms are open. */
export function centralAgencies(file: CentralAgencies): ReferenceAgency[] {
  return file.agencies.map((agency) => {
    const { type, kind } = known(categories, agency.category);
    const source = [...agency.sources.map((id) => titleOfSource(file, id)), agency.note].filter(Boolean).join("; ");
    const term = {
      name: agency.name,
      shortName: agency.name,
      kind,
      type,
      parentId: "VN",
      validFrom: null,
      validTo: null,
      source,
    };
    return { id: idOf(agency), codeStatus: agency.codeStatus ?? "project", source, terms: [term] };
  });
}

export const unclearReporters = (file: CentralAgencies) =>
  file.agencies.filter(({ category }) => unclearCategories.includes(category)).map(idOf);

const idOf = ({ code, name }: { code: string | null; name: string }) => code ?? known(projectCodes, name);

function known<Value>(table: Record<string, Value>, key: string): Value {
  const value = table[key];
  if (value === undefined)
    throw new Error(`central-agencies.json names “${key}”, for which this project has no code or kind.`);
  return value;
}
