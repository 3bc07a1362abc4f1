import type { NominationStatus, RoundKind, SubjectKind } from "#generated/prisma/enums";
import type { CheckId, CheckState, Stage } from "./eligibility/facts.ts";
import type { RoundState } from "./rounds/rules.ts";
import type { Mark } from "./rule-set.ts";
import type { NominationMove } from "./rules.ts";

type Label = { word: string; shape: string; tone: "good" | "wait" | "care" | "wrong" | "still" | "extended" };

export const nominationLabels: Record<NominationStatus, Label> = {
  draft: { word: "Đang lập", shape: "◐", tone: "care" },
  proposed: { word: "Chờ thẩm định", shape: "➤", tone: "wait" },
  returned: { word: "Bị trả lại", shape: "↩", tone: "wrong" },
  formChange: { word: "Chờ ý kiến về hình thức khác", shape: "⇄", tone: "care" },
  appraised: { word: "Đủ điều kiện, chờ hội đồng", shape: "✎", tone: "wait" },
  onAgenda: { word: "Đưa ra hội đồng", shape: "◐", tone: "wait" },
  passed: { word: "Hội đồng thông qua", shape: "✓", tone: "good" },
  notPassed: { word: "Hội đồng không thông qua", shape: "–", tone: "still" },
  decided: { word: "Đã khen thưởng", shape: "★", tone: "good" },
  refused: { word: "Không được khen thưởng", shape: "–", tone: "still" },
  withdrawn: { word: "Đã rút", shape: "–", tone: "still" },
  revoked: { word: "Đã hủy bỏ", shape: "!", tone: "wrong" },
};

/** The act as a button says it, and as the timeline tells it. */
export const nominationMoveLabels: Record<NominationMove, { act: string; told: string }> = {
  propose: { act: "Ký tờ trình đề nghị", told: "Ký tờ trình đề nghị" },
  withdraw: { act: "Rút đề nghị", told: "Rút đề nghị" },
  sendBack: { act: "Trả lại", told: "Trả lại" },
  offerForm: { act: "Đề xuất hình thức khác", told: "Đề xuất hình thức khác" },
  consent: { act: "Đồng ý hình thức đề xuất", told: "Đồng ý hình thức đề xuất" },
  declineForm: { act: "Không đồng ý hình thức đề xuất", told: "Không đồng ý hình thức đề xuất" },
  appraise: { act: "Kết luận đủ điều kiện", told: "Kết luận đủ điều kiện" },
  putOnAgenda: { act: "Đưa vào chương trình họp", told: "Đưa vào chương trình họp hội đồng" },
  takeOffAgenda: { act: "Đưa ra khỏi chương trình họp", told: "Đưa ra khỏi chương trình họp hội đồng" },
  pass: { act: "Thông qua", told: "Hội đồng bỏ phiếu thông qua" },
  fail: { act: "Không thông qua", told: "Hội đồng bỏ phiếu không thông qua" },
  forward: { act: "Ký tờ trình lên cấp trên", told: "Ký tờ trình lên cấp trên" },
  decide: { act: "Ban hành quyết định", told: "Quyết định khen thưởng" },
  refuse: { act: "Không khen thưởng", told: "Không khen thưởng" },
  revoke: { act: "Hủy bỏ quyết định", told: "Hủy bỏ quyết định khen thưởng" },
};

export const subjectLabels: Record<SubjectKind, string> = {
  collective: "Tập thể",
  individual: "Cá nhân",
  household: "Hộ gia đình",
};

export const roundLabels: Record<RoundKind, string> = {
  annual: "Hằng năm",
  interim: "Sơ kết (chuyên đề)",
  final: "Tổng kết 5 năm",
  sudden: "Đột xuất",
};

