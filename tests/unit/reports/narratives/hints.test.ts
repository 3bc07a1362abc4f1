import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hintsOf } from "../../../../src/lib/reports/narratives/hints.ts";
import { misspelledNames } from "../../../../src/lib/reports/narratives/spelling.ts";

const names = (text: string, agencies?: string[]) =>
  hintsOf(text, agencies).map(({ written, right }) => `${written} → ${right}`);
const kinds = (text: string) => hintsOf(text).map(({ kind, written }) => `${kind}: ${written}`);

describe("names of the campaign", () => {
  it.each([
    ["Bảo vệ An Ninh Tổ Quốc là nhiệm vụ", "An Ninh Tổ Quốc → an ninh Tổ quốc"],
    ["phong trào toàn dân bảo vệ an ninh tổ quốc", "toàn dân bảo vệ an ninh tổ quốc → Toàn dân bảo vệ an ninh Tổ quốc"],
    [
      "Phong trào thi đua “toàn dân bảo vệ an ninh Tổ quốc”",
      "toàn dân bảo vệ an ninh Tổ quốc → Toàn dân bảo vệ an ninh Tổ quốc",
    ],
    ["Toan dan bao ve an ninh To quoc", "Toan dan bao ve an ninh To quoc → Toàn dân bảo vệ an ninh Tổ quốc"],
    ["Toàn dân bảo vệ an nình Tổ quốc", "Toàn dân bảo vệ an nình Tổ quốc → Toàn dân bảo vệ an ninh Tổ quốc"],
    [
      "tổ chức Ngày Hội Toàn Dân Bảo Vệ An Ninh Tổ Quốc",
      "Ngày Hội Toàn Dân Bảo Vệ An Ninh Tổ Quốc → Ngày hội Toàn dân bảo vệ an ninh Tổ quốc",
    ],
    ["Uỷ ban nhân dân phường", "Uỷ ban nhân dân → Ủy ban nhân dân"],
    ["UỶ BAN NHÂN DÂN PHƯỜNG", "UỶ BAN NHÂN DÂN → ỦY BAN NHÂN DÂN"],
    ["Uỷ ban MTTQ và Mặt Trận Tổ Quốc Việt Nam", "Mặt Trận Tổ Quốc Việt Nam → Mặt trận Tổ quốc Việt Nam"],
    ["theo hướng dẫn của bộ công an", "bộ công an → Bộ Công an"],
    ["bo cong an", "bo cong an → Bộ Công an"],
    ["Hội đồng thi đua – khen thưởng", "Hội đồng thi đua – khen thưởng → Hội đồng Thi đua - Khen thưởng"],
    ["Bộ  Nội vụ", "Bộ  Nội vụ → Bộ Nội vụ"],
    ["Quyết định số 2447/QD-TTG", "2447/QD-TTG → 2447/QĐ-TTg"],
    ["Quyết định 2447-QÐ/TTg", "2447-QÐ/TTg → 2447/QĐ-TTg"],
    ["Quyết định số 2447/QĐ-TTg ngày 11/6/2025", "11/6/2025 → 06/11/2025"],
    ["Quyết định số 2447/QĐ-TTg ngày 05 tháng 11 năm 2025", "05 tháng 11 năm 2025 → 06 tháng 11 năm 2025"],
  ])("in %j: %s", (text, expected) => expect(names(text)).toEqual([expected]));

  it.each([
    "phong trào toàn dân bảo vệ an ninh Tổ quốc",
    "Phong trào thi đua “Toàn dân bảo vệ an ninh Tổ quốc”",
    "Ngày hội toàn dân bảo vệ an ninh Tổ quốc; ngày hội Toàn dân bảo vệ an ninh Tổ quốc",
    "“TOÀN DÂN BẢO VỆ AN NINH TỔ QUỐC”",
    "An ninh Tổ quốc là trên hết. Giữ vững an ninh Tổ quốc.",
    "cán bộ công an, cán bộ nội vụ, nội bộ công an xã",
    "các tổ quốc phòng, an ninh; bỏ công ăn việc làm; tơ, tổ; cơ sở nội vụ",
    "Ban Thi đua, Khen thưởng; công an, nhân dân",
    "Kế hoạch 2447/KH-UBND; Quyết định số 2447/QĐ-TTg ngày 06/11/2025; ngày 6 tháng 11 năm 2025",
    "toandanbaoveanninhtoquoc.vn",
    "an ninh\nTổ quốc",
  ])("leaves %j alone", (text) => expect(names(text)).toEqual([]));

  it("knows the agencies of the report, whose kind of place may be small or capital", () => {
    const agencies = ["Phường Hoàn Kiếm", "Công an thành phố Hà Nội"];
    expect(names("phường Hoàn Kiếm, Công an Thành phố Hà Nội", agencies)).toEqual([]);
    expect(names("tại phường hoàn kiếm gửi công an thành phố hà nội", agencies)).toEqual([
      "phường hoàn kiếm → phường Hoàn Kiếm",
      "công an thành phố hà nội → Công an thành phố Hà Nội",
    ]);
  });

  it("finds nothing to say in the decision itself", () => {
    const plan = JSON.parse(readFileSync("prisma/reference/campaign-2447.json", "utf8"));
    const texts = [...plan.contents, ...plan.criteria, ...plan.purposes, ...plan.requirements].map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.flatMap((text) => hintsOf(text))).toEqual([]);
  });

  it("has nothing more to say once its correction is taken, wherever the name stands", () => {
    const written = fc.constantFrom(
      "An Ninh Tổ Quốc",
      "uỷ ban nhân dân",
      "toan dan bao ve an ninh to quoc",
      "BỘ CÔNG an",
      "mặt trận tổ quốc",
    );
    const around = fc.constantFrom("", " ", "“", "”", ". ", "thi đua ", "Phong trào ", "\n- ", "(", " và ");
    fc.assert(
      fc.property(around, written, around, (before, name, after) => {
        const text = before + name + after;
        const corrected = misspelledNames(text).reduceRight(
          (now, { from, to, right }) => now.slice(0, from) + right + now.slice(to),
          text,
        );
        expect(misspelledNames(corrected)).toEqual([]);
      }),
    );
  });
});

