import { describe, expect, it } from "vitest";
import { checkName, cleanName, secretMark } from "#lib/reports/evidence/names";

describe("a file's name", () => {
  it.each([
    ["Báo cáo năm 2026.pdf", "Báo cáo năm 2026.pdf"],
    ["Ba\u0301o ca\u0301o.pdf", "Báo cáo.pdf"],
    ["C:\\Users\\An\\Đề án.docx", "Đề án.docx"],
    ["../../etc/passwd.pdf", "passwd.pdf"],
    ["  a\u0000b\nc .pdf ", "abc.pdf"],
    ["bao\u202Efdp.xlsx", "baofdp.xlsx"],
    ['a<b>"c|d?.png', "abcd.png"],
    ["...ẩn.pdf", "ẩn.pdf"],
    ["con.pdf", "_con.pdf"],
    [".pdf", "pdf"],
    ["///.pdf", "pdf"],
    [`${"Đ".repeat(300)}.pdf`, `${"Đ".repeat(120)}.pdf`],
    ["🗝️ chìa khóa.JPG", "🗝 chìa khóa.jpg"],
  ])("%j becomes %j", (typed, name) => expect(cleanName(typed).replace(/\uFE0F/g, "")).toBe(name));

  it.each(["baocao.exe", "baocao.docm", "baocao.pdf.js", "baocao", "trang.html", "anh.svg"])(
    "%s is not taken",
    (name) => {
      expect(() => checkName(name)).toThrow("thuộc loại không đính kèm được");
    },
  );
});

describe("a mark of secrecy", () => {
  it.each([
    ["Báo cáo (Mật).pdf", "Mật"],
    ["Mật - số liệu.pdf", "Mật"],
    ["12-BC-CA_mật.docx", "Mật"],
    ["Công văn mật.docx", "Mật"],
    ["Báo cáo độ mật.pdf", "Mật"],
    ["TỐI MẬT ke hoach.pdf", "Tối mật"],
    ["ke_hoach_toi_mat.pdf", "Tối mật"],
    ["Báo cáo Tuyệt mật 2026.xlsx", "Tuyệt mật"],
    ["tuyet-mat.pdf", "Tuyệt mật"],
  ])("%s carries “%s”", (name, mark) => {
    expect(secretMark(name)).toBe(mark);
    expect(() => checkName(name)).toThrow(`ghi “${mark}”`);
  });

  it.each([
    "Báo cáo Mặt trận Tổ quốc.pdf",
    "Tuyên truyền Luật Bảo vệ bí mật nhà nước.pdf",
    "Bảo mật.docx",
    "Quy chế bảo mật thông tin.docx",
    "Mật độ dân số.xlsx",
    "Mật khẩu.docx",
    "Mất an ninh trật tự.pdf",
    "Có mặt.png",
  ])("%s carries none", (name) => expect(secretMark(name)).toBeNull());
});