/** How well a value of the law is known; everything but “found” is shown beside the value. */
export const markLabels: Record<Mark, { word: string; shape: string; tone: "good" | "care" | "wrong" | "extended" }> = {
  found: { word: "Theo văn bản", shape: "✓", tone: "good" },
  partial: { word: "Mới đọc một phần", shape: "≈", tone: "extended" },
  background: { word: "Chưa đối chiếu văn bản", shape: "≈", tone: "care" },
  unknown: { word: "Chưa tìm thấy quy định", shape: "?", tone: "wrong" },
};

/** What a check of eligibility found. */
export const checkLabels: Record<CheckState, Label> = {
  met: { word: "Đạt", shape: "✓", tone: "good" },
  notMet: { word: "Không đạt", shape: "!", tone: "wrong" },
  needsEvidence: { word: "Cần minh chứng", shape: "◐", tone: "care" },
  unverified: { word: "Chưa xác minh quy định", shape: "?", tone: "extended" },
};

export const checkTitles: Record<CheckId, string> = {
  subject: "Đối tượng",
  oneAward: "Một thành tích, một khen thưởng",
  hold: "Tạm dừng xét",
  period: "Đợt xét và giai đoạn",
  freshness: "Thời điểm kết thúc thành tích",
  conditions: "Tiêu chuẩn",
  quota: "Số lượng",
  dossier: "Thành phần hồ sơ",
  intake: "Bản giấy và bản điện tử",
  publicity: "Công khai",
};

export const stageLabels: Record<Stage, string> = {
  propose: "trước khi ký tờ trình",
  appraise: "trước khi kết luận thẩm định",
  agenda: "trước khi ra hội đồng",
  decide: "trước khi quyết định",
};

/** What the timeline tells beside the moves of rules.ts. */
const eventLabels: Record<string, string> = {
  create: "Lập hồ sơ",
  receive: "Ghi nhận hồ sơ đã nhận",
  consult: "Lấy ý kiến hiệp y",
  answer: "Trả lời hiệp y",
  publish: "Công khai danh sách",
  feedback: "Ghi ý kiến khi công khai",
  notify: "Thông báo kết quả, lý do cho cơ quan đề nghị",
};

export const printEvent = (move: string) =>
  Object.hasOwn(nominationMoveLabels, move)
    ? nominationMoveLabels[move as NominationMove].told
    : (eventLabels[move] ?? move);

export const roundStateLabels: Record<RoundState, Label> = {
  notYet: { word: "Chưa đến ngày nhận hồ sơ", shape: "○", tone: "still" },
  open: { word: "Đang nhận hồ sơ", shape: "◐", tone: "wait" },
  over: { word: "Hết hạn nhận hồ sơ", shape: "!", tone: "care" },
  closed: { word: "Đã đóng", shape: "✓", tone: "still" },
};

export const holdLabels: Record<string, string> = {
  discipline: "Đang xem xét kỷ luật",
  investigation: "Đang bị điều tra",
  inspection: "Đang thanh tra",
  audit: "Đang kiểm toán",
  complaint: "Đang có khiếu nại, tố cáo",
  press: "Báo chí nêu, đang xác minh",
};

export const conclusionLabels: Record<string, string> = {
  clean: "Không vi phạm",
  disciplined: "Bị xử lý kỷ luật",
};

export const opinionLabels: Record<"agree" | "disagree", Label> = {
  agree: { word: "Đồng ý", shape: "✓", tone: "good" },
  disagree: { word: "Không đồng ý", shape: "!", tone: "wrong" },
};

export const categoryLabels: Record<string, string> = {
  merit: "Công trạng",
  campaign: "Phong trào thi đua",
  sudden: "Đột xuất",
  other: "Khác",
};

/** What became of an award after its decision. */
export const recordStateLabels: Record<"toIssue" | "issued" | "revoked" | "returned", Label> = {
  toIssue: { word: "Chưa trao", shape: "◐", tone: "wait" },
  issued: { word: "Đã trao", shape: "✓", tone: "good" },
  revoked: { word: "Đã hủy bỏ, chưa thu hồi", shape: "!", tone: "wrong" },
  returned: { word: "Đã hủy bỏ, đã thu hồi", shape: "–", tone: "still" },
};
