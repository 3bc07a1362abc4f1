import type { PassageKind } from "#generated/prisma/enums";

export const reconstructedLabel = "Phục hồi từ bản quét – chưa đối chiếu bản ký";
export const confirmedLabel = "Đã đối chiếu bản ký";

/** What the similarity beside a reconstructed passage means. */
export const similarityMeaning =
  "Độ giống là tỷ lệ chữ trùng nhau giữa đoạn chép lại (bỏ dấu) và đoạn nhận dạng từ bản quét: càng gần 1 càng ít chữ phải đoán. Nó giúp phát hiện chữ thiếu, thừa, không chứng minh đoạn chép đúng với bản ký.";

export const planKindLabels: Record<string, string> = {
  "national-campaign-plan": "Kế hoạch toàn quốc của phong trào",
  "local-plan": "Kế hoạch triển khai của địa phương",
  "local-plan-example-with-targets": "Kế hoạch khác của địa phương, có chỉ tiêu",
};

export const passageLabels: Record<PassageKind, string> = {
  purpose: "Mục đích",
  requirement: "Yêu cầu",
  content: "Nội dung",
  solution: "Giải pháp",
  duty: "Trách nhiệm",
  award: "Khen thưởng",
  deadline: "Mốc thời gian",
  subject: "Đối tượng",
  target: "Chỉ tiêu",
  channel: "Hình thức tuyên truyền",
  unknown: "Chưa quy định",
};

export const recurrenceLabels: Record<string, string> = { yearly: "hằng năm", "every-5-years": "05 năm một lần" };

export const subjectLabels: Record<string, string> = {
  tap_the: "tập thể",
  ca_nhan: "cá nhân",
  ho_gia_dinh: "hộ gia đình",
};

/** “=”, “≥”, “>” before the figure of a target. */
export const operatorLabels: Record<string, string> = { "=": "", ">=": "tối thiểu ", ">": "trên " };

/** Actors that a plan speaks of without listing them. */
export const impliedActors: Record<string, string> = {
  "toan-he-thong": "Toàn hệ thống",
  "trung-uong": "Trung ương",
  "so-ban-nganh": "Các sở, ban, ngành",
  "co-quan-don-vi": "Các cơ quan, đơn vị",
};
