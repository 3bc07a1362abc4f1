import type { RecipientState, ReportStatus } from "#generated/prisma/enums";
import { type Day, dayOf, isLate, printDay } from "#lib/dates";
import { refused } from "#lib/errors";
import type { Check } from "./checks.ts";
import { statusLabels } from "./labels.ts";

export type Move =
  | "askSignOff"
  | "declareNothing"
  | "handBack"
  | "signAndSend"
  | "recall"
  | "startReview"
  | "accept"
  | "return"
  | "openCorrection"
  | "markReported";

/** States in which the draft may be written. */
export const writableStatuses: ReportStatus[] = ["notStarted", "draft", "returned", "correcting"];

/** Every legal move of a report; a move not listed here cannot happen. Recipients move their own part as long as the sent version stands. */
export const moves: Record<Move, { from: ReportStatus[]; needsReason?: boolean }> = {
  askSignOff: { from: ["draft", "returned", "correcting"] },
  declareNothing: { from: ["notStarted", "draft", "returned", "correcting"] },
  handBack: { from: ["awaitingSignOff"], needsReason: true },
  signAndSend: { from: ["awaitingSignOff"] },
  recall: { from: ["submitted"], needsReason: true },
  startReview: { from: ["submitted", "returned"] },
  accept: { from: ["submitted", "returned"] },
  return: { from: ["submitted", "returned"] },
  openCorrection: { from: ["accepted"], needsReason: true },
  markReported: { from: ["submitted"] },
};

export const canMove = (status: ReportStatus, move: Move) => moves[move].from.includes(status);

export type Recipient = { agencyId: string; name: string; state: RecipientState };

/** What the rules read of a report. */
export type Movable = {
  status: ReportStatus;
  dueOn: Day;
  opensOn: Day;
  closesOn: Day | null;
  firstSentAt: Date | null;
  late: boolean | null;
  sentVersionId: string | null;
  acceptedVersionId: string | null;
  sentNumber: number | null;
  /** Number of the last version ever sent, recalled ones included. */
  lastNumber: number;
  withdrawnAt: Date | null;
  recipients: Recipient[];
};

/** @throws refused if the move is not possible in this state, or its reason is missing. */
export function checkMove(report: Movable, move: Move, reason: string) {
  if (report.withdrawnAt) throw refused("Cơ quan không còn nghĩa vụ gửi báo cáo này nên không thể thực hiện.");
  if (!canMove(report.status, move))
    throw refused(
      `Báo cáo đang ở trạng thái “${statusLabels[report.status].word}” nên không thể thực hiện việc này. Hãy tải lại trang để xem trạng thái mới.`,
    );
  if (moves[move].needsReason && reason === "")
    throw refused("Hãy ghi lý do.", [
      { field: "reason", message: "Lý do: còn trống; hãy ghi một câu để người nhận hiểu vì sao." },
    ]);
}

/** @throws refused while the report is not with its writers. */
export function checkWritable({ status, withdrawnAt }: Pick<Movable, "status" | "withdrawnAt">) {
  if (withdrawnAt) throw refused("Cơ quan không còn nghĩa vụ gửi báo cáo này nên không thể nhập.");
  if (!writableStatuses.includes(status))
    throw refused(
      `Báo cáo đang ở trạng thái “${statusLabels[status].word}” nên không nhập được. Giá trị vừa nhập chưa được lưu.`,
    );
}

/** A report goes to its head, or out, only when nothing blocks it. @throws refused listing every problem with the way to its cell. */
export function checkComplete(reportId: string, problems: Check[]) {
  if (problems.length === 0) return;
  const fields = problems.map(({ field, message, sectionId }) => ({
    field,
    message,
    href: `/reports/${reportId}/sections/${sectionId}#${field.slice(field.indexOf(".") + 1)}`,
  }));
  throw refused(`Còn ${problems.length} chỗ phải sửa trước khi trình ký và gửi.`, fields);
}

/**
 * What sending changes. A late report is accepted and marked, never refused; the first sending decides.
 * Source: QĐ 2447/QĐ-TTg, mục VI.7 (trước ngày 30/11); Kế hoạch của UBND thành phố Hà Nội, mục VII (trước ngày 10/11).
 * @throws refused before the period opens or after it closes.
 */
