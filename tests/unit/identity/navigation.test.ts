import { describe, expect, it } from "vitest";
import type { ActingAgency, Role } from "#lib/identity/actor";
import { navigationFor } from "#lib/identity/navigation";

const agency = (kind: ActingAgency["kind"], id = "H26"): ActingAgency => ({
  id,
  kind,
  name: "",
  shortName: "",
  path: "/VN/",
  oversight: "/VN/",
  provinceId: null,
});
const labelsOf = (kind: ActingAgency["kind"], roles: Role[], id?: string) =>
  navigationFor({ agency: agency(kind, id), roles }).map(({ label }) => label);

const everyone = ["Việc cần làm", "Báo cáo", "Cơ quan", "Kế hoạch"];
const withAwards = ["Việc cần làm", "Báo cáo", "Khen thưởng", "Cơ quan", "Kế hoạch"];
/** The standing secretariat of a council. */
const withCouncils = withAwards.toSpliced(3, 0, "Hội đồng");

describe("the left navigation", () => {
  it("offers a reporter their own work, reports, awards, agencies and plans", () => {
    expect(labelsOf("commune", ["reporter"])).toEqual(withAwards);
  });

  it("offers consolidation to consolidators, readers and the head of a province, not to other heads", () => {
    const withConsolidation = ["Việc cần làm", "Báo cáo", "Tổng hợp", "Khen thưởng", "Cơ quan", "Kế hoạch"];
    expect(labelsOf("centralBody", ["reader"], "G22")).toEqual(withConsolidation);
    expect(labelsOf("province", ["head"])).toEqual(withConsolidation.toSpliced(4, 0, "Hội đồng"));
    expect(labelsOf("commune", ["head"], "00070")).toEqual(withAwards);
  });

  it("offers the obligations to those who keep them in the lead ministries and the provinces only", () => {
    expect(labelsOf("provinceHomeAffairs", ["secretariat"], "H26.NV")).toEqual([...withCouncils, "Nghĩa vụ báo cáo"]);
    expect(labelsOf("ministry", ["secretariat"], "G09")).toEqual([...withCouncils, "Nghĩa vụ báo cáo"]);
    expect(labelsOf("ministry", ["secretariat"], "G03")).toEqual(withCouncils);
    expect(labelsOf("provincePolice", ["recipientOfficer"], "H26.CA")).toEqual(everyone);
  });

  it("offers people and the audit to administrators", () => {
    expect(labelsOf("commune", ["administrator"], "00070")).toEqual([...everyone, "Người dùng", "Nhật ký"]);
  });

  it("never has more than seven entries", () => {
    const all: Role[] = [
      "reporter",
      "head",
      "recipientOfficer",
      "consolidator",
      "secretariat",
      "administrator",
      "reader",
    ];
    expect(labelsOf("provincePolice", all, "H26.CA")).toEqual([
      "Việc cần làm",
      "Báo cáo",
      "Khen thưởng",
      "Hội đồng",
      "Kế hoạch",
      "Người dùng",
      "Nhật ký",
    ]);
  });
});
