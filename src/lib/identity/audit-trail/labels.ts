/** What an audit entry's action is called. An action without a label here is shown by its own name. */
export const actionLabels: Record<string, string> = {
  "session.start": "Đăng nhập",
  "session.end": "Đăng xuất",
  "session.refuse": "Đăng nhập sai mật khẩu",
  "session.revoke": "Kết thúc phiên ở máy khác",
  "session.switch": "Đổi cơ quan làm việc",
  "password.change": "Đổi mật khẩu",
  "password.reset": "Cấp lại mật khẩu",
  "person.create": "Mở tài khoản",
  "person.lock": "Khóa tài khoản",
  "person.unlock": "Mở khóa tài khoản",
  "person.handOver": "Bàn giao công việc",
  "assignment.start": "Giao vai trò",
  "assignment.end": "Kết thúc vai trò",
  "report.save": "Lưu báo cáo",
  "report.askSignOff": "Trình ký báo cáo",
  "report.declareNothing": "Trình ký báo cáo không phát sinh",
  "report.comment": "Trao đổi về một ô",
  "report.flag": "Đánh dấu ô cần theo dõi",
  "report.finishFollowUp": "Kết thúc theo dõi ô",
  "workbook.upload": "Tải lên tệp Excel của báo cáo",
  "workbook.take": "Nhận thay đổi từ tệp Excel",
  "workbook.discard": "Bỏ tệp Excel đã tải lên",
  "proposal.send": "Gửi đề xuất số liệu cho các đơn vị",
  "proposal.make": "Đề xuất số liệu cho đơn vị",
  "proposal.take": "Nhận số liệu được đề xuất",
  "proposal.decline": "Không nhận số liệu được đề xuất",
  "list.download": "Tải danh sách về máy",
  "report.handBack": "Trả lại cán bộ",
  "report.signAndSend": "Ký và gửi báo cáo",
  "report.recall": "Rút lại báo cáo",
  "report.startReview": "Bắt đầu xem xét báo cáo",
  "report.accept": "Tiếp nhận báo cáo",
  "report.return": "Trả lại báo cáo",
  "report.appraise": "Ghi ý kiến thẩm định",
  "report.consolidate": "Tổng hợp số liệu",
  "report.openCorrection": "Mở đính chính báo cáo",
  "report.markReported": "Ghi nhận đã báo cáo Thủ tướng",
  "document.issue": "Phát hành văn bản của báo cáo",
  "document.reissue": "Phát hành lại văn bản của báo cáo",
  "documentTemplate.upload": "Tải lên mẫu văn bản để thử",
  "documentTemplate.adopt": "Áp dụng mẫu văn bản",
  "evidence.attach": "Đính kèm tài liệu",
  "evidence.remove": "Gỡ tài liệu đính kèm",
  "obligation.apply": "Cập nhật nghĩa vụ báo cáo",
  "reportingDuty.enter": "Nhập hạn báo cáo của tỉnh, thành phố",
  "reportingDuty.change": "Sửa hạn báo cáo",
  "passage.confirm": "Xác nhận đoạn văn bản",
  "passage.unconfirm": "Bỏ xác nhận đoạn văn bản",
  "criterion.confirm": "Xác nhận tiêu chí",
  "criterion.unconfirm": "Bỏ xác nhận tiêu chí",
  "plan.confirm": "Xác nhận toàn văn kế hoạch",
  "clock.move": "Chỉnh đồng hồ trình diễn",
};

export const printAction = (action: string) => actionLabels[action] ?? action;

const subjectLabels: Record<string, string> = {
  person: "Tài khoản",
  report: "Báo cáo",
  plan: "Kế hoạch",
  agency: "Cơ quan",
  planPassage: "Đoạn văn bản",
  criterion: "Tiêu chí",
  reportingDuty: "Nhiệm vụ báo cáo",
  reportingPeriod: "Kỳ báo cáo",
  obligation: "Nghĩa vụ báo cáo",
  documentTemplate: "Mẫu văn bản",
  list: "Danh sách",
};

/** “Báo cáo Phường Hoàn Kiếm” */
export const printSubject = ({ subjectType, subjectName, scopeName, subjectId }: SubjectLine) =>
  `${subjectLabels[subjectType] ?? subjectType} ${subjectName ?? scopeName ?? subjectId}`;

type SubjectLine = { subjectType: string; subjectId: string; subjectName: string | null; scopeName: string | null };

/** The page of what an entry is about, where there is one. */
export function subjectHref(type: string, id: string): string | null {
  const folder = { person: "people", report: "reports", plan: "plans", agency: "agencies" }[type];
  return folder ? `/${folder}/${encodeURIComponent(id)}` : null;
}
