import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bearsOn, extension, isUnconfirmed } from "#lib/plans/rules";

describe("what a child plan adds to a content", () => {
  it("is marked in runs of words", () => {
    expect(
      extension(
        "Thi đua tuyên truyền, vận động Nhân dân.",
        "Thi đua tuyên truyền bằng nhiều hình thức, vận động Nhân dân.",
      ),
    ).toEqual([
      { text: "Thi đua tuyên truyền", isNew: false },
      { text: "bằng nhiều hình thức,", isNew: true },
      { text: "vận động Nhân dân.", isNew: false },
    ]);
  });

  it("is nothing when only case and punctuation differ", () => {
    expect(
      extension("phong trào toàn dân bảo vệ an ninh Tổ quốc", "phong trào “Toàn dân bảo vệ an ninh Tổ quốc”."),
    ).toEqual([{ text: "phong trào “Toàn dân bảo vệ an ninh Tổ quốc”.", isNew: false }]);
  });

  it("is everything when the parent says nothing", () => {
    expect(extension("", "Hoàn toàn mới")).toEqual([{ text: "Hoàn toàn mới", isNew: true }]);
  });

  it("never loses or reorders a word of the child", () => {
    const word = fc.constantFrom("an", "ninh", "Tổ", "quốc", "dân");
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (parent, child) => {
        const joined = extension(parent.join(" "), child.join(" ")).map(({ text }) => text);
        expect(joined.join(" ")).toBe(child.join(" "));
      }),
    );
  });
});

describe("whom a passage is about", () => {
  const commune = { id: "00070", kind: "commune", path: "/VN/H26/00070/" } as const;

  it("is an agency by its id", () => {
    expect(bearsOn(["G01", "00070"], commune, "/VN/")).toBe(true);
    expect(bearsOn(["G01"], commune, "/VN/")).toBe(false);
  });

  it("is an agency by its kind, inside the subtree of the plan's holder only", () => {
    expect(bearsOn(["kind:commune"], commune, "/VN/H26/")).toBe(true);
    expect(bearsOn(["kind:commune"], commune, "/VN/H01/")).toBe(false);
    expect(bearsOn(["kind:department"], commune, "/VN/H26/")).toBe(false);
  });
});

it("waits for confirmation only when rebuilt from a scan and not confirmed", () => {
  expect(isUnconfirmed({ reconstructed: true, confirmedAt: null })).toBe(true);
  expect(isUnconfirmed({ reconstructed: true, confirmedAt: new Date() })).toBe(false);
  expect(isUnconfirmed({ reconstructed: false, confirmedAt: null })).toBe(false);
});
