import type { NominationStatus, RoundKind, SubjectKind } from "#generated/prisma/enums";
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