export function send(report: Movable, now: Date) {
  const today = dayOf(now);
  if (today < report.opensOn)
    throw refused(`Kỳ báo cáo mở từ ngày ${printDay(report.opensOn)}; chưa thể gửi trước ngày đó.`);
  if (report.closesOn && today > report.closesOn)
    throw refused(`Kỳ báo cáo đã đóng sau ngày ${printDay(report.closesOn)}. Hãy đề nghị nơi nhận mở lại.`);
  return {
    status: "submitted" as const,
    firstSentAt: report.firstSentAt ?? now,
    late: report.firstSentAt ? (report.late ?? false) : isLate(now, report.dueOn),
    versionLate: isLate(now, report.dueOn),
    number: report.lastNumber + 1,
    isCorrection: report.acceptedVersionId !== null,
  };
}

/** A sent report can be taken back until a recipient has begun. @throws refused naming who has begun. */
export function recall(report: Movable) {
  const begun = report.recipients.find(({ state }) => state !== "waiting");
  if (begun)
    throw refused(`${begun.name} đã bắt đầu xem xét nên không thể thu hồi. Hãy đề nghị ${begun.name} trả lại.`);
  return { status: reopened({ ...report, sentVersionId: null }), sentVersionId: report.acceptedVersionId };
}

/** Where a report stands when it goes back to its writers: as it stood before it was put up for signature. */
export function reopened({
  acceptedVersionId,
  sentVersionId,
}: Pick<Movable, "acceptedVersionId" | "sentVersionId">): ReportStatus {
  if (acceptedVersionId) return "correcting";
  return sentVersionId ? "returned" : "draft";
}

/**
 * What a recipient's answer makes of the report: accepted only when all have accepted, returned as soon as one returns.
 * @throws refused if this recipient has already answered for this version.
 */
export function answer(report: Movable, agencyId: string, state: "reviewing" | "accepted" | "returned"): ReportStatus {
  const own = report.recipients.find((recipient) => recipient.agencyId === agencyId);
  if (own?.state === "accepted" || own?.state === "returned")
    throw refused(
      `${own.name} đã ${own.state === "accepted" ? "tiếp nhận" : "trả lại"} bản này. Hãy tải lại trang để xem.`,
    );
  if (own?.state === state) throw refused(`${own.name} đang xem xét bản này rồi.`);
  const states = report.recipients.map((recipient) => (recipient.agencyId === agencyId ? state : recipient.state));
  if (states.includes("returned")) return "returned";
  return states.every((each) => each === "accepted") ? "accepted" : "submitted";
}

/** Whether an appraisal saved now is this recipient's first act. @throws refused once it has answered. */
export function beginsReview(report: Movable, agencyId: string): boolean {
  const own = report.recipients.find((recipient) => recipient.agencyId === agencyId);
  if (own?.state === "accepted" || own?.state === "returned")
    throw refused(`${own.name} đã trả lời bản này nên ý kiến thẩm định không sửa được nữa.`);
  return own?.state === "waiting";
}

/** Reasons of a return: at least one section, each with its sentence. @throws refused */
export function checkReasons(reasons: Record<string, string>, sectionIds: string[]) {
  const given = Object.entries(reasons).filter(
    ([sectionId, reason]) => sectionIds.includes(sectionId) && reason !== "",
  );
  if (given.length === 0)
    throw refused("Hãy ghi lý do ở ít nhất một phần cần sửa.", [
      { field: "reasons", message: "Lý do trả lại: còn trống; chọn phần cần sửa và ghi rõ vì sao." },
    ]);
  return Object.fromEntries(given);
}

/** Who has the report in hand now, in words for a list. */
export function holderOf(status: ReportStatus, name: string, recipients: Recipient[]): string {
  if (status === "accepted" || status === "reported") return "–";
  if (status === "awaitingSignOff") return `Lãnh đạo ${name}`;
  if (status !== "submitted") return name;
  const open = recipients.filter(({ state }) => state === "waiting" || state === "reviewing");
  return open.length > 0 ? open.map((recipient) => recipient.name).join("; ") : name;
}
