import type { RecipientState, ReportKind, ReportStatus } from "#generated/prisma/enums";
import type { Severity } from "./checks.ts";
import type { BlankReason } from "./document.ts";
import type { Move } from "./rules.ts";

export type Tone = "good" | "wait" | "care" | "wrong" | "still" | "extended";

type Label = { word: string; shape: string; tone: Tone };

export const statusLabels: Record<ReportStatus, Label> = {
  notStarted: { word: "Chưa bắt đầu", shape: "○", tone: "still" },
  draft: { word: "Đang nhập", shape: "◐", tone: "care" },
  awaitingSignOff: { word: "Chờ ký", shape: "✎", tone: "care" },
  submitted: { word: "Đã gửi", shape: "➤", tone: "wait" },
  returned: { word: "Bị trả lại", shape: "↩", tone: "wrong" },
  accepted: { word: "Đã tiếp nhận", shape: "✓", tone: "good" },
  correcting: { word: "Đang đính chính", shape: "◐", tone: "extended" },
  reported: { word: "Đã báo cáo Thủ tướng", shape: "✓", tone: "good" },
};

export const reportKindLabels: Record<ReportKind, string> = {
  own: "Báo cáo của đơn vị",
  consolidated: "Báo cáo tổng hợp",
};

export const recipientLabels: Record<RecipientState, Label> = {
  waiting: { word: "Chưa xem xét", shape: "○", tone: "still" },
  reviewing: { word: "Đang xem xét", shape: "◐", tone: "wait" },
  accepted: { word: "Tiếp nhận", shape: "✓", tone: "good" },
  returned: { word: "Trả lại", shape: "↩", tone: "wrong" },
};

/** What a check asks for, gravest first. */
export const severityLabels: Record<Severity, Label> = {
  block: { word: "Chặn gửi", shape: "✕", tone: "wrong" },
  explain: { word: "Phải giải trình", shape: "?", tone: "care" },
  warn: { word: "Cảnh báo", shape: "△", tone: "care" },
  info: { word: "Thông tin", shape: "i", tone: "wait" },
};

/** Why a cell has no value. */
export const blankLabels: Record<BlankReason, string> = {
  none: "Không phát sinh",
  notApplicable: "Không áp dụng",
  pending: "Chưa có số liệu",
};

type ExtensionMove = "askExtension" | "takeBackExtension" | "grantExtension" | "refuseExtension";
type MoveLabel = { act: string; told: string };

/** The act as a button says it, and as the timeline tells it. */
export const moveLabels: Record<Move | ExtensionMove | "consolidate" | "obligate" | "remind", MoveLabel> = {
  askSignOff: { act: "Trình ký", told: "Trình lãnh đạo ký" },
  declareNothing: { act: "Báo cáo không phát sinh", told: "Trình lãnh đạo ký báo cáo không phát sinh" },
  handBack: { act: "Chuyển lại để sửa", told: "Chuyển lại để sửa" },
  signAndSend: { act: "Ký và gửi", told: "Ký và gửi" },
  recall: { act: "Thu hồi", told: "Thu hồi" },
  startReview: { act: "Bắt đầu xem xét", told: "Bắt đầu xem xét" },
  accept: { act: "Tiếp nhận", told: "Tiếp nhận" },
  return: { act: "Trả lại", told: "Trả lại" },
  openCorrection: { act: "Đính chính", told: "Mở đính chính sau khi được tiếp nhận" },
  markReported: { act: "Ghi nhận đã báo cáo Thủ tướng Chính phủ", told: "Đã báo cáo Thủ tướng Chính phủ" },
  consolidate: { act: "Tổng hợp", told: "Tổng hợp từ báo cáo của các đơn vị" },
  remind: { act: "Nhắc", told: "Nhắc đơn vị" },
  askExtension: { act: "Đề nghị gia hạn", told: "Đề nghị gia hạn" },
  takeBackExtension: { act: "Rút đề nghị", told: "Rút đề nghị gia hạn" },
  grantExtension: { act: "Đồng ý gia hạn", told: "Đồng ý gia hạn" },
  refuseExtension: { act: "Không gia hạn", told: "Không đồng ý gia hạn" },
  obligate: { act: "Áp dụng", told: "Nghĩa vụ báo cáo thay đổi" },
};

/** What is to be done next, by state, for whoever looks at a list. */
export const nextActs: Record<ReportStatus, Record<ReportKind, string>> = {
  notStarted: { own: "Nhập báo cáo", consolidated: "Tổng hợp" },
  draft: { own: "Nhập và trình ký", consolidated: "Tổng hợp và trình ký" },
  awaitingSignOff: { own: "Ký và gửi", consolidated: "Ký và gửi" },
  submitted: { own: "Nơi nhận xem xét", consolidated: "Nơi nhận xem xét" },
  returned: { own: "Sửa và gửi lại", consolidated: "Sửa và gửi lại" },
  accepted: { own: "Đã xong", consolidated: "Đã xong" },
  correcting: { own: "Gửi bản đính chính", consolidated: "Gửi bản đính chính" },
  reported: { own: "Đã xong", consolidated: "Đã xong" },
};

/** Whether a report came in time, in a word for files; “late” and “late though extended” stay apart. */
export function printTimeliness({ late, isExtended, isOverdue = false }: Timeliness): string | null {
  if (late === null && !isOverdue) return null;
  const word = late === null ? "Quá hạn" : late ? "Gửi muộn" : "Đúng hạn";
  return isExtended ? `${word} (đã gia hạn)` : word;
}

type Timeliness = { late: boolean | null; isExtended: boolean; isOverdue?: boolean };
