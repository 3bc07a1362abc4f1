import type { AgencyKind } from "#generated/prisma/enums";
import type { HanoiPlan, NationalPlan } from "./files.ts";
import { planIds } from "./plans.ts";
import type { Row } from "./upsert.ts";

type Duty = {
  id: string;
  name: string;
  planId: string;
  reporterKinds: AgencyKind[];
  scopePath: string;
  excludedIds?: string[];
  reportKind: "own" | "consolidated";
  recipients: string[];
  /** last day still on time */
  due: [month: number, day: number];
  wording: string;
  isDefault?: boolean;
  note?: string;
  effectiveFrom: string;
  source: string;
};

const leadMinistries = ["G01", "G09"];
const ownProvince = ["@police", "@homeAffairs"];
const nationalStart = "2025-11-06";
const nationalSource = "Quyết định 2447/QĐ-TTg, Kế hoạch, mục VI.7";

/** Who reports to whom by when. `unclear` are central bodies that are not clearly “bộ, ban, ngành”. */
export function dutyRows({
  national,
  hanoi,
  unclear,
}: {
  national: NationalPlan;
  hanoi: HanoiPlan;
  unclear: string[];
}): Row[] {
  const yearly = deadlineOf(national, "dl-annual-report");
  const local = deadlineOf(hanoi, "hn-dl-report-base");
  const duties: Duty[] = [
    {
      id: "2447-trung-uong",
      name: "Báo cáo năm của bộ, ban, ngành, Mặt trận và tổ chức chính trị - xã hội ở trung ương",
      planId: planIds.national,
      reporterKinds: ["ministry", "centralBody", "centralFront"],
      scopePath: "/VN/",
      excludedIds: ["G01", ...unclear],
      reportKind: "own",
      recipients: leadMinistries,
      due: [11, 29],
      wording: yearly.when,
      note: "Bộ Công an đưa số liệu của mình vào báo cáo toàn quốc nên không gửi báo cáo riêng. Kế hoạch không liệt kê từng cơ quan: tổ chức phối hợp liên ngành, đảng ủy trực thuộc và đơn vị sự nghiệp của Đảng chưa được tính là “bộ, ban, ngành”; quản trị có thể thay đổi.",
      effectiveFrom: nationalStart,
      source: nationalSource,
    },
    {
      id: "2447-tinh",
      name: "Báo cáo năm tổng hợp của tỉnh, thành phố",
      planId: planIds.national,
      reporterKinds: ["province"],
      scopePath: "/VN/",
      reportKind: "consolidated",
      recipients: leadMinistries,
      due: [11, 29],
      wording: yearly.when,
      effectiveFrom: nationalStart,
      source: nationalSource,
    },
    {
      id: "2447-toan-quoc",
      name: "Báo cáo năm tổng hợp toàn quốc, báo cáo Thủ tướng Chính phủ",
      planId: planIds.national,
      reporterKinds: ["ministry"],
      scopePath: "/VN/G01/",
      reportKind: "consolidated",
      recipients: [],
      due: [11, 29],
      wording: yearly.when,
      note: yearly.ambiguity,
      effectiveFrom: nationalStart,
      source: `${nationalSource} và mục VI.5`,
    },
    {
      id: "mac-dinh-xa",
      name: "Báo cáo năm của xã, phường, đặc khu (mặc định)",
      planId: planIds.national,
      reporterKinds: ["commune"],
      scopePath: "/VN/",
      reportKind: "own",
      recipients: ownProvince,
      due: [11, 9],
      wording: "trước ngày 10 tháng 11 hằng năm (mặc định của hệ thống, tỉnh chưa ban hành hoặc chưa nhập kế hoạch)",
      isDefault: true,
      note: "Quyết định 2447/QĐ-TTg không quy định hạn cho cấp xã. Nhiệm vụ này thôi áp dụng ở tỉnh đã nhập kế hoạch riêng.",
      effectiveFrom: nationalStart,
      source: "Mặc định của hệ thống",
    },
    {
      id: "ha-noi-co-so",
      name: "Báo cáo năm của sở, ban, ngành, cơ quan, đơn vị và xã, phường thành phố Hà Nội",
      planId: planIds.hanoi,
      reporterKinds: ["commune", "department", "provinceFront", "provinceHomeAffairs"],
      scopePath: "/VN/H26/",
      reportKind: "own",
      recipients: ownProvince,
      due: [11, 9],
      wording: local.when,
      note: "Công an Thành phố đưa số liệu của mình vào báo cáo tổng hợp của Thành phố nên không gửi báo cáo riêng.",
      effectiveFrom: "2025-12-01",
      source: "Kế hoạch của Ủy ban nhân dân thành phố Hà Nội, mục VII",
    },
  ];
  return duties.map(dutyRow);
}

function deadlineOf({ deadlines }: Pick<NationalPlan, "deadlines">, id: string) {
  const deadline = deadlines.find((one) => one.id === id);
  if (!deadline) throw new Error(`A plan file lacks the deadline ${id}.`);
  return deadline;
}

const dutyRow = (duty: Duty): Row => ({
  id: duty.id,
  plan_id: duty.planId,
  name: duty.name,
  reporter_kinds: duty.reporterKinds,
  scope_path: duty.scopePath,
  excluded_ids: duty.excludedIds ?? [],
  report_kind: duty.reportKind,
  recipients: duty.recipients,
  form_id: "bao-cao-nam",
  opens_month: 10,
  opens_day: 1,
  due_month: duty.due[0],
  due_day: duty.due[1],
  wording: duty.wording,
  is_default: duty.isDefault ?? false,
  note: duty.note ?? null,
  effective_from: duty.effectiveFrom,
  effective_to: null,
  source: duty.source,
});