describe("state secrets and personal data", () => {
  it.each([
    ["Số: 12/BC-CAP. TUYỆT MẬT", ["secret: TUYỆT MẬT"]],
    ["TỐI MẬT", ["secret: TỐI MẬT"]],
    ["Dấu: MẬT", ["secret: MẬT"]],
    ["kèm theo tài liệu mật", ["secret: tài liệu mật"]],
    ["CCCD 001099012345", ["personal: 001099012345"]],
    ["số 001 099 012 345,", ["personal: 001 099 012 345"]],
    ["CMND số 012345678", ["personal: CMND số 012345678"]],
    ["ĐT: 0912.345.678; +84 912 345 678", ["personal: 0912.345.678", "personal: +84 912 345 678"]],
    ["ông A, sinh ngày 05/6/1980", ["personal: sinh ngày 05/6/1980"]],
    ["ngày sinh: 5 tháng 6 năm 1980", ["personal: ngày sinh: 5 tháng 6 năm 1980"]],
  ])("in %j", (text, expected) => expect(kinds(text)).toEqual(expected));

  it.each([
    "công tác bảo vệ bí mật nhà nước; BẢO VỆ BÍ MẬT NHÀ NƯỚC; BẢO MẬT; MẬT ĐỘ DÂN CƯ",
    "mật độ dân cư, mật khẩu, bảo mật thông tin, mật thiết với Nhân dân",
    "tổng số 120.000.000.000 đồng, 100000000000 đồng, 0,912345678",
    "sinh năm 1980; sinh hoạt 02 buổi; khai sinh 12/2025",
    "Quyết định 2447/QĐ-TTg ngày 06/11/2025; đường dây nóng 113; 024 3942 4244",
    "0,5 %; 1.234.567 lượt; từ 01/01/2026 đến 31/10/2026",
  ])("leaves %j alone", (text) => expect(kinds(text)).toEqual([]));
});

it("gives hints in the order of the text, never two for the same words, whatever is written", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
      const hints = hintsOf(text);
      for (const [index, { from, to, written }] of hints.entries()) {
        expect(text.slice(from, to)).toBe(written);
        expect(from).toBeGreaterThanOrEqual(hints[index - 1]?.to ?? 0);
      }
    }),
  );
});

it("reads the longest narrative in a few milliseconds", () => {
  const text = "Phong trào toàn dân bảo vệ an ninh Tổ quốc 0912 345 67 tại Uỷ ban. ".repeat(300);
  hintsOf(text);
  const started = performance.now();
  hintsOf(text);
  expect(performance.now() - started).toBeLessThan(200);
});
