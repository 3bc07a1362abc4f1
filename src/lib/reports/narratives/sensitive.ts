import type { Hint, HintKind } from "./hint.ts";

const SECRET =
  "Nếu đây là nội dung hoặc tài liệu mật, đồng chí xóa khỏi báo cáo này và gửi bằng đường văn bản mật; hệ thống không lưu bí mật nhà nước.";

const LEAVE_OUT = "Báo cáo không cần thông tin này; đồng chí nên xóa hoặc thay bằng số liệu chung.";

/** What a passage looks like, how it is known, and what to do about it. */
type Sign = { kind: HintKind; pattern: RegExp; message: string };

const signs: Sign[] = [
  // Source: Luật Bảo vệ bí mật nhà nước 117/2025/QH15: an Internet-connected system holds no secrets.
  { kind: "secret", pattern: /(?<!\p{L})(?:tuyệt|tối)\s+mật(?!\p{L})/giu, message: `Giống dấu chỉ độ mật. ${SECRET}` },
  {
    kind: "secret",
    // Capitals alone: not BẢO MẬT, BÍ MẬT, MẬT ĐỘ, MẬT KHẨU …
    pattern: /(?<!\p{L})(?<!(?:BẢO|BÍ|TUYỆT|TỐI|THÂN)\s+)MẬT(?!\p{L})(?!\s+(?:ĐỘ|KHẨU|MÃ|THIẾT|ONG|VỤ|THƯ)(?!\p{L}))/gu,
    message: `Giống dấu chỉ độ mật. ${SECRET}`,
  },
  {
    kind: "secret",
    pattern:
      /(?<!\p{L})(?:độ\s+mật|(?:đóng\s+)?dấu\s+mật|(?:tài liệu|văn bản|hồ sơ|công văn|kế hoạch|báo cáo)\s+mật)(?!\p{L})/giu,
    message: `Nhắc tới tài liệu mật. ${SECRET}`,
  },
  // Source: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 3: only what the purpose needs.
  {
    kind: "personal",
    // 12 digits of a personal identification number: they begin with a province's code, 001 to 096.
    pattern: /(?<![\d.,])0(?:0[1-9]|[1-9]\d)(?:[ .]?\d{3}){3}(?![\d]|[.,]\d)/gu,
    message: `Giống số căn cước công dân (12 chữ số). ${LEAVE_OUT}`,
  },
  {
    kind: "personal",
    pattern:
      /(?<!\p{L})(?:CMND|CMTND|chứng minh(?: thư)?(?: nhân dân)?)\s*(?:số)?\s*:?\s*\d{3}[ .]?\d{3}[ .]?\d{3}(?!\d)/giu,
    message: `Giống số chứng minh nhân dân. ${LEAVE_OUT}`,
  },
  {
    kind: "personal",
    pattern: /(?<![\d.,/+])(?:\+84|84|0)[ .-]?[35789](?:[ .-]?\d){8}(?![\d]|[.,]\d)/gu,
    message: `Giống số điện thoại. ${LEAVE_OUT}`,
  },
  {
    kind: "personal",
    pattern:
      /(?<!\p{L})(?:ngày,? tháng,? năm sinh|ngày sinh|sinh ngày|sinh)\s*:?\s*(?:ngày\s+)?\d{1,2}(?:\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}|\s+tháng\s+\d{1,2}(?:,?\s+năm\s+\d{4})?)(?!\d)/giu,
    message: `Giống ngày sinh của một người. ${LEAVE_OUT} Khi cần chỉ ghi năm sinh.`,
  },
];

/** Passages that look like a state secret or like more about a person than a report needs. */
export const sensitivePassages = (text: string): Hint[] =>
  signs.flatMap(({ kind, pattern, message }) =>
    Array.from(text.matchAll(pattern), ({ 0: written, index }) => ({
      kind,
      from: index,
      to: index + written.length,
      written,
      right: null,
      message,
    })),
  );
