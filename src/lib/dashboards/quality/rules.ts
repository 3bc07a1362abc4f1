/**
 * Thresholds of the lists. No document fixes them: they are choices of this project, shown beside each list.
 * Shares are of the figures compared, `least` is how many must be comparable before anything is said.
 */
export const thresholds = {
  same: { share: 0.6, least: 10 },
  zeros: { share: 0.5, least: 10 },
};

/** What somebody who looks at figures asks first. `heads` says what the last column counts. */
export const qualityLists = {
  explained: {
    label: "Có giải trình",
    definition: "Bản đã gửi có ô phải giải trình vì biến động lớn hoặc khác thường và đơn vị đã giải trình.",
    heads: "Ô được giải trình",
  },
  outlying: {
    label: "Số liệu khác thường",
    definition:
      "Có ô xa tứ phân vị năm trước của các đơn vị cùng loại hơn mức biểu mẫu cho phép (phần kiểm tra “đơn vị cùng loại”), khi đủ số đơn vị để so và số liệu của họ không như nhau. Mức do hệ thống đề xuất trong biểu mẫu.",
    heads: "Ô khác thường",
  },
  same: {
    label: "Trùng số năm trước",
    definition: `Từ ${thresholds.same.share * 100} % số liệu khác 0 trùng từng chữ số với báo cáo năm trước (khi so được từ ${thresholds.same.least} ô). Ngưỡng do hệ thống đề xuất, chưa có văn bản quy định.`,
    heads: "Ô trùng / ô so được",
  },
  zeros: {
    label: "Nhiều số 0",
    definition: `Từ ${thresholds.zeros.share * 100} % ô số là 0 (khi có từ ${thresholds.zeros.least} ô), không kể báo cáo không phát sinh. Ngưỡng do hệ thống đề xuất, chưa có văn bản quy định.`,
    heads: "Ô bằng 0 / ô số",
  },
  lastHour: {
    label: "Gửi trong giờ cuối",
    definition: "Gửi lần đầu trong giờ cuối cùng của ngày cuối còn đúng hạn.",
    heads: "Gửi lúc",
  },
  corrected: {
    label: "Sửa sau khi tiếp nhận",
    definition: "Đã được tiếp nhận rồi gửi bản khác, hoặc đang mở đính chính.",
    heads: "Số bản đã gửi",
  },
  nothing: {
    label: "Không phát sinh, năm trước có",
    definition: "Báo cáo không phát sinh trong khi báo cáo năm trước có số liệu khác 0.",
    heads: "Ô khác 0 năm trước",
  },
} as const;

export type QualityList = keyof typeof qualityLists;

export const isQualityList = (name: string): name is QualityList => Object.hasOwn(qualityLists, name);
