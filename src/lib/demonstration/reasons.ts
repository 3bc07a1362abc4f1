import type { Random } from "./random.ts";

/** Why a recipient sends sections back: one or two of them, each with its sentence. */
export function returnReasons(random: Random, isPolice: boolean): Record<string, string> {
  const likely = isPolice ? policeSections : homeAffairsSections;
  const first = random.pick(likely);
  const second = random.pick(likely);
  return Object.fromEntries(
    [...new Set([first, second])].map((section) => [section, random.pick(reasons[section] ?? [])]),
  );
}

const policeSections = ["A", "B", "C", "D", "E", "narratives"];
const homeAffairsSections = ["A", "F", "G", "G", "narratives", "narratives"];

const reasons: Record<string, string[]> = {
  A: [
    "Số cuộc kiểm tra chưa khớp với biên bản gửi kèm; đề nghị rà soát lại.",
    "Kinh phí ghi theo nghìn đồng, đề nghị quy đổi về triệu đồng.",
  ],
  B: [
    "Số mô hình xây dựng mới chưa khớp danh sách Công an cấp xã đã thẩm định; đề nghị đối chiếu lại.",
    "Mô hình “Camera an ninh” tính theo số mắt camera, đề nghị thống kê theo số mô hình.",
    "Số mô hình hoạt động hiệu quả chưa có kết quả phân loại kèm theo.",
  ],
  C: [
    "Số khu dân cư được công nhận cao hơn quyết định công nhận đã ban hành; đề nghị kiểm tra lại.",
    "Chưa tách doanh nghiệp với cơ quan, đơn vị khi thống kê số được công nhận.",
  ],
  D: ["Số lượt người tập huấn gộp cả hội nghị triển khai; đề nghị chỉ tính lớp tập huấn về an toàn, an ninh mạng."],
  E: [
    "Số thành viên lực lượng ở cơ sở chưa khớp quyết định công nhận tháng 9; đề nghị cập nhật.",
    "Số lượt tập huấn chưa tính đợt bồi dưỡng tháng 10 do Công an tổ chức.",
  ],
  F: [
    "Số người dự Ngày hội tính trùng giữa các khu dân cư; đề nghị rà soát.",
    "Số buổi tuyên truyền gồm cả phát thanh, đề nghị tách theo đúng chỉ tiêu.",
  ],
  G: [
    "Số cá nhân được tặng Giấy khen chưa khớp quyết định khen thưởng gửi kèm.",
    "Chưa tách riêng số khen thưởng đột xuất; đề nghị bổ sung.",
  ],
  narratives: [
    "Phần tồn tại, hạn chế còn chung chung, chưa nêu nguyên nhân chủ quan.",
    "Phương hướng năm tới chưa có chỉ tiêu, nhiệm vụ cụ thể; đề nghị bổ sung.",
  ],
};

/** Why an accepted report is opened again. */
export const correctionReasons = [
  "Cập nhật số liệu hòa giải sau khi đối chiếu với ngành Tư pháp.",
  "Đính chính số cá nhân được khen thưởng do có quyết định bổ sung.",
];
