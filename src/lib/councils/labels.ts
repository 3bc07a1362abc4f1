import type { BallotKind, CouncilRole, SessionStatus } from "#generated/prisma/enums";

type Label = { word: string; shape: string; tone: "good" | "wait" | "care" | "wrong" | "still" | "extended" };

export const councilRoleLabels: Record<CouncilRole, string> = {
  chair: "Chủ tịch hội đồng",
  viceChair: "Phó Chủ tịch hội đồng",
  secretary: "Thư ký hội đồng",
  member: "Ủy viên",
};

export const sessionLabels: Record<SessionStatus, Label> = {
  preparing: { word: "Đang chuẩn bị", shape: "○", tone: "still" },
  opened: { word: "Đang họp", shape: "◐", tone: "wait" },
  closed: { word: "Đã kết luận", shape: "✓", tone: "good" },
};

export const attendanceStates = ["present", "absent", "writing"] as const;
export type AttendanceState = (typeof attendanceStates)[number];

export const attendanceLabels: Record<AttendanceState, Label> = {
  present: { word: "Có mặt", shape: "✓", tone: "good" },
  absent: { word: "Vắng mặt", shape: "–", tone: "still" },
  writing: { word: "Vắng, có ý kiến bằng văn bản", shape: "✉", tone: "extended" },
};

export const choices = ["favour", "against", "blank"] as const;
export type Choice = (typeof choices)[number];

export const choiceLabels: Record<Choice, string> = {
  favour: "Đồng ý",
  against: "Không đồng ý",
  blank: "Phiếu trắng",
};

export const kindLabels: Record<BallotKind, string> = { secret: "Bỏ phiếu kín", open: "Biểu quyết công khai" };

export const means = ["electronic", "paper"] as const;
export type Means = (typeof means)[number];

export const meansLabels: Record<Means, string> = { electronic: "phiếu điện tử", paper: "phiếu giấy" };

/** Where one ballot stands; see `phaseOf`. */
export type Phase = "handingOut" | "voting" | "closed";

export const phaseLabels: Record<Phase, Label> = {
  handingOut: { word: "Đang phát phiếu", shape: "◐", tone: "care" },
  voting: { word: "Đang bỏ phiếu", shape: "➤", tone: "wait" },
  closed: { word: "Đã kiểm phiếu", shape: "✓", tone: "good" },
};

/** What made the conclusion on a dossier. */
export type ConcludedBy = "count" | "quota" | "chair" | "takenOff";

export const outcomeLabels: Record<ConcludedBy, string> = {
  count: "theo kết quả kiểm phiếu",
  quota: "do vượt số lượng được xét, xếp theo tỷ lệ phiếu",
  chair: "theo kết luận của Chủ tịch hội đồng",
  takenOff: "đưa ra khỏi chương trình họp",
};
