import type { AgencyKind } from "#generated/prisma/enums";
import type { CampaignPlan, HanoiPlan, KienGiangPlan, NationalPlan } from "./files.ts";
import { hanoiPassages, kienGiangPassages, nationalPassages } from "./passages.ts";
import { hanoiActors, nationalActors } from "./plan-actors.ts";
import type { Row } from "./upsert.ts";

/** Ids of the plans; those of the files where they have one. */
export const planIds = {
  national: "qd-2447-qd-ttg-2025",
  hanoi: "kh-ubnd-ha-noi-2025-tdbvantq",
  kienGiang: "kh-ubnd-kien-giang-2023",
};

/** Kinds of agency that assess themselves by the criteria of a group; other groups are for firms and persons. */
const kindsOfGroup: Record<string, AgencyKind[]> = {
  tw: ["ministry", "centralBody"],
  tinh: ["province"],
  mttq: ["centralFront"],
  "hn-sbn": ["department", "provinceHomeAffairs", "provincePolice", "commune"],
  "hn-mttq": ["provinceFront"],
};

type PlanFiles = { national: NationalPlan; hanoi: HanoiPlan; kienGiang: KienGiangPlan };

/** The rows of the three plans. `departments` are the ids of the departments of Hà Nội. */
export function planRows({ national, hanoi, kienGiang }: PlanFiles, departments: string[]) {
  return {
    plans: [nationalPlan(national), hanoiPlan(hanoi), kienGiangPlan(kienGiang)],
    passages: [
      ...nationalPassages(national, planIds.national, nationalActors),
      ...hanoiPassages(hanoi, planIds.hanoi, hanoiActors(departments)),
      ...kienGiangPassages(kienGiang, planIds.kienGiang),
    ],
    groups: [...groupRows(national, planIds.national), ...groupRows(hanoi, planIds.hanoi)],
    criteria: [...criterionRows(national), ...criterionRows(hanoi)],
  };
}

/** Issued by the Prime Minister for the whole country; Bộ Công an leads (mục VI.5). */
const nationalPlan = (file: NationalPlan): Row => ({
  ...documentColumns(file),
  id: planIds.national,
  parent_id: null,
  agency_id: "VN",
  issued_by_agency_id: null,
  short_title: "Quyết định 2447/QĐ-TTg",
  effective_from: file.document.issued_on,
  metadata: { ...withoutRows(file), leadAgencyId: "G01", coLeadAgencyId: "G09" },
});

const hanoiPlan = (file: HanoiPlan): Row => ({
  ...documentColumns(file),
  id: planIds.hanoi,
  parent_id: planIds.national,
  agency_id: "H26",
  issued_by_agency_id: null,
  short_title: "Kế hoạch của thành phố Hà Nội",
  effective_from: "2025-12-01",
  metadata: {
    ...withoutRows(file),
    leadAgencyId: "H26.CA",
    coLeadAgencyId: "H26.NV",
    effectiveFromNote:
      "Bản có được để trống số và ngày ban hành; lấy ngày đầu của tháng bắt đầu triển khai mà Kế hoạch nêu (từ tháng 12 năm 2025).",
  },
});

/** A plan of a dissolved province: its successor holds it. It carries out other resolutions, so it hangs below no other plan. */
const kienGiangPlan = (file: KienGiangPlan): Row => ({
  ...documentColumns(file),
  id: planIds.kienGiang,
  parent_id: null,
  agency_id: "H01",
  issued_by_agency_id: "tinh-cu-91",
  short_title: "Kế hoạch của tỉnh Kiên Giang (trước 01/07/2025)",
  effective_from: file.document.issued_after,
  metadata: {
    ...withoutRows(file),
    effectiveFromNote: "Không rõ ngày ban hành; văn bản ra sau ngày 11/10/2023 (căn cứ Kế hoạch số 218-KH/BTGTU).",
    holderNote:
      "Tỉnh Kiên Giang đã nhập vào tỉnh An Giang từ 01/07/2025; chưa có văn bản nào tìm thấy về việc kế thừa kế hoạch này.",
  },
});

function documentColumns({ kind, document }: Pick<CampaignPlan | KienGiangPlan, "kind" | "document">) {
  return {
    kind,
    title: document.title,
    document_number: document.number,
    document_type: document.type,
    issuer: document.issuer,
    issued_on: document.issued_on,
    signed_by: document.signed_by,
    signed_as: document.signed_as,
    effective_to: null,
  };
}

const becameRows = [
  "kind",
  "purposes",
  "requirements",
  "contents",
  "eligible_subjects",
  "subject_groups",
  "criteria",
  "awards",
  "deadlines",
  "solutions",
  "duties",
  "plan_amendment",
  "communication_forms",
  "communication_source",
  "unknown",
];

/** The document block and everything else of a plan file that has no row of its own. */
function withoutRows(file: object) {
  const kept = Object.entries(file).filter(([key]) => !becameRows.includes(key));
  return Object.fromEntries(
    kept.map(([key, value]) =>
      key === "measurable_targets" ? ["measurable_target_count", value.length] : [key, value],
    ),
  );
}

const groupRows = (file: CampaignPlan, planId: string): Row[] =>
  file.subject_groups.map((group, index) => ({
    id: group.id,
    plan_id: planId,
    order: index + 1,
    name: group.name,
    heading: group.heading ?? null,
    subject_kind: group.subject_kind,
    agency_kinds: kindsOfGroup[group.id] ?? [],
    sources: group.source,
  }));

const criterionRows = (file: CampaignPlan): Row[] =>
  file.criteria.map((criterion) => ({
    id: criterion.id,
    group_id: criterion.group,
    order: criterion.order,
    text: criterion.text,
    derived_from: criterion.derived_from_national ?? [],
    sources: criterion.source ?? [],
    reconstructed: criterion.reconstructed_from_ocr ?? false,
    ocr_similarity: criterion.ocr_similarity ?? null,
  }));
