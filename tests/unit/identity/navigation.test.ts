import { describe, expect, it } from "vitest";
import type { ActingAgency, Role } from "#lib/identity/actor";
import { navigationFor } from "#lib/identity/navigation";

/** Without a word the agency looks after itself only. */
const agency = (kind: ActingAgency["kind"], id = "H26", oversight = `/VN/${id}/own/`): ActingAgency => ({
  id,
  kind,
  name: "",
  shortName: "",
  path: "/VN/",
  oversight,
  provinceId: oversight === "/VN/H26/" ? "H26" : null,
});
const labelsOf = (kind: ActingAgency["kind"], roles: Role[], id?: string, oversight?: string) =>
  navigationFor({ agency: agency(kind, id, oversight), roles }).map(({ label }) => label);

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

  it("offers the dashboard to who looks after the nation or a province", () => {
    expect(labelsOf("ministry", ["recipientOfficer"], "G01", "/VN/")).toContain("Bảng theo dõi");
    expect(labelsOf("provincePolice", ["recipientOfficer"], "H26.CA", "/VN/H26/")).toContain("Bảng theo dõi");
    expect(labelsOf("commune", ["head"], "00070", "/VN/H26/00070/")).not.toContain("Bảng theo dõi");
    expect(labelsOf("provincePolice", ["reporter"], "H26.CA", "/VN/H26/")).not.toContain("Bảng theo dõi");
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
    expect(labelsOf("provincePolice", all, "H26.CA", "/VN/H26/")).toEqual([
      "Việc cần làm",
      "Bảng theo dõi",
      "Báo cáo",
      "Khen thưởng",
      "Hội đồng",
      "Người dùng",
      "Nhật ký",
    ]);
  });
});
