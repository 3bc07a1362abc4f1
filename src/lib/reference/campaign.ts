import type { ReportFormFile } from "./files.ts";
import type { Row } from "./upsert.ts";

/** The form as the row of its version; reports are pinned to it. */
export const formRow = (form: ReportFormFile): Row => ({
  id: form.id,
  version: form.version,
  title: form.title,
  definition: form,
  status:
    "Đề xuất của hệ thống, xây dựng từ sáu nội dung và các tiêu chí của Quyết định 2447/QĐ-TTg và Kế hoạch thành phố Hà Nội; các văn bản không quy định mẫu số liệu",
  effective_from: "2025-01-01",
});

const years = [2025, 2026];

/** One period a year. No plan says when entering begins or figures close. */
export const periodRows = (): Row[] =>
  years.map((year) => ({
    id: String(year),
    year,
    name: `Năm ${year}`,
    starts_on: `${year}-01-01`,
    ends_on: `${year}-12-31`,
    opens_on: `${year}-10-01`,
    data_closing_on: null,
    note: "Ngày mở kỳ 01/10 là mặc định của hệ thống, chưa có văn bản quy định; ngày chốt số liệu chưa có văn bản quy định.",
  }));

const labels = { tot: "Hoàn thành tốt", kha: "Hoàn thành khá", dat: "Hoàn thành", "chua-dat": "Chưa hoàn thành" };

export const levelRows = (): Row[] =>
  Object.entries(labels).map(([id, label], index) => ({
    id,
    scale_id: "mac-dinh",
    order: index + 1,
    label,
    is_proposal: true,
    source: "Đề xuất của hệ thống: các kế hoạch không quy định thang mức",
  }));

const labourCode = "Bộ luật Lao động 2019, Điều 112";
const yearly = `${labourCode}; ngày nghỉ theo âm lịch và ngày nghỉ hoán đổi cần đối chiếu quyết định hằng năm`;

/** Days off that are certain. Further days of Tết, the second day of Quốc khánh and swapped days are decided every year. */
export const holidayRows = (): Row[] => [
  ...[2025, 2026, 2027].flatMap((year) => [
    { day: `${year}-01-01`, name: "Tết Dương lịch", source: labourCode },
    { day: `${year}-04-30`, name: "Ngày Chiến thắng", source: labourCode },
    { day: `${year}-05-01`, name: "Ngày Quốc tế lao động", source: labourCode },
    { day: `${year}-09-02`, name: "Quốc khánh", source: labourCode },
  ]),
  { day: "2026-11-24", name: "Ngày Văn hóa Việt Nam", source: "Nghị quyết 28/2026/QH16" },
  { day: "2027-11-24", name: "Ngày Văn hóa Việt Nam", source: "Nghị quyết 28/2026/QH16" },
  { day: "2025-01-29", name: "Tết Âm lịch (mùng Một)", source: yearly },
  { day: "2026-02-17", name: "Tết Âm lịch (mùng Một)", source: yearly },
  { day: "2027-02-06", name: "Tết Âm lịch (mùng Một)", source: yearly },
  { day: "2025-04-07", name: "Giỗ Tổ Hùng Vương", source: yearly },
  { day: "2026-04-26", name: "Giỗ Tổ Hùng Vương", source: yearly },
];
