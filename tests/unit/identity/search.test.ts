import { describe, expect, it } from "vitest";
import { anywhere, namePattern } from "#lib/identity/people/sql";

const finds = (text: string, name: string) => new RegExp(namePattern(text) ?? "$^").test(name);

describe("searching names", () => {
  it("ignores case, diacritics and the way letters are composed", () => {
    expect(finds("dang thi", "Đặng Thị Ánh Nguyệt")).toBe(true);
    expect(finds("ĐẶNG THỊ ÁNH", "Đặng Thị Ánh Nguyệt")).toBe(true);
    expect(finds("Nguyệt".normalize("NFD"), "Đặng Thị Ánh Nguyệt")).toBe(true);
    expect(finds("đang", "Dang Văn Bình")).toBe(true);
    expect(finds("dung", "Đặng Thị Ánh Nguyệt")).toBe(false);
  });

  it("covers every Vietnamese letter", () => {
    const letters = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ";
    for (const letter of letters) {
      const plain = letter.normalize("NFD").replace(/\p{M}/gu, "").replace("đ", "d");
      expect([letter, finds(plain, letter), finds(plain, letter.toUpperCase())]).toEqual([letter, true, true]);
    }
  });

  it("has no signs with a meaning of their own", () => {
    expect(namePattern("%.*[](){}\\")).toBeNull();
    expect(finds("a.b", "Xa Bình")).toBe(true);
    expect(anywhere("50%_\\")).toBe("%50\\%\\_\\\\%");
    expect(anywhere("")).toBeNull();
  });
});
