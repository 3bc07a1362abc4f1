import { describe, expect, it } from "vitest";
import { readRegister, tableOf, tableOfSheet, textOfTable } from "../../../src/lib/awards/register/rules.ts";
import { likenessOf } from "../../../src/lib/awards/subjects/rules.ts";

describe("a pasted table", () => {
  it("is read with tabs, semicolons or commas, quotes and line ends of any kind", () => {
    expect(tableOf("a\tb\r\nc\td")).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
    expect(tableOf('a;b\n"x;""y""\nz";2')).toEqual([
      ["a", "b"],
      ['x;"y"\nz', "2"],
    ]);
    expect(tableOf("a,b\n1,")).toEqual([
      ["a", "b"],
      ["1", ""],
    ]);
  });

  it("says which columns the heading lacks, whatever the case and diacritics of the others", () => {
    const { missing } = readRegister([["LOAI DOI TUONG", "tên", "Cơ quan"]], []);
    expect(missing).toEqual(["Hình thức", "Loại hình", "Số quyết định", "Ngày quyết định", "Cơ quan quyết định"]);
  });

  it("names line, column, value and remedy of what it cannot read", () => {
    const heading = [
      "Loại đối tượng",
      "Tên",
      "Năm sinh",
      "Cơ quan",
      "Hình thức",
      "Loại hình",
      "Số quyết định",
      "Ngày quyết định",
      "Cơ quan quyết định",
    ];
    const cells = ["nhóm", "A", "12/3/1990", "00070", "Giấy khen", "Công trạng", "1/QĐ", "2025-06-05", ""];
    const { wrong, lines } = readRegister([heading, [""], cells], [{ id: "giay-khen", name: "Giấy khen" }]);
    expect(lines).toEqual([]);
    expect(wrong).toEqual([
      {
        line: 3,
        name: "A",
        problems: [
          "Cơ quan quyết định: còn trống; hãy điền.",
          "Loại đối tượng: giá trị “nhóm” chưa đúng; hãy ghi Tập thể, Cá nhân hoặc Hộ gia đình.",
          "Năm sinh: giá trị “12/3/1990” chưa đúng; hãy ghi năm bốn chữ số (không ghi ngày sinh).",
        ],
      },
    ]);
  });
});

describe("a sheet", () => {
  const heading = [
    "Loại đối tượng",
    "Tên",
    "Cơ quan",
    "Hình thức",
    "Loại hình",
    "Số quyết định",
    "Ngày quyết định",
    "Cơ quan quyết định",
  ];
  const cells = Object.fromEntries(
    heading.map((value, index) => [`${"ABCDEFGH"[index]}3`, { kind: "text" as const, value }]),
  );

  it("is read from its heading on, days as people write them, and comes back from its text as it was", () => {
    const table = tableOfSheet({
      name: "Sổ",
      merged: [],
      cells: {
        A1: { kind: "text", value: "Sổ khen thưởng" },
        ...cells,
        B4: { kind: "text", value: 'Tổ "7"; khu A' },
        G4: { kind: "date", value: "2025-06-05" },
      },
    });
    expect(table).toEqual([heading, ["", 'Tổ "7"; khu A', "", "", "", "", "05/06/2025"]]);
    expect(tableOf(textOfTable(table ?? []))).toEqual(table);
  });

  it("without the heading is none of ours", () => {
    expect(tableOfSheet({ name: "Khác", merged: [], cells: { A1: { kind: "text", value: "Tên" } } })).toBeNull();
  });
});

describe("likely duplicates", () => {
  const one = { kind: "individual" as const, name: "Nguyễn Thị Hoà", birthYear: 1990, agencyId: "00070" };

  it.each([
    [{}, "same"],
    [{ name: "NGUYEN THI HOA" }, "same"],
    [{ birthYear: null }, "likely"],
    [{ agencyId: "00004" }, "likely"],
    [{ birthYear: 1991 }, null],
    [{ name: "Nguyễn Thị Hòe" }, null],
    [{ kind: "household" as const }, null],
  ])("with %o: %s", (changes, likeness) => {
    expect(likenessOf(one, { ...one, ...changes })).toBe(likeness);
    expect(likenessOf({ ...one, ...changes }, one)).toBe(likeness);
  });

  it("do not ask a collective for a year", () => {
    const unit = { kind: "collective" as const, name: "Tổ dân phố 7", birthYear: null, agencyId: "00070" };
    expect(likenessOf(unit, { ...unit, name: "tổ dân phố 7" })).toBe("same");
  });
});
