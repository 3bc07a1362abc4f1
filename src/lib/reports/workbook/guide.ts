import type { Workbook } from "@cj-tech-master/excelts";
import { blankLabels } from "../labels.ts";
import { GUIDE_SHEET, NARRATIVE_SHEET } from "./layout.ts";
import { asLine, asTitle, protect } from "./styles.ts";
import type { TemplateSource } from "./template.ts";

/** The first sheet: whose workbook it is and how to fill it. */
export async function writeGuide(workbook: Workbook, { agencyName, binding, checked }: TemplateSource) {
  const lines = [
    `Mẫu này chỉ dùng cho: ${agencyName}, báo cáo năm ${binding.period}, mẫu biểu ${binding.formId} bản ${binding.formVersion}.`,
    `Mỗi phần của báo cáo là một trang tính (${checked.form.sections.map(({ id }) => id).join(", ")}) và trang “${NARRATIVE_SHEET}” cho phần lời. Tự đánh giá theo tiêu chí nhập trên hệ thống.`,
    "Chỉ điền vào ô nền vàng. Ô nền xám là tên chỉ tiêu, số năm trước và ô hệ thống tính; các ô này được khóa.",
    "Số nhập như thường lệ: 1234 hoặc 1.234; số thập phân dùng dấu phẩy: 1.234,5. Nhập giá trị, không nhập công thức; số tính từ bảng khác thì dán giá trị (Dán đặc biệt › Giá trị).",
    "Ngày nhập dạng 23/11/2026. Ô Có/Không và ô chọn có danh sách thả xuống.",
    `Ô không có số liệu: để trống cột “Năm ${binding.period}” và chọn “Lý do trống”: ${Object.values(blankLabels).join("; ")}. Với “${blankLabels.pending}”, ghi thêm ngày dự kiến có.`,
    "Số khác thường so với năm trước: ghi vì sao ở cột “Giải trình”.",
    "Không đổi tên, xóa, thêm trang tính; không gộp ô; không sửa cột “Mã”.",
    "Điền xong, lưu dạng .xlsx rồi tải lên ở trang “Nhập bằng Excel” của báo cáo. Hệ thống cho xem trước từng thay đổi; chưa bấm nhận thì chưa ghi gì vào báo cáo.",
    "Không ghi nội dung thuộc bí mật nhà nước vào tệp này.",
  ];
  const sheet = workbook.addWorksheet(GUIDE_SHEET);
  sheet.getColumn(1).width = 4;
  sheet.getColumn(2).width = 110;
  asTitle(sheet.getCell("A1"), `Hướng dẫn điền báo cáo năm ${binding.period}`);
  lines.forEach((text, index) => {
    asLine(sheet.getCell(`A${index + 3}`), `${index + 1}.`);
    asLine(sheet.getCell(`B${index + 3}`), text);
    for (const column of ["A", "B"])
      sheet.getCell(`${column}${index + 3}`).alignment = { wrapText: true, vertical: "top" };
    sheet.getRow(index + 3).height = 30;
  });
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  });
  await protect(sheet);
}
