import { describe, expect, it } from "vitest";
import { agencyRows, amend, inSentence, type ReferenceAgency } from "#lib/reference/agencies";

describe("a unit's name in a sentence", () => {
  it("has its type in small letters", () => {
    expect(inSentence("Phường Hoàn Kiếm")).toBe("phường Hoàn Kiếm");
    expect(inSentence("Đặc khu Vân Đồn")).toBe("đặc khu Vân Đồn");
    expect(inSentence("Thành phố Hà Nội")).toBe("thành phố Hà Nội");
  });

  it("keeps the capital of Thành phố Hồ Chí Minh and of units named by a number", () => {
    expect(inSentence("Thành phố Hồ Chí Minh")).toBe("Thành phố Hồ Chí Minh");
    expect(inSentence("Phường 12")).toBe("Phường 12");
  });
});

describe("a change of name", () => {
  const before = { name: "Xã Long Thành", type: "xã", validFrom: "2025-07-01", validTo: null, source: "A" };

  it("ends the old name the day before", () => {
    expect(
      amend([before], { name: "Phường Long Thành", type: "phường", validFrom: "2026-04-30", source: "B" }),
    ).toEqual([
      { ...before, validTo: "2026-04-29" },
      { name: "Phường Long Thành", type: "phường", validFrom: "2026-04-30", validTo: null, source: "B" },
    ]);
  });

  it("needs something to change", () => {
    expect(() =>
      amend([], { name: "Phường Long Thành", type: "phường", validFrom: "2026-04-30", source: "B" }),
    ).toThrow("changes before it exists");
  });
});

describe("the place of an agency in the tree", () => {
  const place = (agency: Partial<ReferenceAgency["terms"][number]> & { id: string }) => {
    const term = {
      name: "A",
      shortName: "A",
      type: "a",
      validFrom: null,
      validTo: null,
      source: "",
      kind: "commune" as const,
      parentId: "VN",
      ...agency,
    };
    const [row] = agencyRows([{ id: agency.id, codeStatus: "project", source: "", terms: [term] }]).terms;
    return [row?.path, row?.oversight, row?.province_id];
  };

  it("is its path, what it looks after and its province", () => {
    expect(place({ id: "VN", kind: "government", parentId: null })).toEqual(["/VN/", "/VN/", null]);
    expect(place({ id: "G02", kind: "ministry" })).toEqual(["/VN/G02/", "/VN/G02/", null]);
    expect(place({ id: "G01", kind: "ministry" })).toEqual(["/VN/G01/", "/VN/", null]);
    expect(place({ id: "H26", kind: "province" })).toEqual(["/VN/H26/", "/VN/H26/", "H26"]);
    expect(place({ id: "H26.CA", kind: "provincePolice", parentId: "H26" })).toEqual([
      "/VN/H26/H26.CA/",
      "/VN/H26/",
      "H26",
    ]);
    expect(place({ id: "H26.TC", kind: "department", parentId: "H26" })).toEqual([
      "/VN/H26/H26.TC/",
      "/VN/H26/H26.TC/",
      "H26",
    ]);
    expect(place({ id: "00070", parentId: "H26" })).toEqual(["/VN/H26/00070/", "/VN/H26/00070/", "H26"]);
  });
});
