import { expect, it } from "vitest";
import {
  longDay,
  numberLine,
  signatureLines,
  suggestPlace,
  suggestSignature,
  suggestSuperior,
  suggestSymbol,
} from "#lib/documents/presentation";

it.each([
  ["2026-01-05", "ngày 05 tháng 01 năm 2026"],
  ["2026-02-10", "ngày 10 tháng 02 năm 2026"],
  ["2026-03-09", "ngày 09 tháng 3 năm 2026"],
  ["2026-10-31", "ngày 31 tháng 10 năm 2026"],
])("writes %s as %s: days below 10 and the months 1 and 2 get a zero", (day, text) => {
  expect(longDay(day)).toBe(text);
});

it.each([
  [5, "BC-UBND", "Số: 05/BC-UBND"],
  [125, "BC-BNV", "Số: 125/BC-BNV"],
  [null, null, "Số: ……/BC-……"],
])("writes the number %s", (number, symbol, line) => {
  expect(numberLine(number, symbol)).toBe(line);
});

const signer = { forWhom: "", superiorPosition: "Chủ tịch", position: "Phó Chủ tịch", name: "Ai" };

it.each([
  [
    { ...signer, forWhom: "Ủy ban nhân dân", capacity: "direct", position: "Chủ tịch" },
    ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
  ],
  [{ ...signer, forWhom: "Ủy ban nhân dân", capacity: "KT" }, ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]],
  [{ ...signer, capacity: "Q", position: "Giám đốc" }, ["Q. GIÁM ĐỐC"]],
  [
    { ...signer, capacity: "TL", superiorPosition: "Bộ trưởng", position: "Cục trưởng" },
    ["TL. BỘ TRƯỞNG", "CỤC TRƯỞNG"],
  ],
  [
    { ...signer, capacity: "TUQ", superiorPosition: "Giám đốc", position: "Trưởng phòng" },
    ["TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG"],
  ],
] as const)("signs %j", (signature, lines) => {
  expect(signatureLines(signature)).toEqual(lines);
});

it("reads the capacity from the position of whoever signed", () => {
  expect(suggestSignature("commune", "Chủ tịch UBND phường Hoàn Kiếm", "A")).toEqual({
    forWhom: "Ủy ban nhân dân",
    capacity: "direct",
    superiorPosition: "",
    position: "Chủ tịch",
    name: "A",
  });
  expect(suggestSignature("province", "Phó Chủ tịch UBND tỉnh An Giang", "B")).toMatchObject({
    capacity: "KT",
    superiorPosition: "Chủ tịch",
    position: "Phó Chủ tịch",
  });
  expect(suggestSignature("ministry", "Thứ trưởng", "C")).toMatchObject({
    forWhom: "",
    capacity: "KT",
    superiorPosition: "Bộ trưởng",
  });
  expect(suggestSignature("department", "Giám đốc Sở Y tế thành phố Hà Nội", "D")).toMatchObject({
    position: "Giám đốc",
  });
  expect(suggestSignature("ministry", null, "E")).toMatchObject({ capacity: "direct", position: "" });
});

it("suggests place, superior and symbol only where they are known", () => {
  expect(suggestPlace("commune", "Phường Hoàn Kiếm", "Thành phố Hà Nội")).toBe("Hoàn Kiếm");
  expect(suggestPlace("commune", "Đặc khu Phú Quốc", "Tỉnh An Giang")).toBe("Phú Quốc");
  expect(suggestPlace("province", "Thành phố Hồ Chí Minh", null)).toBe("Hồ Chí Minh");
  expect(suggestPlace("department", "Sở Y tế", "Thành phố Hà Nội")).toBe("Hà Nội");
  expect(suggestPlace("ministry", "Bộ Công an", null)).toBe("Hà Nội");
  expect(suggestSuperior("department", "Ủy ban nhân dân thành phố Hà Nội")).toBe("UBND thành phố Hà Nội");
  expect(suggestSuperior("provincePolice", "Ủy ban nhân dân thành phố Hà Nội")).toBe("Bộ Công an");
  expect(suggestSuperior("commune", "Ủy ban nhân dân thành phố Hà Nội")).toBeNull();
  expect(suggestSymbol("commune")).toBe("BC-UBND");
  expect(suggestSymbol("ministry")).toBe("BC-");
});
