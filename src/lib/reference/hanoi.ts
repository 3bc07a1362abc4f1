import type { ReferenceAgency } from "./agencies.ts";
import type { AdministrativeUnits, CentralAgencies, HanoiDepartments } from "./files.ts";
import { committeeOf } from "./provinces.ts";

/** Codes of this project, after the code of the Ủy ban nhân dân. Documented in docs/agency-codes.md. */
const shortCodes: Record<string, string> = {
  "Văn phòng Ủy ban nhân dân Thành phố": "VP",
  "Thanh tra Thành phố": "TTR",
  "Sở Tư pháp": "TP",
  "Sở Tài chính": "TC",
  "Sở Công Thương": "CT",
  "Sở Nông nghiệp và Môi trường": "NNMT",
  "Sở Xây dựng": "XD",
  "Sở Khoa học và Công nghệ": "KHCN",
  "Sở Văn hóa và Thể thao": "VHTT",
  "Sở Giáo dục và Đào tạo": "GDDT",
  "Sở Y tế": "YT",
  "Sở Dân tộc và Tôn giáo": "DTTG",
  "Sở Du lịch": "DL",
  "Sở Quy hoạch - Kiến trúc": "QHKT",
  "Trung tâm Phục vụ hành chính công Thành phố": "TTHCC",
  "Ban Quản lý Khu công nghệ cao và Khu công nghiệp Thành phố": "BQLKCN",
};

/** Departments and other bodies of Hà Nội, and its Front. Sở Nội vụ is among the offices every province has. */
export function hanoiAgencies(
  file: HanoiDepartments,
  units: AdministrativeUnits,
  central: CentralAgencies,
): ReferenceAgency[] {
  const city = committeeOf(central, file.provinceCode).code;
  const region = units.provinces.find(({ code }) => code === file.provinceCode)?.region ?? null;
  const common = { region, parentId: city, validTo: null };
  const bodies = [...file.departments, ...file.otherBodies].filter(({ name }) => name !== "Sở Nội vụ");
  return [
    ...bodies.map(({ name, type }): ReferenceAgency => {
      const shortCode = shortCodes[name];
      if (!shortCode) throw new Error(`hanoi-departments.json names “${name}”, for which this project has no code.`);
      const term = {
        ...common,
        name: fullName(name),
        shortName: name,
        type,
        kind: "department" as const,
        validFrom: file.asOf,
        source: file.legalBasis,
      };
      return { id: `${city}.${shortCode}`, codeStatus: "project", source: projectCode(city), terms: [term] };
    }),
    {
      id: `${city}.MT`,
      codeStatus: "project",
      source: projectCode(city),
      terms: [
        {
          ...common,
          name: "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội",
          shortName: "Mặt trận Tổ quốc thành phố Hà Nội",
          type: "Mặt trận cấp tỉnh",
          kind: "provinceFront",
          validFrom: null,
          source: "Nêu trong Kế hoạch của Ủy ban nhân dân thành phố Hà Nội, mục VI.2",
        },
      ],
    },
  ];
}

const projectCode = (city: string) => `Đặt theo mã ${city} của Ủy ban nhân dân thành phố`;

/** “Thanh tra Thành phố” is short for “Thanh tra thành phố Hà Nội”. */
const fullName = (name: string) =>
  name.endsWith(" Thành phố") ? name.replace(/Thành phố$/, "thành phố Hà Nội") : `${name} thành phố Hà Nội`;
